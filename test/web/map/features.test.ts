import { expect, test } from 'vitest';
import { areaFeatures, areaNames } from '#web/map/area-features.ts';
import { densityFeatures, hotCellFeatures } from '#web/map/density-layers.ts';
import { scaleAt } from '#web/map/scale-bar.tsx';
import { toGeoJson } from '#web/map/to-geojson.ts';
import { nextOf } from '#web/map/use-picking.ts';
import { valueWords } from '#web/map/value-words.ts';
import { layerOf, square } from './squares.ts';

const small = square('small', [0, 0], 0.01, { groupKind: 'business' });
const large = square('large', [0, 0], 0.05);
const overlaps = [{ overlapId: 'small|large', members: ['small', 'large'], geometry: small.geometry }];

test('small areas are drawn after large ones, so that they can be clicked', () => {
  const ids = areaFeatures(layerOf(small, large)).features.map(({ properties }) => properties?.areaId);
  expect(ids).toEqual(['large', 'small']);
});

test('business groups and groups kept as a point are dashed, associations are not', () => {
  const point = square('point', [1, 1], 0.01, { center: [1, 1], radiusMeters: 400 });
  const dashed = areaFeatures(layerOf(small, large, point)).features.map(({ properties }) => properties?.dashed);
  expect(dashed.filter(Boolean)).toHaveLength(2);
});

test('only the area that lies on the ground of a larger one has a slanted name', () => {
  const names = areaNames(layerOf(small, large), overlaps).features.map(({ properties }) => [
    properties?.areaId,
    properties?.over,
  ]);
  expect(names).toEqual([
    ['large', false],
    ['small', true],
  ]);
});

test('contours are drawn from the lowest level up, whatever their order', () => {
  const ring: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  const contours = [0.75, 0.25, 0.5].map((level) => ({ level, rings: [[ring]] }));
  expect(densityFeatures({ contours, max: 1, bandwidthMeters: 400 }).features.map((f) => f.properties)).toEqual([
    { level: 0 },
    { level: 1 },
    { level: 2 },
  ]);
});

test('cells without a finding are not drawn', () => {
  const cell = { ring: [], count: 1, z: 0, q: 1 };
  const cells = [
    { ...cell, verdict: 'hot' as const },
    { ...cell, verdict: 'not-significant' as const },
  ];
  expect(hotCellFeatures(cells).features).toHaveLength(1);
});

test('further clicks at one place go through the areas that share it', () => {
  expect(nextOf(['small', 'large'], null)).toBe('small');
  expect(nextOf(['small', 'large'], 'small')).toBe('large');
  expect(nextOf(['small', 'large'], 'large')).toBe('small');
  expect(nextOf([], 'small')).toBeNull();
});

test('zero, withheld and missing are three words', () => {
  expect([valueWords(0, false), valueWords(7, true), valueWords(null, false)]).toEqual(['0', 'withheld', 'no number']);
});

test('an exported area carries its value, and a withheld one says so without it', () => {
  const { features } = toGeoJson(layerOf(small, large), { small: 4, large: 9 }, { withheld: ['small'] });
  expect(features[0]?.properties).toMatchObject({ areaId: 'small', value: null, withheld: true });
  expect(features[1]?.properties).toMatchObject({ areaId: 'large', value: 9 });
});

test('the scale is the longest round distance that fits', () => {
  // Web Mercator, tiles of 512: 40075016.686 m / 512 a pixel at zoom 0 and the equator; 9.55 m at zoom 13.
  expect(scaleAt(0, 13)).toMatchObject({ meters: 500, words: '500 m' });
  expect(scaleAt(0, 13).pixels).toBeCloseTo(500 / (40075016.686 / 512 / 2 ** 13), 3);
  expect(scaleAt(60, 11).words).toBe('1 km');
});
