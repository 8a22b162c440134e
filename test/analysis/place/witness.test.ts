import { readFileSync } from 'node:fs';
import { booleanPointInPolygon } from '@turf/turf';
import { expect, test } from 'vitest';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { areasAt } from './areas-at.ts';

type Case = { kind: string; scale: number; parts: Position[][][]; points: Position[]; covers: string };

// GEOS 3.11.1 by shapely 1.8.5; see test/fixture/place/README.md.
const file = new URL('../../fixture/place/covers.json', import.meta.url);
const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, 'utf8'));

const closed = (ring: Position[]): Position[] => [...ring, ...ring.slice(0, 1)];
const shapeOf = ({ parts }: Case): AreaGeometry => ({ type: 'MultiPolygon', coordinates: parts });

test('every awkward shape covers just the points that GEOS says it covers', () => {
  expect(cases.length).toBeGreaterThan(300);
  for (const [i, each] of cases.entries()) {
    const covers = areasAt([shapeOf(each)], each.points).map((areas) => (areas.length > 0 ? '1' : '0'));
    expect(covers.join(''), `case ${i}, ${each.kind}, scale ${each.scale}`).toBe(each.covers);
  }
});

test('all awkward shapes of one scale in one index answer as each does alone', () => {
  for (const scale of new Set(cases.map((each) => each.scale))) {
    const same = cases.filter((each) => each.scale === scale);
    const points = same.flatMap((each) => each.points);
    const together = areasAt(same.map(shapeOf), points);
    let from = 0;
    for (const [area, { points: own, covers }] of same.entries()) {
      const found = together.slice(from, from + own.length).map((areas) => (areas.includes(area) ? '1' : '0'));
      expect(found.join(''), `area ${area}, scale ${scale}`).toBe(covers);
      from += own.length;
    }
  }
});

// Turf judges a boundary in plain doubles, so only where GEOS agrees with it can it speak about points close to an edge.
test('Turf agrees wherever Turf and GEOS do not differ, and that is nearly everywhere', () => {
  let asked = 0;
  let agreed = 0;
  for (const each of cases) {
    const turf = { type: 'MultiPolygon' as const, coordinates: each.parts.map((rings) => rings.map(closed)) };
    const ours = areasAt([shapeOf(each)], each.points);
    for (const [i, point] of each.points.entries()) {
      const said = booleanPointInPolygon(point, turf);
      asked++;
      if (said !== (each.covers[i] === '1')) continue;
      agreed++;
      expect((ours[i]?.length ?? 0) > 0, `${each.kind} at ${point}`).toBe(said);
    }
  }
  expect(agreed / asked).toBeGreaterThan(0.98);
});
