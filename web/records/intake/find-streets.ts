import type { Street } from './kept-on-phone.ts';

const AT_MOST = 5;
const BLOCK = /^\s*(?:(\d+)[\s,]+(?:(?:block|blk)\b[\s,]*)?(?:of\b[\s,]*)?)?/i;

/** The number before a street, and what comes after it: "1100 block, Linnet" is 1100 and "linnet". */
export function partsOf(typed: string): { number: number | null; rest: string } {
  const [before = '', number] = BLOCK.exec(typed) ?? [];
  return {
    number: number === undefined ? null : Number(number),
    rest: typed.slice(before.length).trim().toLowerCase(),
  };
}

/** Streets that hold the letters, those that begin with them first. "1100 block, Linnet" finds Linnet Avenue. */
export function findStreets(streets: readonly Street[], typed: string): Street[] {
  const { rest: wanted } = partsOf(typed);
  if (wanted.length < 2) return [];
  const found = streets.filter(({ name }) => name.toLowerCase().includes(wanted));
  const first = ({ name }: Street) => Number(!name.toLowerCase().startsWith(wanted));
  return found.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name)).slice(0, AT_MOST);
}
