import type { HandOut, HandOutFault } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { FieldsRefused } from '#server/errors.ts';
import type { Gate } from '#server/hand-out/gate/open-gate.ts';
import { checkFit } from '#server/hand-out/page/check-fit.ts';
import { findSamePage, holdLedger } from '#server/store/hand-outs.ts';
import { printedGround } from '#server/store/public-pages.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { hashOf, layOut, openPlace, pageOf } from './read-desk.ts';
import { toField, writeOut } from './release-hand-out.ts';

export type MadeHandOut = {
  readonly handOut: HandOut;
  readonly leftOut: readonly HandOutFault[]; // items that may not leave as they stand, and why
};
type Order = { readonly from: string; readonly to: string; readonly gate?: Gate };

/**
 * Releases the suggested page of a group without anybody's edits. Items with a fault are left out; a fault of the page
 * itself refuses it. Where the very same page stands already, that one is given.
 */
export async function makeHandOut(
  home: string,
  records: RecordStore,
  acting: Acting,
  groupId: string,
  { from, to, gate }: Order,
): Promise<MadeHandOut> {
  const place = await openPlace(home, gate);
  return records.as(acting, async (tx) => {
    await holdLedger(tx);
    const laid = await layOut(place, tx, acting, groupId, { from, to, draft: null });
    const { faults } = pageOf(laid, laid.suggested);
    const ofPage = faults.filter(({ itemId }) => itemId === null);
    if (ofPage.length > 0) throw new FieldsRefused(ofPage.map(toField));
    const faulty = new Set(faults.map(({ itemId }) => itemId));
    const items = laid.suggested.items.filter((itemId) => !faulty.has(itemId));
    const { facts } = pageOf(laid, { ...laid.suggested, items });
    const same = await findSamePage(tx, { groupId, hash: hashOf(facts) });
    if (same !== null) return { handOut: same, leftOut: faults };
    await checkFit(home, facts, await printedGround(tx, facts));
    return { handOut: await writeOut(tx, acting, facts, laid.told), leftOut: faults };
  });
}

/** "Left out: concern/C-0388, “Ask Agnes Holloway”. …" */
export const leftOutInWords = ({ itemId, text, message }: HandOutFault): string =>
  `Left out: ${itemId}, “${text}”. ${message}`;
