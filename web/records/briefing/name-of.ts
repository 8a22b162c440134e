import type { HandOutChoices, HandOutItem } from '#data/schema/records/hand-out.ts';
import { findTip } from '#data/tips/tips.ts';
import { FIELDS, wordsAt } from './choices.ts';
import { words } from './words.ts';

const LONGEST = 60;

/** What the page says first of an item, in English. */
export function headOf(item: HandOutItem, choices: HandOutChoices): string {
  if (item.part === 'tip') return findTip(item.itemId)?.en ?? item.itemId;
  const [first = 'words'] = FIELDS[item.part];
  return wordsAt(item, choices, first).en || words.notSummedUp(referenceOf(item));
}

export const referenceOf = ({ itemId }: Pick<HandOutItem, 'itemId'>): string =>
  itemId.slice(itemId.lastIndexOf('/') + 1);

/** A few words by which an item is known, in lists and to a screen reader. */
export function nameOf(item: HandOutItem, choices: HandOutChoices): string {
  const said = headOf(item, choices);
  const first = said.split(/(?<=[.!?])\s/)[0] ?? said;
  const bare = first.replace(/\.$/, '');
  return bare.length > LONGEST ? `${bare.slice(0, LONGEST - 3).trimEnd()}…` : bare;
}
