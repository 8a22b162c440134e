import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categorize } from '#analysis/emerging/categorize.ts';
import { findEmerging } from '#analysis/emerging/emerging.ts';
import { gridOver, toDegrees } from '#analysis/shared/grid.ts';
import { planeAround, toLat, toLon } from '#analysis/shared/plane.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import witness from '#test/fixture/methods/emerging.json' with { type: 'json' };

const CELL = 400;

/** A town of whole cells, and calls in the middle of them: `counts[step][cell]`, a step each 28 days. */
function townOf(columns: number, rows: number, counts: readonly (readonly number[])[], center: [number, number]) {
  const plane = planeAround(center);
  const [east, north] = [(columns * CELL) / 2 - 1, (rows * CELL) / 2 - 1];
  const bbox = [toLon(plane, -east), toLat(plane, -north), toLon(plane, east), toLat(plane, north)] as const;
  const [w, s, e, n] = bbox;
  const city: AreaGeometry = {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
  const grid = gridOver(bbox, CELL);
  const calls = counts.flatMap((cells, step) =>
    cells.flatMap((count, cell) => {
      const [lon, lat] = toDegrees(grid, (cell % columns) + 0.5, Math.floor(cell / columns) + 0.5);
      return Array.from({ length: count }, () => ({ lon, lat, day: 28 * step }));
    }),
  );
  return { city: [city], calls, span: { firstDay: 0, lastDay: 28 * counts.length - 1 } };
}

const columnsOf = (calls: { lon: number; lat: number; day: number }[]) => ({
  lon: Float64Array.from(calls, ({ lon }) => lon),
  lat: Float64Array.from(calls, ({ lat }) => lat),
  days: Float64Array.from(calls, ({ day }) => day),
});

const CENTER: [number, number] = [-82.55, 35.6];
const town = townOf(witness.columns, witness.rows, witness.counts, CENTER);

test('marks, last Gi* and trends agree with R spdep and cor.test on 12 steps', () => {
  const { findings, leftOut } = findEmerging(columnsOf(town.calls), town.city, town.span);
  expect(leftOut).toEqual([]);
  const key = (z: number, trend: number) => `${z.toFixed(8)} ${trend.toFixed(8)}`;
  const expected = witness.lastZ.map((z, cell) => ({
    key: key(z, witness.trendZ[cell] ?? Number.NaN),
    hot: witness.hotSteps[cell],
    cold: witness.coldSteps[cell],
  }));
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
  const found = findings.map(({ lastZ, trendZ, hotSteps, coldSteps }) => ({
    key: key(lastZ, trendZ),
    hot: hotSteps,
    cold: coldSteps,
  }));
  expect(found.sort(byKey)).toEqual(expected.sort(byKey));
  expect(new Set(findings.map(({ category }) => category)).size).toBeGreaterThan(3);
});

const H = 1;
const C = -1;
const O = 0;
test.each([
  ['new', 'hot', 'none', [O, O, O, O, O, O, O, O, O, H]],
  ['new', 'hot', 'none', [O, C, O, O, O, O, O, O, O, H]],
  ['consecutive', 'hot', 'none', [O, O, O, O, O, O, O, H, H, H]],
  ['intensifying', 'hot', 'up', [O, H, H, H, H, H, H, H, H, H]],
  ['persistent', 'hot', 'none', [H, H, H, H, O, H, H, H, H, H]],
  ['diminishing', 'hot', 'down', [H, H, H, H, H, H, H, H, H, H]],
  ['sporadic', 'hot', 'none', [O, H, H, O, O, H, O, O, O, H]],
  ['oscillating', 'hot', 'none', [O, H, C, O, O, H, O, O, O, H]],
  ['historical', 'hot', 'down', [H, H, H, H, H, H, H, H, H, O]],
  ['no-pattern', 'none', 'up', [H, H, H, H, O, O, O, O, O, O]],
  ['new', 'cold', 'down', [O, O, O, O, O, O, O, O, O, C]],
  ['intensifying', 'cold', 'down', [C, C, C, C, C, C, C, C, C, C]],
] as const)('Esri’s words: %s, %s, with a trend %s', (category, side, trend, marks) => {
  expect(categorize({ marks, trend })).toEqual({ category, side });
});

test('a cell that is hot by its neighbors alone is not called new', () => {
  const columns = 9;
  const quiet = Array.from({ length: 81 }, (_, cell) => (cell % 7 === 0 ? 1 : 0));
  const last = quiet.map((count, cell) => (Math.abs((cell % columns) - 4) === 1 && cell > 26 && cell < 54 ? 9 : count));
  last[4 * columns + 4] = 0;
  const counts = [...Array.from({ length: 10 }, () => quiet), last];
  const { city, calls, span } = townOf(columns, 9, counts, CENTER);
  const { findings, leftOut } = findEmerging(columnsOf(calls), city, span);
  const fresh = findings.filter(({ category, side }) => category === 'new' && side === 'hot');
  expect(fresh.length).toBeGreaterThan(0);
  for (const cell of fresh) expect(cell.lastCalls).toBeGreaterThan(0);
  expect(leftOut.some(({ reason }) => reason === 'no-incident')).toBe(true);
});

test('what cannot be judged is left out with its reason', () => {
  const calls = columnsOf(town.calls);
  const reasons = (...asked: Parameters<typeof findEmerging>) =>
    findEmerging(...asked).leftOut.map((one) => one.reason);
  expect(reasons(calls, town.city, { firstDay: 0, lastDay: 100 })).toEqual(['too-few-steps']);
  expect(reasons(calls, town.city, { firstDay: 9, lastDay: 0 })).toEqual(['too-few-steps']);
  expect(reasons(calls, [], town.span)).toEqual(['no-areas']);
  expect(reasons(calls, town.city, town.span, { cellMeters: 50_000 })).toEqual(['too-few-cells']);
  const empty = reasons(columnsOf([]), town.city, town.span);
  expect(new Set(empty)).toEqual(new Set(['no-variance']));
  const late = columnsOf([...town.calls, { lon: CENTER[0], lat: CENTER[1], day: 5_000 }]);
  expect(findEmerging(late, town.city, town.span).leftOut).toEqual([{ what: '1 calls', reason: 'outside-steps' }]);
});

test('options that cannot be used are refused by name', () => {
  const calls = columnsOf([]);
  expect(() => findEmerging(calls, [], town.span, { cellMeters: 0 })).toThrow(/cellMeters/);
  expect(() => findEmerging(calls, [], town.span, { stepDays: 1.5 })).toThrow(/stepDays/);
  expect(() => findEmerging(calls, [], town.span, { trendP: 2 })).toThrow(/trendP/);
});

test('neither the order of the calls nor a move to the east changes a category', () => {
  const here = findEmerging(columnsOf(town.calls), town.city, town.span);
  expect(findEmerging(columnsOf(town.calls.toReversed()), town.city, town.span)).toEqual(here);
  fc.assert(
    fc.property(fc.integer({ min: -90, max: 90 }), (lon) => {
      const moved = townOf(witness.columns, witness.rows, witness.counts, [lon, CENTER[1]]);
      const there = findEmerging(columnsOf(moved.calls), moved.city, moved.span);
      expect(there.findings.map(({ category }) => category)).toEqual(here.findings.map(({ category }) => category));
    }),
    { numRuns: 5 },
  );
});
