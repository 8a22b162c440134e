/** What kind of group it is, said at the end of its name: the first words a long name can spare. */
const KINDS = [
  'Neighborhood Association',
  'Homeowners Association',
  'Residents Association',
  'Community Association',
  'Business Association',
  'Merchants Association',
  'Business Improvement District',
  'Neighborhood Watch',
  'Mobile Home Park',
  'Association',
  'Apartments',
  'Neighborhood',
  'Merchants',
  'Traders',
  'Watch',
];

const SPELLED: [long: RegExp, short: string][] = [
  [/\bNorth\b/g, 'N.'],
  [/\bSouth\b/g, 'S.'],
  [/\bStreet\b/g, 'St'],
  [/\bAvenue\b/g, 'Ave'],
  [/\bBoulevard\b/g, 'Blvd'],
  [/\bRoad\b/g, 'Rd'],
  [/\bHeights\b/g, 'Hts'],
  [/\bNeighborhood\b/g, 'Nbhd'],
  [/\bAssociation\b/g, 'Assoc.'],
];

/**
 * Ways to say a name, longest first: whole, without its kind, and with its common words abbreviated as on street
 * signs. A way that another area would share is not among them. The last is the shortest there is.
 */
export function waysToSay(name: string, others: readonly string[]): string[] {
  const kind = KINDS.find((each) => name.endsWith(` ${each}`));
  const bare = kind === undefined ? name : name.slice(0, -kind.length - 1);
  const abbreviated = SPELLED.reduce((words, [long, short]) => words.replace(long, short), bare);
  const isOwn = (way: string) =>
    !others.some((other) => other !== name && (other === way || other.startsWith(`${way} `)));
  return [...new Set([name, bare, abbreviated])].filter((way) => way === name || isOwn(way));
}

/** The longest way to say a name in the first of these numbers of lines that any way keeps to; else the shortest. */
export function nameInLines(
  name: string,
  others: readonly string[],
  linesOf: (way: string) => number,
  most: readonly number[],
): string {
  const ways = waysToSay(name, others);
  for (const lines of most) {
    const fitting = ways.find((way) => linesOf(way) <= lines);
    if (fitting !== undefined) return fitting;
  }
  return ways.at(-1) ?? name;
}
