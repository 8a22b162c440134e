import { expect, test } from 'vitest';
import type { AreaFeature, Position } from '#data/schema/area.ts';
import { touchedGroups } from '#web/spikes/verdict/touched-groups.ts';

const square = (areaId: string, west: number, east: number): AreaFeature => {
  const ring: Position[] = [
    [west, 0],
    [east, 0],
    [east, 1],
    [west, 1],
    [west, 0],
  ];
  const unknown = {
    ...{ groupKind: null, residents: null, addresses: null, validFrom: null, center: null, radiusMeters: null },
  };
  return {
    ...{ type: 'Feature', id: areaId, properties: { areaId, name: areaId, kind: 'group', ...unknown } },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
};
const GROUPS = [square('west', 0, 2), square('middle', 1, 3), square('east', 3.5, 5)];
const at = (lon: number | null, placement = 'placed') => ({ lon, lat: lon === null ? null : 0.5, placement });

test('a call on shared ground touches both groups, and the one with most calls stands first', () => {
  expect(touchedGroups(GROUPS, [at(1.5), at(1.6), at(2.5)])).toEqual(['middle', 'west']);
});

test('a single stray call makes no group a matter of it, unless no group has more', () => {
  expect(touchedGroups(GROUPS, [at(0.5), at(0.6), at(4)])).toEqual(['west']);
  expect(touchedGroups(GROUPS, [at(0.5), at(4)])).toEqual(['east', 'west']);
});

test('calls without a usable place, and those outside, touch nobody', () => {
  expect(touchedGroups(GROUPS, [at(null), at(0.5, 'unplaced'), at(3.2)])).toEqual([]);
});
