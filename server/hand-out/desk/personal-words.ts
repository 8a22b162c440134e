import { findPersonal, type Personal } from '#analysis/release/find-personal.ts';
import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import type { KnownWords } from './known-words.ts';

const MONTHS = /^(?:April|May|June|August)$/;

/** What could tell a reader of a page who somebody is, or where they live, in words of one language. */
export const personalWords = (text: string, known: KnownWords, language: HandOutLanguage): Personal[] => {
  const knownNames = [...known.knownNames, ...known.firstNames];
  return findPersonal(text, { knownNames, mayStand: known.mayStand }).filter(
    (found) => found.kind !== 'name' || isNameLike(found, text, known, language),
  );
};

/**
 * A known name counts in any case, one word of it where it is written like a name: "banks" is no resident, and "Mark the
 * tools" names nobody. The list of English names takes Spanish words for names ("cierra"): there, what it finds must be
 * written like one.
 */
function isNameLike(
  { text: words, at }: Personal,
  text: string,
  known: KnownWords,
  language: HandOutLanguage,
): boolean {
  const parts = words.split(/\s+/);
  const isCapital = parts.every((part) => /^(?:\p{Lu}|(?:de|del|la|y)$)/u.test(part));
  const isOneOf = (names: readonly string[]) => names.some((name) => name.toLowerCase() === words.toLowerCase());
  if (isOneOf(known.knownNames)) return isCapital || parts.length > 1;
  const isFirstWord = /(?:^|[.!?¿¡:]\s*)$/.test(text.slice(0, at));
  if (isOneOf(known.firstNames)) return isCapital && !isFirstWord && !MONTHS.test(words);
  if (language === 'en') return isCapital || parts.length > 1;
  return isCapital && (parts.length > 1 || !isFirstWord);
}
