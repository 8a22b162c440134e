import nlp from 'compromise';
import { findPhoneNumbersInText } from 'libphonenumber-js/min';

export type PersonalKind =
  | 'name'
  | 'phone'
  | 'email'
  | 'address'
  | 'plate'
  | 'birth-date'
  | 'social-security'
  | 'coordinates'
  | 'case-number';
export type Personal = { readonly kind: PersonalKind; readonly text: string; readonly at: number };

export type PersonalOptions = {
  readonly knownNames?: readonly string[]; // people of the records who must not be named: representatives, callers
  readonly mayStand?: readonly string[]; // streets, parks, groups, officers, the department's own numbers
};

const STREET =
  'Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Boulevard|Blvd|Place|Pl|Way|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Row|Square|Trail';
const NAMED = "[A-Z\\u00C0-\\u00DD0-9][\\w'’\\u00C0-\\u017F-]*";

/** A block ("2400 block of Linnet Avenue") is what may be told; a house number is not. */
const PATTERNS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['social-security', /\b\d{3}-\d{2}-\d{4}\b/g],
  [
    'birth-date',
    /\b(?:born(?: on| in)?|dob|date of birth|naci(?:do|da|ó)(?: el| en)?)[:\s]+(?:\p{L}+\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}\s+de\s+\p{L}+(?:\s+de\s+\d{4})?|\d{4})/giu,
  ],
  [
    'address',
    new RegExp(`\\b\\d{1,5}[A-Z]?\\s+(?:[NSEW]\\.?\\s+)?(?:${NAMED}\\s+){0,3}${NAMED}\\s+(?:${STREET})\\b\\.?`, 'g'),
  ],
  [
    'address',
    new RegExp(
      `\\b(?:Calle|Avenida|Av\\.|Camino|Paseo)\\s+(?:${NAMED}\\s+){0,3}${NAMED},?\\s+(?:n[úu]m(?:ero|\\.)?\\s*)?\\d{1,5}\\b`,
      'g',
    ),
  ],
  ['address', /\b(?:apartment|apt|unit|suite|apartamento|depto)\.?\s*#?\s*\d+[A-Z]?\b/gi],
  ['phone', /(?<![\d-])\d{3}[-.\s]\d{4}(?![\d-])/g], // without its area code
  [
    'plate',
    /\b(?:[Ll]icense [Pp]late|[Pp]late|[Tt]ag|[Pp]laca|[Mm]atr[íi]cula)s?(?:\s+(?:number|no\.?|n[úu]mero))?[:\s]+#?[A-Z0-9]{2,4}[-\s]?[A-Z0-9]{2,4}\b/g,
  ],
  ['coordinates', /-?\d{1,3}\.\d{4,}\s*[,;]\s*-?\d{1,3}\.\d{4,}/g],
  ['case-number', /\b(?:case|incident|report|caso)\s*(?:number|no\.?|n[úu]mero|#)?[:\s#]*\d{2,4}-\d{3,}\b/gi],
];

/**
 * Finds what could tell a reader who somebody is or where they live, in English or Spanish words: names, phones,
 * addresses and numbers of persons. Finds come in the order of the text and do not overlap. Names are found by a word
 * list (compromise) and by `knownNames`; a rare name that stands in neither, in lower case, is missed, so a person
 * reads the page as well.
 */
export function findPersonal(text: string, { knownNames = [], mayStand = [] }: PersonalOptions = {}): Personal[] {
  const found = [
    ...PATTERNS.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match): Personal => ({ kind, text: match[0], at: match.index })),
    ),
    ...findPhoneNumbersInText(text, 'US').map(({ startsAt, endsAt }): Personal => {
      return { kind: 'phone', text: text.slice(startsAt, endsAt), at: startsAt };
    }),
    ...knownNames.flatMap((name) => placesOf(text, name)),
    ...namesIn(text),
  ];
  const allowed = mayStand.map((words) => words.toLowerCase());
  const kept = found.filter((each) => !allowed.some((words) => words.includes(each.text.trim().toLowerCase())));
  return apart(kept);
}

/** The name as it stands, in whatever case; a name of one letter or none names nobody. */
function placesOf(text: string, name: string): Personal[] {
  const words = name.trim();
  if (words.length < 2) return [];
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'giu');
  return [...text.matchAll(whole)].map((match) => ({ kind: 'name', text: match[0], at: match.index }));
}

type Offset = { offset: { start: number; length: number } };

function namesIn(text: string): Personal[] {
  const people: Offset[] = nlp(text).people().json({ offset: true });
  return people.map(({ offset: { start, length } }) => {
    const words = text.slice(start, start + length).replace(/[^\p{L}\d]+$/u, ''); // the library takes in what closes the sentence
    return { kind: 'name', text: words, at: start };
  });
}

/** Of finds that overlap, the longest. */
function apart(found: readonly Personal[]): Personal[] {
  const longestFirst = [...found].sort((a, b) => b.text.length - a.text.length || a.at - b.at);
  const kept: Personal[] = [];
  for (const each of longestFirst) {
    const meets = kept.some(({ at, text }) => each.at < at + text.length && at < each.at + each.text.length);
    if (!meets) kept.push(each);
  }
  return kept.sort((a, b) => a.at - b.at);
}
