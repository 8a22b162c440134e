import { expect, test } from 'vitest';
import { findPower } from '#analysis/spike/power.ts';
import { findSpikes } from '#analysis/spike/spike.ts';
import { quietCity } from '#test/fixture/methods/quiet-city.ts';

const city = quietCity(8, 150, 12);
const WATCH = { watchP: 0.002 };

test('a rise of the size found is noticed in the wanted share of tries, and one call less is not', () => {
  const [one] = city;
  if (one === undefined) throw new Error('the city has series');
  const found = findPower([one], { ...WATCH, tries: 104 }).findings[0];
  const noticed = (size: number) => {
    const weeks = Array.from({ length: 104 }, (_, i) => 148 - i);
    const hits = weeks.filter((week) => {
      const counts = one.counts.slice(0, week + 1).map((count, at) => (at === week ? count + size : count));
      return findSpikes([{ ...one, counts }], { ...WATCH, unusualQ: 1e-12 }).findings[0]?.verdict === 'watch';
    });
    return hits.length / weeks.length;
  };
  const size = found?.size ?? 0;
  expect(found?.tries).toBe(104);
  expect(found?.share).toBeCloseTo(noticed(size), 12);
  expect(noticed(size)).toBeGreaterThanOrEqual(0.8);
  expect(noticed(size - 1)).toBeLessThan(0.8);
});

test('the same seed gives the same answer, in any order of the series', () => {
  const sizes = (series: typeof city) =>
    new Map(findPower(series, WATCH).findings.map((one) => [one.areaId, one.size]));
  expect(sizes(city.toReversed())).toEqual(sizes(city));
});

test('a rise that lasts is noticed at a smaller size, and a stricter threshold asks for a larger one', () => {
  const sizeOf = (options: object) =>
    findPower(city, { ...WATCH, ...options }).findings.reduce((sum, { size }) => sum + size, 0);
  expect(sizeOf({ withinWeeks: 3 })).toBeLessThan(sizeOf({}));
  expect(sizeOf({ watchP: 1e-6 })).toBeGreaterThan(sizeOf({}));
});

test('a series too short, and a rise that is never noticed, are left out by name', () => {
  const short = { areaId: 'new-beat', category: 'noise', counts: [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2] };
  expect(findPower([short]).leftOut).toEqual([{ what: 'new-beat noise', reason: 'short-history' }]);
  expect(findPower(city.slice(0, 1), { ...WATCH, largest: 2 }).leftOut[0]?.reason).toBe('not-noticed');
});
