/** Something in a text that may point to a person or a home. */
export type PrivateWords = { readonly what: 'name' | 'phone' | 'e-mail' | 'address'; readonly words: string };

const PHONE = /(?<![\d-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)/g;
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const STREET =
  'Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|Boulevard|Blvd|Way|Terrace|Circle|Cir|Loop|Row';
/** A house number before a street; "1200 block, Main Street" is a block and passes. */
const ADDRESS = new RegExp(
  `\\b\\d{1,6}[A-Za-z]?(?: (?!block\\b)(?:[NSEW]\\.? )?[A-Z][\\w'’]*){1,4} (?:${STREET})\\b(?:,? (?:Apt|Unit|#) ?\\w+)?`,
  'g',
);
/** Two words with capitals after a word that goes before a name. */
const TITLED = /\b(?:Mr|Mrs|Ms|Dr|Sr|Sra|Señora?|named|neighbor|resident)\.? ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)/g;

/** Names, numbers and addresses in a text; `names` are people known to the records behind it. */
export function findPrivateWords(text: string, names: readonly string[]): PrivateWords[] {
  const found: PrivateWords[] = [
    ...all(text, PHONE).map((words) => ({ what: 'phone' as const, words })),
    ...all(text, EMAIL).map((words) => ({ what: 'e-mail' as const, words })),
    ...all(text, ADDRESS).map((words) => ({ what: 'address' as const, words })),
    ...all(text, TITLED).map((words) => ({ what: 'name' as const, words })),
    ...names.filter((name) => name.length > 2 && holds(text, name)).map((words) => ({ what: 'name' as const, words })),
  ];
  const seen = new Set<string>();
  return found.filter(({ words }) => !seen.has(words) && seen.add(words));
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[0]);

const holds = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'iu').test(text);
