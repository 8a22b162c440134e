import { plainKind } from '#data/codes/plain-kinds.ts';
import type { HandOutLanguage, HandOutLine } from '#data/schema/records/hand-out.ts';
import { number } from './words/dates.ts';
import { wordsOf } from './words/words-of.ts';

const MOST_NAMED = 2; // a third number in a sentence is one that nobody keeps in mind

/** What the whole page says, for whoever reads only that. */
export function answerOf(lines: readonly HandOutLine[], language: HandOutLanguage): string {
  const words = wordsOf(language);
  const unusual = lines.filter(({ against }) => against === 'more' || against === 'fewer');
  const asUsual = lines.filter(({ against }) => against === 'as-usual');
  const allCompared = lines.every(({ usual }) => usual !== null);
  if (unusual.length > 0) {
    const told = unusual.slice(0, MOST_NAMED).map((line) => sentenceOf(line, language));
    if (unusual.length > MOST_NAMED) told.push(words.moreKinds(unusual.length - MOST_NAMED));
    if (asUsual.length > 0) told.push(allCompared ? words.othersUsual : words.comparedUsual);
    return told.join(' ');
  }
  if (lines.every(({ shown }) => shown === 'zero')) return words.noCalls;
  if (asUsual.some(({ shown }) => shown === 'count')) return words.allUsual;
  return lines.some(({ shown }) => shown === 'count') ? words.notCompared : words.allWithheld;
}

function sentenceOf({ category, calls, usual, against }: HandOutLine, language: HandOutLanguage): string {
  const { told } = plainKind(category, language);
  const [low, high] = [number(usual?.low ?? 0, language), number(usual?.high ?? 0, language)];
  return wordsOf(language)[against === 'more' ? 'more' : 'fewer'](told, number(calls ?? 0, language), low, high);
}
