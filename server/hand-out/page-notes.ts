import { plainKind, plainKindsTogether } from '#data/codes/plain-kinds.ts';
import type { HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { clock, dayAlone, dayInFull, monthsIn, number } from './words/dates.ts';
import { wordsOf } from './words/words-of.ts';

const MOST_EXPLAINED = 3;

/** The small print: where the numbers are from, up to when, what is not in them, and what a word means. */
export function pageNotes({ from, to, calls }: HandOutFacts, language: HandOutLanguage): string[] {
  const words = wordsOf(language);
  const { cutoffLocal, sources, boundary, notPlaced, monthOnly, byMonth, notCounted, lines } = calls;
  const lastDay = cutoffLocal.slice(0, 10);
  const cutoff = dayInFull(cutoffLocal, language);
  const { toProtect, other } = plainKindsTogether(notCounted, language);
  const meant = lines
    .filter(({ shown }) => shown === 'count')
    .map(({ category }) => plainKind(category, language).means)
    .filter((meaning) => meaning !== '');
  return [
    words.source(sources, byMonth ? cutoff : words.moment(cutoff, clock(cutoffLocal, language))),
    byMonth ? words.byMonth(monthsIn(from, to, language)) : '',
    lastDay < to ? words.notFull(dayAlone(lastDay, language)) : '',
    boundary.isNewer ? words.redrawn(dayAlone(boundary.validFrom, language)) : '',
    toProtect.length > 0 ? words.notCounted(toProtect) : '',
    other.length > 0 ? words.notOurs(other) : '',
    notPlaced > 0 ? words.notPlaced(number(notPlaced, language)) : '',
    monthOnly > 0 ? words.monthOnly(number(monthOnly, language)) : '',
    ...meant.slice(0, MOST_EXPLAINED),
  ].filter((note) => note !== '');
}
