import type { HandOutContent, PrintedLine, Said } from '#server/hand-out/content.ts';
import { wordsOf } from '#server/hand-out/words/words-of.ts';

export type Token = { readonly word: string; readonly at: number; readonly end: number };

/** Words and numbers, in lower case, with their places in the text. */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: found, index }) => ({
    word: found.normalize('NFC').toLowerCase(),
    at: index,
    end: index + found.length,
  }));

export const isNumber = (word: string): boolean => /\p{N}/u.test(word);

/** What a page may say: the pairs of words that follow each other in it, and words that stand alone in it. */
export type ToldWords = { readonly pairs: ReadonlySet<string>; readonly alone: ReadonlySet<string> };

const BETWEEN: ReadonlySet<string> = new Set(['and', 'y', 'e']); // in a list

export function toldWords(content: HandOutContent): ToldWords {
  const pairs = new Set<string>();
  const alone = new Set<string>();
  const tell = (text: string) => {
    const words = tokensOf(text).map(({ word }) => word);
    if (words.length === 1 && words[0] !== undefined) alone.add(words[0]);
    for (const [i, word] of words.entries()) if (i > 0) pairs.add(`${words[i - 1]} ${word}`);
  };
  for (const text of [...textsOf(content), ...pageWords(content)]) tell(text);
  for (const { number, label } of [...content.lines, ...content.others.lines]) {
    tell(`${number} ${label}`);
    tell(`${label} ${number}`);
  }
  for (const [days, calls] of content.charts.concerns.flatMap(({ rows }) => rows)) tell(`${days} ${calls}`);
  return { pairs, alone };
}

/** The stretches of a text that the page does not say, one after the other. */
export function untold(text: string, { pairs, alone }: ToldWords): { text: string; at: number }[] {
  const tokens = tokensOf(text);
  const isTold = (i: number): boolean => {
    const word = tokens[i]?.word ?? '';
    if (pairs.has(`${tokens[i - 1]?.word} ${word}`) || pairs.has(`${word} ${tokens[i + 1]?.word}`)) return true;
    if (alone.has(word)) return !isNumber(word) || tokens.length === 1;
    return BETWEEN.has(word);
  };
  const found: { at: number; end: number; last: number }[] = [];
  for (const [i, { at, end }] of tokens.entries()) {
    if (isTold(i)) continue;
    const before = found.at(-1);
    if (before?.last === i - 1) Object.assign(before, { end, last: i });
    else found.push({ at, end, last: i });
  }
  return found.map(({ at, end }) => ({ at, text: text.slice(at, end) }));
}

/** Everything that the content says, piece by piece. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Fixed words that a page adds around the content: headings for who listens, and what found no room. */
function pageWords({ language, others, concerns, sections }: HandOutContent): string[] {
  const words = wordsOf(language);
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  return [
    ...Object.values(words).filter((each) => typeof each === 'string'),
    ...upTo(others.lines.length).map(words.moreOthers),
    ...upTo(concerns.rows.length).map(words.moreConcerns),
    ...upTo(sections.reduce((sum, { items }) => sum + items.length, 0)).map(words.moreTold),
  ];
}

/** What persons wrote; everything else is made of fixed words and of counts. */
export const writtenWords = ({ concerns, sections }: HandOutContent): Said[] =>
  [
    ...concerns.rows.flatMap(({ said, did, notYet }) => [said, did, notYet]),
    ...sections.flatMap(({ items }) => items),
  ].filter(({ words }) => words !== '');

export const printedLines = ({ lines, others }: HandOutContent): PrintedLine[] => [...lines, ...others.lines];
