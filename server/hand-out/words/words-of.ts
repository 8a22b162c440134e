import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { ENGLISH } from './english.ts';
import type { PageWords } from './page-words.ts';
import { SPANISH } from './spanish.ts';

const WORDS: Readonly<Record<HandOutLanguage, PageWords>> = { en: ENGLISH, es: SPANISH };

export const wordsOf = (language: HandOutLanguage): PageWords => WORDS[language];
