const EMPTY = new Set(
  (
    'a about after again all also always am an and any are around as at back be been before being but by can could did do ' +
    'does doing down every for from get gets go goes going got had has have he her here him his how i if in into is it its ' +
    'just keep keeps last like lot more much my near next night no not now of off on one or our out over people per please ' +
    'say says she so some still than that the their them then there these they thing this those through time to too up us ' +
    'very was we week were what when where which while who will with would you your ' +
    'al con de del el ella en es esta la las lo los mas muy no para pero por que se si sin su un una y ya'
  ).split(' '),
);

/** The words that carry meaning, without accents and the commonest endings. */
export function toWordSet(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/\p{L}{2,}/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map(toStem));
}

/** windows, window: window; racing, raced, races: rac. Good enough to compare, not to read. */
const toStem = (word: string): string => (word.length > 4 ? word.replace(/(?:ings?|ed|es|s|e)$/, '') : word);

/** Sørensen and Dice: twice the shared words over all words of both; one shared word alone says nothing. */
export function alikeWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared < 2 ? 0 : (2 * shared) / (a.size + b.size);
}
