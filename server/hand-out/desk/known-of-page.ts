import type { AreaGeometry } from '#data/schema/area.ts';
import type { HandOutFacts } from '#data/schema/records/hand-out.ts';
import { openGate } from '#server/hand-out/gate/open-gate.ts';
import { readNames } from '#server/store/hand-out-sources.ts';
import { printedGround } from '#server/store/public-pages.ts';
import type { Tx } from '#server/store/record-store.ts';
import { getReleased } from '#server/store/told-cells.ts';
import { type KnownWords, knownWords } from './known-words.ts';

/** A released page as its files are made of it, and what to look for in them. */
export async function releasedPage(home: string, tx: Tx, handOutId: string) {
  const { handOut, facts } = await getReleased(tx, handOutId);
  const geometry = await printedGround(tx, facts);
  return { page: { facts, released: handOut, geometry }, known: await knownOfPage(home, tx, facts, geometry) };
}

/** Who must not be named on a page that was released, and what may stand there; read when one of its files is looked through. */
export async function knownOfPage(
  home: string,
  tx: Tx,
  { groupId, department, meeting, next }: HandOutFacts,
  geometry: AreaGeometry,
): Promise<KnownWords> {
  return knownWords(home, await openGate(home), geometry, await readNames(tx, groupId), {
    ...{ department: department.name, phone: department.phone, email: department.email },
    places: [meeting, next].flatMap((one) => one?.place ?? []),
  });
}
