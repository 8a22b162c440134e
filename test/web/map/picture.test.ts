import { expect, test } from 'vitest';
import { type Picture, pictureLayers, pictureStyle } from '#web/map/picture.ts';
import { shade } from '#web/map/shading.ts';
import { lightTokens } from './light-tokens.ts';
import { layerOf, square } from './squares.ts';

const layer = layerOf(square('a', [0, 0], 0.02), square('b', [0.01, 0.01], 0.02), square('c', [1, 1], 0.02));
const overlaps = [{ overlapId: 'a|b', members: ['a', 'b'], geometry: square('', [0.01, 0.01], 0.01).geometry }];
const classes = { breaks: [3, 6, 9, 13], title: 'Calls', unit: 'calls' };
const shadingOf = (values: Record<string, number | null>, withheld: string[] = []) =>
  shade(lightTokens(), layer, overlaps, values, classes, new Set(withheld));
const picture = (changes: Partial<Picture> = {}): Picture => ({
  tokens: lightTokens(),
  basemap: '/city.pmtiles',
  shading: shadingOf({ a: 2, b: 20, c: null }),
  selected: null,
  visible: { areas: true, density: true, hotCells: true, concerns: true, calls: true, beats: true },
  ...changes,
});

test('the layers lie in the order of the look', () => {
  const ids = pictureLayers(picture()).map(({ id }) => id);
  const order = [
    ...['land', 'park', 'area-fill', 'area-stripes', 'water', 'local', 'rail', 'density-fill', 'area-outline'],
    ...['area-selected', 'stacks', 'arterial-name', 'river-name', 'area-name', 'concern'],
  ];
  expect(order.map((id) => ids.indexOf(id))).toEqual([...order.map((id) => ids.indexOf(id))].sort((a, b) => a - b));
  expect(order.filter((id) => !ids.includes(id))).toEqual([]);
});

test('no layer asks for the tiles of a city that has none', () => {
  const { sources, layers } = pictureStyle(picture({ basemap: null }));
  expect(Object.keys(sources)).not.toContain('city');
  expect(layers.filter((one) => 'source' in one && one.source === 'city')).toEqual([]);
});

test('switching layers, selecting and shading never change which layers there are', () => {
  const ids = (changes: Partial<Picture>): string[] => pictureLayers(picture(changes)).map(({ id }) => id);
  const off = { areas: false, density: false, hotCells: false, concerns: false, calls: false, beats: false };
  expect(ids({ visible: off })).toEqual(ids({}));
  expect(ids({ selected: 'a', shading: shadingOf({}) })).toEqual(ids({}));
});

test('shared ground is striped in the class of each area, and a withheld number is not betrayed', () => {
  const shared = shadingOf({ a: 2, b: 20, c: 5 });
  expect(shared.stripes.get('a|b')).toBe('stripes-0-4');
  expect(shared.patterns.get('stripes-0-4')).toEqual([shared.colors[0], shared.colors[4]]);
  expect(shadingOf({ a: 2, b: 20 }, ['b']).stripes.get('a|b')).toBe('stripes-0-withheld');
  expect(shadingOf({ a: 2, b: 20 }, ['b']).areas.get('b')).toBe('withheld');
});

test('zero is a number and shaded; an unknown number is not', () => {
  const { areas } = shadingOf({ a: 0, b: null });
  expect(areas.get('a')).toBe(0);
  expect(areas.get('b')).toBe('none');
  expect(areas.get('c')).toBe('none');
});
