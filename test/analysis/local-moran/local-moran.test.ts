import normal from '@stdlib/stats-base-dists-normal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLocalMoran } from '#analysis/local-moran/local-moran.ts';
import { localMoran } from '#analysis/local-moran/moran.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import { box } from '#test/fixture/box.ts';
import witness from '#test/fixture/methods/local-moran.json' with { type: 'json' };
import { randomFrom } from '#test/fixture/methods/random.ts';

const town = box(-82.6, 35.55, -82.5, 35.65);
const at = (lonLat: [number, number][]) => ({
  lon: Float64Array.from(lonLat, ([lon]) => lon),
  lat: Float64Array.from(lonLat, ([, lat]) => lat),
});

test('I, z and q agree with R spdep::localmoran; a cell without neighbors is not judged', () => {
  const found = localMoran(witness.counts, Uint8Array.from(witness.inCity), witness.columns);
  if (typeof found === 'string') throw new Error(found);
  expect(found.alone).toBe(1);
  expect(found.cells).toHaveLength(witness.z.length);
  const q = adjustForLooks(found.cells.map(({ z }) => 2 * normal.cdf(-Math.abs(z), 0, 1)));
  found.cells.forEach(({ i, z }, cell) => {
    expect(i).toBeCloseTo(witness.i[cell] ?? Number.NaN, 9);
    expect(z).toBeCloseTo(witness.z[cell] ?? Number.NaN, 9);
    expect(q[cell]).toBeCloseTo(witness.q[cell] ?? Number.NaN, 9);
  });
});

const random = randomFrom(3);
const thin = Array.from({ length: 300 }, (): [number, number] => [-82.6 + 0.1 * random(), 35.55 + 0.1 * random()]);
const thick = Array.from({ length: 400 }, (): [number, number] => [-82.55 + 0.01 * random(), 35.6 + 0.01 * random()]);

test('a high place among high ones is named so, in any order of the calls', () => {
  const found = findLocalMoran(at([...thin, ...thick]), [town]);
  expect(found.findings[0]?.verdict).toBe('high-high');
  expect(findLocalMoran(at([...thin, ...thick].reverse()), [town])).toEqual(found);
});

test('calls outside of the city are said to be left out, and its empty cells are not zeros', () => {
  const west = box(-82.6, 35.55, -82.58, 35.65);
  const { findings, leftOut } = findLocalMoran(at([...thin.filter(([lon]) => lon < -82.58), [-82.5, 35.6]]), [west]);
  expect(leftOut).toContainEqual({ what: '1 calls', reason: 'beyond-cells' });
  for (const { ring } of findings) expect(ring[0]?.[0]).toBeLessThan(-82.58);
});

test('what cannot be judged is left out with its reason', () => {
  expect(findLocalMoran(at([]), []).leftOut).toEqual([{ what: 'cells', reason: 'no-areas' }]);
  expect(findLocalMoran(at([]), [town]).leftOut).toEqual([{ what: 'cells', reason: 'no-variance' }]);
  expect(findLocalMoran(at([]), [town], { cellMeters: 50_000 }).leftOut[0]?.reason).toBe('too-few-cells');
  expect(findLocalMoran(at([]), [box(-120, 20, -80, 50)]).leftOut[0]?.reason).toBe('too-wide');
  expect(() => findLocalMoran(at([]), [town], { significantQ: 2 })).toThrow(/significantQ/);
});

const steps = fc.array(fc.tuple(fc.nat(255), fc.nat(255)), { minLength: 2, maxLength: 80 });
/** Steps that a number holds exactly, so that a move by whole degrees moves no call over an edge. */
const inTown = (some: readonly (readonly [number, number])[], west = -82.5) =>
  at(some.map(([x, y]): [number, number] => [west + x / 2_048 + 1 / 8_192, 35.5 + y / 2_048 + 1 / 8_192]));
const townFrom = (west: number) => [box(west, 35.5, west + 0.125, 35.625)];

test('a move to the east changes no cell', () => {
  fc.assert(
    fc.property(steps, (some) => {
      const asked = { cellMeters: 1_200 };
      const here = findLocalMoran(inTown(some), townFrom(-82.5), asked);
      const east = findLocalMoran(inTown(some, -58.5), townFrom(-58.5), asked);
      expect(east.findings.map(({ count, verdict }) => ({ count, verdict }))).toEqual(
        here.findings.map(({ count, verdict }) => ({ count, verdict })),
      );
      expect(east.leftOut).toEqual(here.leftOut);
    }),
    { numRuns: 15 },
  );
});

test('the counts of two halves of a file add up to those of the whole, cell by cell', () => {
  const countsOf = (some: readonly (readonly [number, number])[]) =>
    new Map(
      findLocalMoran(inTown(some), townFrom(-82.5), { cellMeters: 1_200 }).findings.map(({ ring, count }) => [
        ring.join(),
        count,
      ]),
    );
  fc.assert(
    fc.property(steps, (some) => {
      const crowd = some.map((): [number, number] => [3, 3]); // so that no half is without variance
      const [odd, even] = [0, 1].map((rest) => [...some.filter((_, i) => i % 2 === rest), ...crowd]);
      const [whole, first, second] = [
        countsOf([...some, ...crowd, ...crowd]),
        countsOf(odd ?? []),
        countsOf(even ?? []),
      ];
      for (const [cell, count] of whole) expect((first.get(cell) ?? 0) + (second.get(cell) ?? 0)).toBe(count);
    }),
    { numRuns: 15 },
  );
});
