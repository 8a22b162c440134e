import { createHash } from 'node:crypto';
import { canonicalJson } from '#analysis/shared/figure-code.ts';
import type {
  HandOutChoices,
  HandOutDesk,
  HandOutDraft,
  HandOutFacts,
  HandOutFault,
  HandOutItem,
} from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { boundaryOn } from '#server/brief/boundary-on.ts';
import { gateCalls } from '#server/hand-out/gate/gate-calls.ts';
import { type Gate, openGate } from '#server/hand-out/gate/open-gate.ts';
import { listBoundaries } from '#server/store/boundaries.ts';
import { getGroup } from '#server/store/groups.ts';
import { readNames, readSources } from '#server/store/hand-out-sources.ts';
import { findDraft, listHandOuts, recallSpanish } from '#server/store/hand-outs.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';
import type { ToldCell } from '#server/store/told-cells.ts';
import { asOf } from './as-of.ts';
import { chartedConcerns, onlyOf } from './charted-concerns.ts';
import { choose, type Remembered, recalled, withoutSpanish } from './choose.ts';
import { concernItems } from './concern-items.ts';
import { findFaults } from './find-faults.ts';
import { type KnownWords, knownWords } from './known-words.ts';
import { newsItems, projectItems, promiseItems, tipItems } from './other-items.ts';
import { type DeskQuestion, type PageFrame, readFrame } from './page-frame.ts';
import { suggest } from './suggest.ts';

/** Where pages are made: the data home, and its calls, opened. */
export type PagePlace = { readonly home: string; readonly gate: Gate };

/** Everything that a page of a group is made of, before anything of it is chosen. */
export type LaidOut = {
  readonly frame: PageFrame;
  readonly calls: HandOutFacts['calls'];
  readonly told: readonly ToldCell[]; // to be kept when the page is released
  readonly offered: readonly HandOutItem[];
  readonly remembered: Remembered;
  readonly known: KnownWords;
  readonly suggested: HandOutChoices;
};

export const openPlace = async (home: string, gate?: Gate): Promise<PagePlace> => ({
  home,
  gate: gate ?? (await openGate(home)),
});

/** What the builder of a group's page opens with. */
export async function readDesk(
  home: string,
  records: RecordStore,
  acting: Acting,
  groupId: string,
  asked: DeskQuestion,
): Promise<HandOutDesk> {
  const place = await openPlace(home);
  return records.as(acting, (tx) => deskIn(place, tx, acting, groupId, asked));
}

/** The desk in a transaction that is open already: whoever releases the page looks at it once more. */
export async function deskIn(
  place: PagePlace,
  tx: Tx,
  acting: Acting,
  groupId: string,
  asked: DeskQuestion,
): Promise<HandOutDesk & { readonly told: readonly ToldCell[] }> {
  const draft = await findDraft(tx, groupId);
  const laid = await layOut(place, tx, acting, groupId, { ...asked, draft });
  const { facts, faults } = pageOf(laid, draft?.choices ?? laid.suggested);
  return {
    ...{ facts, faults, factsHash: hashOf(facts), draft, told: laid.told },
    ...{ offered: [...laid.offered], suggested: laid.suggested, meetings: laid.frame.meetings },
    released: await listHandOuts(tx, { groupId }),
  };
}

/** Gathers what may stand on a page; a draft gives the days and the meeting where none are asked for. */
export async function layOut(
  { home, gate }: PagePlace,
  tx: Tx,
  acting: Acting,
  groupId: string,
  { draft, ...asked }: DeskQuestion & { readonly draft: HandOutDraft | null },
): Promise<LaidOut> {
  const { nowLocal } = acting;
  const names = await readNames(tx, groupId);
  const frame = await readFrame(tx, acting, gate, { ...asked, groupId, draft, staff: names.staff });
  const { from, to, department, meeting, next } = frame.facts;
  const boundary = boundaryOn(await getGroup(tx, groupId), await listBoundaries(tx, groupId), to);
  const today = nowLocal.slice(0, 10);
  const sources = asOf(await readSources(tx, groupId, { from, nowLocal }), today);
  const concerns = concernItems(sources, { from, today });
  const chosen = draft?.choices ?? suggest(concerns);
  const { calls, told } = await gateCalls(gate, tx, {
    ...{ groupId, from, to },
    concerns: chartedConcerns(concerns, chosen, sources),
  });
  const items: HandOutItem[] = [
    ...concerns,
    ...promiseItems(sources, { from, today }),
    ...newsItems(sources, { from, today }),
    ...projectItems(sources),
    ...tipItems(
      calls.lines,
      concerns.flatMap(({ category }) => category ?? []),
    ),
  ];
  const remembered = await recallSpanish(tx, withoutSpanish(items, draft === null ? [] : [draft.choices]), nowLocal);
  const offered = recalled(items, remembered);
  const standing = {
    ...{ department: department.name, phone: department.phone, email: department.email },
    places: [meeting, next].flatMap((one) => one?.place ?? []),
  };
  const known = await knownWords(home, gate, boundary.geometry, names, standing);
  return { frame, calls, told, offered, remembered, known, suggested: suggest(offered) };
}

/** The page with what was chosen for it, and what keeps it from being released. */
export function pageOf(
  { frame, calls, offered, remembered, known }: LaidOut,
  choices: HandOutChoices,
): { facts: HandOutFacts; faults: HandOutFault[] } {
  const items = choose(offered, choices, remembered);
  const facts: HandOutFacts = { ...frame.facts, calls: onlyOf(items, calls), items };
  return { facts, faults: findFaults(facts, known) };
}

export const hashOf = (facts: HandOutFacts): string => createHash('sha256').update(canonicalJson(facts)).digest('hex');
