import type { AreaFeature } from '#data/schema/area.ts';
import { areasOf } from '#web/records/shared/areas-at.ts';
import type { Draft } from './draft.ts';
import { partsOf } from './find-streets.ts';
import type { Street } from './kept-on-phone.ts';
import type { LonLat } from './marked-place.ts';
import { extentOf, halfwayOf, pointsAlong, sidesOf, stretchAt } from './street-line.ts';

/** A street that words begin with, and the hundred-block before it: "4120 Linnet Avenue, by the school" is its 4100 block. */
export type Named = { street: Street; hundred: number | null };

type Placed = Pick<Draft, 'place' | 'placeConfidence' | 'groupIds'>;

export const NOWHERE: Placed = { place: null, placeConfidence: 'words-only', groupIds: [] };

const SHORT = 300; // meters: anywhere on it is near enough
const MOST_GROUPS = 10; // of a concern

export function namedIn(streets: readonly Street[], words: string): Named | null {
  const { number, rest } = partsOf(words);
  const isNamed = (name: string) => rest.startsWith(name) && !/^[\p{L}\d]/u.test(rest.slice(name.length));
  const [street] = streets
    .filter(({ name }) => isNamed(name.toLowerCase()))
    .sort((a, b) => b.name.length - a.name.length); // Linnet Avenue East is not Linnet Avenue
  return street ? { street, hundred: number === null ? null : Math.floor(number / 100) * 100 } : null;
}

/**
 * Where words are. A known block is about where it is known, in the groups on both sides of it. Of a street alone no
 * point is taken, unless it is short, and no group, unless all of it is in the same.
 */
export function placeOfWords({ street, hundred }: Named, groups: readonly AreaFeature[]): Placed {
  const [, lon, lat] = street.blocks.find(([known]) => known === hundred) ?? [];
  if (lon !== undefined && lat !== undefined)
    return placedAt([lon, lat], groupsAlong(groups, stretchAt(street.lines, [lon, lat])));
  const along = groupsOf(street, groups);
  if (!along.isSame) return NOWHERE;
  const middle = extentOf(street.lines) <= SHORT ? halfwayOf(street.lines) : undefined;
  if (middle) return placedAt(middle, along);
  return along.groupIds.length === 0 ? NOWHERE : { ...NOWHERE, groupIds: along.groupIds.slice(0, MOST_GROUPS) };
}

type Along = { groupIds: string[]; isSame: boolean };

const placedAt = (at: LonLat, { groupIds }: Along): Placed => ({
  place: { type: 'Point', coordinates: at },
  placeConfidence: 'about',
  groupIds: groupIds.slice(0, MOST_GROUPS),
});

/** The groups that a street runs through, and whether all of it is in the same ones. */
export const groupsOf = ({ lines }: Street, groups: readonly AreaFeature[]): Along =>
  groupsAlong(groups, pointsAlong(lines));

function groupsAlong(groups: readonly AreaFeature[], points: readonly LonLat[]): Along {
  const around = points.map(sidesOf);
  const each = areasOf(groups, around.flat()).map((areas) => areas.map(({ properties }) => properties.areaId));
  const sides = around[0]?.length ?? 1;
  const sets = points.map((_, at) => [...new Set(each.slice(at * sides, (at + 1) * sides).flat())].sort());
  return {
    groupIds: [...new Set(sets.flat())],
    isSame: new Set(sets.map((ids) => ids.join())).size <= 1,
  };
}
