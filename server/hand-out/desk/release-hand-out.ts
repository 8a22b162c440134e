import { figureCode } from '#analysis/shared/figure-code.ts';
import type { HandOut, HandOutFacts, HandOutFault } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { FieldsRefused, RecordChanged } from '#server/errors.ts';
import { checkFit } from '#server/hand-out/page/check-fit.ts';
import { dropDraft, findSamePage, holdDraft, holdLedger, insertHandOut } from '#server/store/hand-outs.ts';
import { nextReference } from '#server/store/kept.ts';
import { printedGround } from '#server/store/public-pages.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';
import { keepTold, type ToldCell } from '#server/store/told-cells.ts';
import { deskIn, hashOf, openPlace } from './read-desk.ts';

/** What the officer has seen: the draft's revision, null where there is none, and the facts of the page. */
export type SeenPage = { readonly revision: number | null; readonly factsHash: string };

/** Releases a group's page as it was seen. Where the draft or a fact is another by now, nothing is, and the new desk is told. */
export async function releaseHandOut(
  home: string,
  records: RecordStore,
  acting: Acting,
  groupId: string,
  seen: SeenPage,
): Promise<HandOut> {
  const place = await openPlace(home);
  return records.as(acting, async (tx) => {
    await holdLedger(tx);
    const draft = await holdDraft(tx, groupId);
    const { told, ...desk } = await deskIn(place, tx, acting, groupId, {});
    const isAsSeen = (draft?.revision ?? null) === seen.revision && desk.factsHash === seen.factsHash;
    if (!isAsSeen) throw new RecordChanged(`The page of ${desk.facts.groupName}`, desk);
    if (desk.faults.length > 0) throw new FieldsRefused(desk.faults.map(toField));
    if ((await findSamePage(tx, { groupId, hash: desk.factsHash })) !== null)
      throw new RecordChanged(`The page of ${desk.facts.groupName} is released already, and`, desk);
    await checkFit(home, desk.facts, await printedGround(tx, desk.facts));
    if (draft !== null) await dropDraft(tx, groupId, draft.revision);
    return writeOut(tx, acting, desk.facts, told);
  });
}

export const toField = ({ itemId, field, language, message }: HandOutFault) => ({
  path: [itemId ?? 'page', field, ...(language === null ? [] : [language])].join('.'),
  message,
});

/** Freezes the facts, and keeps what they told. The lock of the ledger must be held. */
export async function writeOut(
  tx: Tx,
  { actor, nowLocal }: Acting,
  facts: HandOutFacts,
  told: readonly ToldCell[],
): Promise<HandOut> {
  const { groupId, meeting, from, to, calls } = facts;
  const handOutId = await nextReference(tx, 'HO');
  const hash = hashOf(facts);
  const made = await insertHandOut(tx, {
    ...{ handOutId, groupId, meetingId: meeting?.meetingId ?? null, from, to, hash, facts },
    code: figureCode({ page: handOutId, groupId, from, to }, hash, { [groupId]: calls.boundary.versionId }),
    ...{ releasedAt: nowLocal, releasedBy: actor.personId, withdrawnAt: null, withdrawnWhy: '' },
  });
  await keepTold(tx, handOutId, told);
  return made;
}
