import type { HandOutChoices, HandOutItem, TwoTongues } from '#data/schema/records/hand-out.ts';

export type Part = Exclude<HandOutItem['part'], 'line'>;
export type WordField = 'said' | 'did' | 'notYet' | 'words';
export type Row = { readonly item: HandOutItem; readonly isOn: boolean };

/** The parts as they are printed, one after the other. */
export const PARTS: readonly Part[] = ['concern', 'promise', 'news', 'project', 'tip'];

/** What of an item a person may say better. A tip stands as it was checked once for all groups. */
export const FIELDS: Record<HandOutItem['part'], readonly WordField[]> = {
  concern: ['said', 'did', 'notYet'],
  promise: ['words'],
  news: ['words'],
  project: ['words'],
  tip: [],
  line: ['words'],
};

export const LINE = 'line'; // the officer's own, which no record offers
const NOTHING_SAID: TwoTongues = { en: '', es: null };

/** Every item of a part: what is on the page in its order there, and what is left out beside its suggested neighbor. */
export function rowsOf(offered: readonly HandOutItem[], { items }: HandOutChoices, part: Part): Row[] {
  const ofPart = offered.filter((item) => item.part === part);
  const byId = new Map(ofPart.map((item) => [item.itemId, item]));
  const rows: Row[] = items.flatMap((itemId) => {
    const item = byId.get(itemId);
    return item ? [{ item, isOn: true }] : [];
  });
  ofPart.forEach((item, at) => {
    if (items.includes(item.itemId)) return;
    const before = ofPart[at - 1]?.itemId;
    const place = rows.findIndex((row) => row.item.itemId === before) + 1; // after its neighbor, or first
    rows.splice(place, 0, { item, isOn: false });
  });
  return rows;
}

/** The item put on the page where it is suggested, or left out of it. */
export function ticked(offered: readonly HandOutItem[], choices: HandOutChoices, itemId: string): HandOutChoices {
  const chosen = new Set(choices.items);
  if (!chosen.delete(itemId)) chosen.add(itemId);
  const inOrder = PARTS.flatMap((part) => rowsOf(offered, choices, part)).map(({ item }) => item.itemId);
  return { ...choices, items: inOrder.filter((each) => chosen.has(each)) };
}

/** The item at another place among those of its part that are on the page; 0 is the first. */
export function placed(
  offered: readonly HandOutItem[],
  choices: HandOutChoices,
  itemId: string,
  to: number,
): HandOutChoices {
  const part = offered.find((item) => item.itemId === itemId)?.part;
  const items = PARTS.flatMap((each) => {
    const ids = rowsOf(offered, choices, each).flatMap(({ item, isOn }) => (isOn ? [item.itemId] : []));
    if (each !== part || !ids.includes(itemId)) return ids;
    return ids.filter((id) => id !== itemId).toSpliced(to, 0, itemId);
  });
  return { ...choices, items };
}

/** The words of an item as the page says them: those of the officer, else those of the record. */
export function wordsAt(item: HandOutItem, { words, line }: HandOutChoices, field: WordField): TwoTongues {
  if (item.part === 'line') return line ?? NOTHING_SAID;
  return words[item.itemId]?.[field] ?? recordWords(item, field);
}

function recordWords(item: HandOutItem, field: WordField): TwoTongues {
  if (item.part === 'tip') return NOTHING_SAID;
  if (item.part === 'concern') return field === 'words' ? NOTHING_SAID : item[field];
  return item.words;
}

/** Words said better; said again as the record has them, they are no choice any more. */
export function worded(item: HandOutItem, choices: HandOutChoices, field: WordField, said: TwoTongues): HandOutChoices {
  if (item.part === 'line') return withLine(choices, said);
  const { [item.itemId]: mine = {}, ...others } = choices.words;
  const { [field]: _, ...kept } = mine;
  const ours = isAlike(said, recordWords(item, field)) ? kept : { ...kept, [field]: said };
  return { ...choices, words: Object.keys(ours).length === 0 ? others : { ...others, [item.itemId]: ours } };
}

function withLine(choices: HandOutChoices, { en, es }: TwoTongues): HandOutChoices {
  return { ...choices, line: en === '' && es === null ? null : { en, es } };
}

/** Whether the page says it otherwise than the record; words put into Spanish only are the same words. */
export const isReworded = (item: HandOutItem, choices: HandOutChoices): boolean =>
  FIELDS[item.part].some((field) => wordsAt(item, choices, field).en !== recordWords(item, field).en);

/** The item in the record's own words again. */
export function unworded(choices: HandOutChoices, itemId: string): HandOutChoices {
  const { [itemId]: _, ...others } = choices.words;
  return { ...choices, words: others };
}

const isAlike = (a: TwoTongues, b: TwoTongues): boolean => a.en === b.en && (a.es ?? '') === (b.es ?? '');
