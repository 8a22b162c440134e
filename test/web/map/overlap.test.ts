import { readFileSync } from 'node:fs';
import { area } from '@turf/turf';
import { expect, test } from 'vitest';
import { sharedData } from '#test/fixture/shared-data.ts';
import { findOverlaps } from '#web/map/overlap.ts';
import { layerOf, square } from './squares.ts';

test('two squares that share a quarter have one piece of shared ground, a quarter in size', async () => {
  const layer = layerOf(square('a', [0, 0], 0.02), square('b', [0.01, 0.01], 0.02));
  const [piece, ...others] = await findOverlaps(layer);
  expect(others).toEqual([]);
  expect(piece?.members).toEqual(['a', 'b']);
  const whole = area(square('a', [0, 0], 0.02));
  expect(area(piece?.geometry ?? layer)).toBeCloseTo(whole / 4, -3);
});

test('ground of three areas comes after that of two, so that it is drawn on top', async () => {
  const layer = layerOf(square('a', [0, 0], 0.03), square('b', [0.01, 0], 0.03), square('c', [0.02, 0], 0.03));
  const found = await findOverlaps(layer);
  expect(found.map(({ overlapId }) => overlapId)).toEqual(['a|b', 'a|c', 'b|c', 'a|b|c']);
});

test('neighbors that only touch, or meet in a seam of two meters, share no ground', async () => {
  const touching = layerOf(square('a', [0, 0], 0.01), square('b', [0.01, 0], 0.01));
  expect(await findOverlaps(touching)).toEqual([]);
  const seam = layerOf(square('a', [0, 0], 0.01), square('b', [0.01 - 0.00002, 0], 0.01)); // 2.2 m at the equator
  expect(await findOverlaps(seam)).toEqual([]);
});

test('an area inside another is shared ground as a whole', async () => {
  const inner = square('inner', [0.005, 0.005], 0.01);
  const [piece] = await findOverlaps(layerOf(square('outer', [0, 0], 0.03), inner));
  expect(area(piece?.geometry ?? inner) / area(inner)).toBeCloseTo(1, 6);
});

test('a search that is stopped gives nothing', async () => {
  const stop = new AbortController();
  stop.abort();
  const layer = layerOf(square('a', [0, 0], 0.02), square('b', [0.01, 0.01], 0.02));
  expect(await findOverlaps(layer, { signal: stop.signal })).toEqual([]);
});

const beats = sharedData('asheville/law_beats.geojson');

test.skipIf(!beats)('the beats of Asheville, a partition, share no ground', async () => {
  const { features } = JSON.parse(readFileSync(beats ?? '', 'utf8'));
  expect(features).toHaveLength(16);
  const layer = layerOf(
    ...features.map(({ geometry }: { geometry: never }, i: number) => ({
      ...square(`beat-${i}`, [0, 0], 1),
      geometry,
    })),
  );
  expect(await findOverlaps(layer)).toEqual([]);
});
