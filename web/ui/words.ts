// The page says its language once, in its root element, before any script runs.
const spoken = globalThis.document?.documentElement.lang;

type Spoken<Words> = { readonly [Key in keyof Words]?: Words[Key] };

/**
 * The words of one screen, one file a screen. Entries are strings, or functions of what they
 * mention, so that a missing argument is a type error. What Spanish lacks is said in English.
 */
export function wordsOf<Words extends object>(languages: { en: Words; es?: Spoken<Words> }): Words {
  if (spoken === 'es' && languages.es) return { ...languages.en, ...languages.es };
  return languages.en;
}

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A whole number with thousands apart: 128,000. */
export const count = (n: number): string => whole.format(n);

/** "1 call", "2 calls", "0 calls". */
export const plural = (n: number, one: string, many: string): string => `${count(n)} ${n === 1 ? one : many}`;

/** "Millrace", "Millrace and Eastbank", "Millrace, Eastbank and 3 more". */
export function listed(names: readonly string[], atMost = 3): string {
  if (names.length <= 1) return names[0] ?? '';
  const shown = names.slice(0, names.length > atMost ? atMost - 1 : atMost);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
