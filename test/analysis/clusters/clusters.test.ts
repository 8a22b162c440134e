import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClustersOptions, findClusters } from '#analysis/clusters/clusters.ts';
import { planeAround, toLat, toLon } from '#analysis/shared/plane.ts';

// Made by test/fixture/methods/clusters.py (scikit-learn 1.2.1).
const witness = JSON.parse(readFileSync(new URL('../../fixture/methods/clusters.json', import.meta.url), 'utf8'));
const known = { lon: Float64Array.from(witness.lon as number[]), lat: Float64Array.from(witness.lat as number[]) };

type Point = readonly [x: number, y: number];
const CENTER = planeAround([-82.55, 35.59]);
const pointsAt = (points: readonly Point[], plane = CENTER) => ({
  lon: Float64Array.from(points, ([x]) => toLon(plane, x)),
  lat: Float64Array.from(points, ([, y]) => toLat(plane, y)),
});
const find = (points: readonly Point[], options: Partial<ClustersOptions> = {}) =>
  findClusters(pointsAt(points), { radiusMeters: 100, minCalls: 3, ...options });
const rowsOf = (answer: ReturnType<typeof findClusters>) => answer.findings.map(({ rows }) => rows);

type Case = { radiusMeters: number; minCalls: number; labels: number[]; core: number[] };

/** Rows of each sklearn label, as our findings list them. */
function clustersOf(labels: readonly number[]): number[][] {
  const clusters = new Map<number, number[]>();
  labels.forEach((label, row) => {
    if (label >= 0) clusters.set(label, [...(clusters.get(label) ?? []), row]);
  });
  return [...clusters.values()];
}
const inOrder = (clusters: readonly number[][]) => clusters.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe.each(witness.cases as Case[])(
  '$radiusMeters m, $minCalls calls',
  ({ radiusMeters, minCalls, labels, core }) => {
    test('clusters, border ties and all, are those of sklearn where the first cluster takes a tie', () => {
      const found = findClusters(known, { radiusMeters, minCalls, border: 'first' });
      expect(inOrder(rowsOf(found))).toEqual(inOrder(clustersOf(labels)));
      expect(found.findings.length).toBeGreaterThan(1);
      expect(found.leftOut).toContainEqual({
        what: `${labels.filter((label) => label < 0).length} calls`,
        reason: 'in-no-cluster',
      });
    });

    test('with ties to the nearest core, cores and noise are those of sklearn', () => {
      const found = findClusters(known, { radiusMeters, minCalls });
      const cores = (clusters: readonly number[][]) =>
        inOrder(clusters.map((rows) => rows.filter((row) => core[row] === 1)));
      expect(cores(rowsOf(found))).toEqual(cores(clustersOf(labels)));
      expect(rowsOf(found).flat().length).toBe(labels.filter((label) => label >= 0).length);
      expect(found.findings.reduce((sum, { coreCalls }) => sum + coreCalls, 0)).toBe(
        core.filter((is) => is === 1).length,
      );
    });
  },
);

test('a border call between two clusters belongs to the nearest core; equally near, to the one further west', () => {
  const west = [0, -30, -60, -80].map((x): Point => [x, 0]);
  const east = [180, 210, 240, 260].map((x): Point => [x, 0]);
  const options = { minCalls: 4 };
  expect(rowsOf(find([...east, ...west, [95, 0]], options))).toEqual([
    [0, 1, 2, 3, 8],
    [4, 5, 6, 7],
  ]);
  expect(rowsOf(find([...east, ...west, [90, 0]], options))).toEqual([
    [4, 5, 6, 7, 8],
    [0, 1, 2, 3],
  ]);
  expect(rowsOf(find([...west, ...east, [95, 0]], { ...options, border: 'first' }))[0]).toEqual([0, 1, 2, 3, 8]);
});

test('a stack counts with all its calls, and says so', () => {
  const stack = Array.from({ length: 12 }, (): Point => [0, 0]);
  const { findings, leftOut } = find([...stack, [100, 0], [500, 0]], { minCalls: 10 });
  expect(findings).toMatchObject([{ calls: 13, coreCalls: 13, places: 2, largestStack: 12 }]);
  expect(leftOut).toEqual([{ what: '1 calls', reason: 'in-no-cluster' }]);
});

test('a call at exactly the radius is in reach', () => {
  expect(
    find([
      [0, 0],
      [100, 0],
      [200, 0],
    ]).findings,
  ).toHaveLength(1);
  expect(
    find([
      [0, 0],
      [100, 0],
      [200.002, 0],
    ]).findings,
  ).toHaveLength(0);
});

test('a cluster says where it is and how far it reaches', () => {
  const [cluster] = find(
    [
      [0, 0],
      [60, 0],
      [0, 80],
      [60, 80],
    ],
    { radiusMeters: 150 },
  ).findings;
  expect(cluster?.radiusMeters).toBeCloseTo(50, 3);
  expect(cluster?.lon).toBeCloseTo(toLon(CENTER, 30), 9);
  expect(cluster?.lat).toBeCloseTo(toLat(CENTER, 40), 9);
});

test('what cannot be judged is left out with its reason', () => {
  expect(find([]).leftOut).toEqual([{ what: 'clusters', reason: 'too-few-calls' }]);
  expect(
    find([
      [0, 0],
      [Number.NaN, 0],
      [1, 1],
    ]).leftOut,
  ).toEqual([
    { what: '1 calls', reason: 'no-place' },
    { what: 'clusters', reason: 'too-few-calls' },
  ]);
  const stack = Array.from({ length: 5 }, (): Point => [7, 7]);
  expect(find(stack)).toMatchObject({
    findings: [{ calls: 5, places: 1 }],
    leftOut: [{ what: 'extent of the cluster', reason: 'one-place' }],
  });
  expect(() => find([], { radiusMeters: 0 })).toThrow(/radiusMeters/);
  expect(() => find([], { minCalls: 2.5 })).toThrow(/minCalls/);
});

test('a call on another continent does not bend the distances of the city', () => {
  const city: Point[] = [
    [0, 0],
    [99.9, 0],
    [50, 0],
    [400, 0],
    [500.1, 0],
    [600.2, 0],
  ];
  const here = rowsOf(find(city));
  const { lon, lat } = pointsAt(city);
  const far = { lon: Float64Array.of(...lon, 13.4), lat: Float64Array.of(...lat, -52.5) };
  expect(rowsOf(findClusters(far, { radiusMeters: 100, minCalls: 3 }))).toEqual(here);
  expect(here).toEqual([[0, 1, 2]]);
});

test('neither the order of the calls nor a move to the east changes a cluster', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }));
  fc.assert(
    fc.property(fc.array(point, { maxLength: 60 }), (offsets) => {
      const points = offsets.map(([x, y]): Point => [10 * x, 10 * y]);
      const here = find(points).findings;
      const last = points.length - 1;
      const turned = find(points.toReversed()).findings.map(({ rows }) =>
        rows.map((row) => last - row).sort((a, b) => a - b),
      );
      expect(inOrder(turned)).toEqual(inOrder(here.map(({ rows }) => rows)));
      const moved = findClusters(pointsAt(points, planeAround([13.4, 35.59])), { radiusMeters: 100, minCalls: 3 });
      expect(inOrder(rowsOf(moved))).toEqual(inOrder(here.map(({ rows }) => rows)));
    }),
    { numRuns: 60 },
  );
});
