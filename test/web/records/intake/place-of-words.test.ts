import { expect, test } from 'vitest';
import type { AreaFeature } from '#data/schema/area.ts';
import { joinedStreets } from '#web/records/intake/joined-streets.ts';
import type { Street } from '#web/records/intake/kept-on-phone.ts';
import type { LonLat } from '#web/records/intake/marked-place.ts';
import { groupsOf, NOWHERE, namedIn, placeOfWords } from '#web/records/intake/place-of-words.ts';

/** A ground from one longitude to another, between the equator and a degree north. */
const ground = (areaId: string, west: number, east: number): AreaFeature => ({
  type: 'Feature',
  id: areaId,
  properties: {
    ...{ areaId, name: areaId, kind: 'group' as const, groupKind: null, residents: null, addresses: null },
    ...{ validFrom: null, center: null, radiusMeters: null },
  },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 0],
        [east, 0],
        [east, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
});
const GROUPS = [ground('west', 0, 0.5), ground('east', 0.5, 1)];

const street = (name: string, line: LonLat[], blocks: Street['blocks'] = []): Street => ({
  name,
  lines: [line],
  blocks,
});
const LONG = street(
  'Linnet Avenue',
  [
    [0.45, 0.5],
    [0.55, 0.5],
  ],
  [
    [4100, 0.46, 0.5],
    [4200, 0.54, 0.5],
  ],
);
const EDGE = street(
  'Edge Road',
  [
    [0.5, 0.5],
    [0.5, 0.52],
  ],
  [[100, 0.5, 0.51]],
);
const ALONG = street('Inner Road', [
  [0.1, 0.5],
  [0.2, 0.5],
]);
const COURT = street('Wren Court', [
  [0.1, 0.5],
  [0.101, 0.5],
  [0.102, 0.5],
]);
const OUTSIDE = street('Far Road', [
  [2, 0.5],
  [2.1, 0.5],
]);
const STREETS = [LONG, EDGE, ALONG, COURT, OUTSIDE, street('Linnet Avenue East', [[0.1, 0.1]])];

const placed = (words: string) => {
  const named = namedIn(STREETS, words);
  return named && placeOfWords(named, GROUPS);
};

test('words name a street with its hundred-block, and more may follow', () => {
  const named = (words: string) => {
    const found = namedIn(STREETS, words);
    return found && [found.street.name, found.hundred];
  };
  expect(named('4120 linnet avenue, behind the school')).toEqual(['Linnet Avenue', 4100]);
  expect(named('4100 block of Linnet Avenue East')).toEqual(['Linnet Avenue East', 4100]);
  expect(named('Wren Court')).toEqual(['Wren Court', null]);
  expect(named('Wren Courtyard')).toBeNull();
  expect(named('behind the school')).toBeNull();
});

test('each known block of a street is in its own place and group', () => {
  expect(placed('4100 block, Linnet Avenue')).toEqual({
    place: { type: 'Point', coordinates: [0.46, 0.5] },
    placeConfidence: 'about',
    groupIds: ['west'],
  });
  expect(placed('4250 Linnet Avenue')?.groupIds).toEqual(['east']);
});

test('a block of a street that is a boundary is in the groups on both its sides', () => {
  expect(placed('100 block, Edge Road')?.groupIds).toEqual(['east', 'west']);
});

test('of a street through several groups no point and no group is taken; a block that is not known is the street alone', () => {
  expect(placed('Linnet Avenue')).toBe(NOWHERE);
  expect(placed('1100 block, Linnet Avenue')).toBe(NOWHERE);
  expect(groupsOf(LONG, GROUPS)).toEqual({ groupIds: ['west', 'east'], isSame: false });
});

test('a street that is all in one group is in it, without a point; a short one is where it is', () => {
  expect(placed('1100 Inner Road')).toEqual({ ...NOWHERE, groupIds: ['west'] });
  expect(placed('Wren Court')).toMatchObject({ place: { coordinates: [0.101, 0.5] }, groupIds: ['west'] });
  expect(placed('Far Road')).toBe(NOWHERE);
});

test('blocks join the streets as they are drawn, however they are written; what is not drawn runs from block to block', () => {
  const drawn = new Map([['Linnet Avenue', LONG.lines]]);
  const joined = joinedStreets(drawn, [
    { street: 'Linnet Ave.', blocks: [[4100, 0.46, 0.5]] },
    { street: 'St Johns Dr', blocks: [[100, 0.2, 0.3]] },
  ]);
  expect(joined).toEqual([
    { name: 'Linnet Avenue', lines: LONG.lines, blocks: [[4100, 0.46, 0.5]] },
    { name: 'St Johns Dr', lines: [[[0.2, 0.3]]], blocks: [[100, 0.2, 0.3]] },
  ]);
});
