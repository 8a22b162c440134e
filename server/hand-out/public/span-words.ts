import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { spanDays } from '#server/hand-out/words/dates.ts';
import { wordsOf } from '#server/hand-out/words/words-of.ts';

/** "November 16 to December 13, 2026" */
export const spanInWords = (from: string, to: string, language: HandOutLanguage): string =>
  wordsOf(language).span(...spanDays(from, to, language));
