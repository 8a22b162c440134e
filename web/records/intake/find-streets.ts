import type { Street } from './kept-on-phone.ts';

const AT_MOST = 5;

/** Streets that hold the letters, those that begin with them first. "1100 block, Linnet" finds Linnet Avenue. */
export function findStreets(streets: readonly Street[], typed: string): Street[] {
  const wanted = typed
    .toLowerCase()
    .replace(/^\s*\d+\s*/, '')
    .replace(/\bblock\b( of)?,?/, '')
    .trim();
  if (wanted.length < 2) return [];
  const found = streets.filter(({ name }) => name.toLowerCase().includes(wanted));
  const first = ({ name }: Street) => Number(!name.toLowerCase().startsWith(wanted));
  return found.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name)).slice(0, AT_MOST);
}
