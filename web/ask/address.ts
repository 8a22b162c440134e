/**
 * The part of the page's address after `?`: plain words a person can read, keep and mail.
 * A comma always parts a list; one inside a value is escaped.
 */
export type Address = { [name: string]: string | string[] | undefined };

const KEPT: [RegExp, string][] = [
  [/%20/g, '+'],
  [/%3A/g, ':'],
  [/%2F/g, '/'],
];

const escaped = (value: string): string =>
  KEPT.reduce((text, [from, to]) => text.replace(from, to), encodeURIComponent(value));

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', '%20'));
  } catch {
    return text; // a hand-typed % is read as it stands
  }
}

/** `?in=beats&kinds=noise,theft` as names and values. What cannot be decoded is kept as typed. */
export function parseAddress(search: string): Address {
  const address: Address = {};
  for (const part of search.replace(/^\?/, '').split('&')) {
    const cut = part.indexOf('=');
    if (cut <= 0) continue;
    const values = part
      .slice(cut + 1)
      .split(',')
      .map(unescaped);
    address[unescaped(part.slice(0, cut))] = values.length > 1 ? values : (values[0] ?? '');
  }
  return address;
}

/** The reverse; what is empty is left out, so that a plain page has a plain address. */
export function stringifyAddress(address: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(address).flatMap(([name, value]) => {
    const values = (Array.isArray(value) ? value : [value]).filter(isWord).map((word) => escaped(String(word)));
    return values.length === 0 ? [] : [`${escaped(name)}=${values.join(',')}`];
  });
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const isWord = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

/** A value as a list: absent is empty, one word is one entry. */
export function listOf(value: string | string[] | undefined): string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'string' ? [value] : value;
}

/** A value as one word, or null; of a list the first. */
export const wordOf = (value: string | string[] | undefined): string | null => listOf(value)[0] ?? null;
