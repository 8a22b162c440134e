import type { HandOutChoices, HandOutItem, TwoTongues } from '#data/schema/records/hand-out.ts';

type ItemWords = HandOutChoices['words'][string];

/** English words and the Spanish that somebody wrote for them before. */
export type Remembered = ReadonlyMap<string, string>;

/** The items chosen, in their order, in the words chosen for them. What is no longer on offer falls away. */
export function choose(
  offered: readonly HandOutItem[],
  { items, words, line }: HandOutChoices,
  remembered: Remembered,
): HandOutItem[] {
  const byId = new Map(offered.map((item) => [item.itemId, item]));
  const added = line === null || line.en === '' ? null : inBoth(line, remembered);
  const order = added !== null && !items.includes('line') ? [...items, 'line'] : items;
  return [...new Set(order)].flatMap((itemId): HandOutItem[] => {
    if (itemId === 'line') return added === null ? [] : [{ part: 'line', itemId: 'line', words: added }];
    const item = byId.get(itemId);
    return item === undefined ? [] : [reworded(item, words[itemId] ?? {}, remembered)];
  });
}

function reworded(item: HandOutItem, words: ItemWords, remembered: Remembered): HandOutItem {
  const said = (own: TwoTongues, chosen: TwoTongues | undefined): TwoTongues => {
    if (chosen === undefined) return own;
    const isOwn = chosen.en === own.en && chosen.es === null;
    return isOwn ? own : inBoth(chosen, remembered);
  };
  if (item.part === 'tip') return item;
  if (item.part !== 'concern') return { ...item, words: said(item.words, words.words) };
  return {
    ...item,
    said: said(item.said, words.said),
    did: said(item.did, words.did),
    notYet: said(item.notYet, words.notYet),
  };
}

/** The same items with the Spanish that was written for the same words before. */
export const recalled = (items: readonly HandOutItem[], remembered: Remembered): HandOutItem[] =>
  items.map((item) => {
    if (item.part === 'tip') return item;
    if (item.part !== 'concern') return { ...item, words: inBoth(item.words, remembered) };
    const [said, did, notYet] = [
      inBoth(item.said, remembered),
      inBoth(item.did, remembered),
      inBoth(item.notYet, remembered),
    ];
    return { ...item, said, did, notYet };
  });

/** Every text of a person that has no Spanish yet. */
export const withoutSpanish = (items: readonly HandOutItem[], chosen: readonly HandOutChoices[]): string[] => {
  const own = items.flatMap((item): TwoTongues[] => {
    if (item.part === 'tip') return [];
    return item.part === 'concern' ? [item.said, item.did, item.notYet] : [item.words];
  });
  const written = chosen.flatMap(({ words, line }) => [
    ...Object.values(words).flatMap((each) => Object.values(each).filter((text) => text !== undefined)),
    ...(line === null ? [] : [line]),
  ]);
  return [...new Set([...own, ...written].flatMap(({ en, es }) => (es === null && en !== '' ? [en] : [])))];
};

const inBoth = ({ en, es }: TwoTongues, remembered: Remembered): TwoTongues => {
  if (en === '') return { en, es: '' };
  return { en, es: es === null || es === '' ? (remembered.get(en) ?? null) : es };
};
