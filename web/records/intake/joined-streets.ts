import type { BlockStreet } from '#data/schema/records/concern-filing.ts';
import type { Street } from './kept-on-phone.ts';
import type { LonLat } from './marked-place.ts';

/** By name; a street that is not drawn runs from block to block. */
export function joinedStreets(drawn: ReadonlyMap<string, LonLat[][]>, blocks: readonly BlockStreet[]): Street[] {
  const byKey = new Map<string, Street>();
  for (const [name, lines] of drawn) byKey.set(streetKey(name), { name, lines, blocks: [] });
  for (const { street, blocks: known } of blocks) {
    const found = byKey.get(streetKey(street));
    if (found) found.blocks.push(...known);
    else
      byKey.set(streetKey(street), { name: street, lines: [known.map(([, lon, lat]) => [lon, lat])], blocks: known });
  }
  return [...byKey.values()].sort((a, b) => a.name.localeCompare(b.name));
}

const WHOLE: Record<string, string> = {
  ...{ AV: 'AVENUE', AVE: 'AVENUE', BLVD: 'BOULEVARD', CIR: 'CIRCLE', CT: 'COURT', DR: 'DRIVE', HWY: 'HIGHWAY' },
  ...{ LN: 'LANE', PKWY: 'PARKWAY', PL: 'PLACE', PLZ: 'PLAZA', RD: 'ROAD', SQ: 'SQUARE', ST: 'STREET' },
  ...{ TER: 'TERRACE', TRL: 'TRAIL', N: 'NORTH', S: 'SOUTH', E: 'EAST', W: 'WEST' },
};

/** One writing of a street's name: "LINNET AVE." and "Linnet Avenue" are one street. "St" before a name is a saint. */
const streetKey = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[.,]/g, ' ')
    .trim()
    .split(/\s+/)
    .map((word, at) => (at === 0 && word === 'ST' ? word : (WHOLE[word] ?? word)))
    .join(' ');
