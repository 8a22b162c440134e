import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { whenKnown } from '#web/records/concern/when-known.ts';

/** Finished weeks from a Monday on. */
const weeksFrom = (monday: string, counts: readonly number[]) =>
  counts.map((count, i) => ({ week: toLocalDate(toDayNumber(monday) + 7 * i), count }));
const STEADY = Array.from({ length: 26 }, (_, i) => [4, 6, 8][i % 3] ?? 6); // mean 6 or so

test('with fewer than eight weeks since the action it is too early, and the days on which a fall would show are said', () => {
  const known = whenKnown(weeksFrom('2026-05-11', [...STEADY, 7, 5, 6, 8, 14]), '2026-11-09');
  expect(known).toMatchObject({ weeksBefore: 26, weeksSince: 5, since: null });
  expect(known?.shows.map(({ weeks, by }) => [weeks, by])).toEqual([
    [8, '2027-01-04'],
    [13, '2027-02-08'],
    [26, '2027-05-10'],
  ]);
});

test('the longer one waits, the smaller the fall that would show, and none is above the mean', () => {
  const known = whenKnown(weeksFrom('2026-05-11', [...STEADY, 6]), '2026-11-09');
  const falls = known?.shows.map(({ fallTo }) => fallTo) ?? [];
  expect(falls).toEqual(falls.toSorted((a, b) => a - b));
  expect(falls.at(-1)).toBeLessThan(known?.meanBefore ?? 0);
});

// Worked out by hand: mean 12, 52 weeks, Poisson spread; the sum of 8 weeks has
// mean 96 and variance 96 + 64 * 12 / 52 = 110.77; a normal of that variance leaves 2.5 % below 96 - 1.96 * 10.52 = 75.4.
test('the limit agrees with the normal approximation worked out by hand for a mean of 12', () => {
  const steady = Array.from({ length: 52 }, (_, i) => 12 + (i % 2 === 0 ? 1 : -1)); // steadier than chance
  const [first] = whenKnown(weeksFrom('2025-11-10', [...steady, 12]), '2026-11-09')?.shows ?? [];
  expect(first?.weeks).toBe(8);
  expect((first?.fallTo ?? 0) * 8).toBeGreaterThan(73.4);
  expect((first?.fallTo ?? 0) * 8).toBeLessThan(77.4);
});

test('a halving over ten weeks is said to be fewer, a doubling more, and the same as before no clear change', () => {
  const after = (count: number) =>
    whenKnown(weeksFrom('2026-03-09', [...STEADY, ...Array.from({ length: 10 }, () => count)]), '2026-09-07')?.since
      ?.verdict;
  expect([after(3), after(6), after(12)]).toEqual(['fewer', 'no-clear-change', 'more']);
});

test('too few weeks before, or none with a call, judge nothing; the week of the action itself counts on neither side', () => {
  expect(whenKnown(weeksFrom('2026-10-05', [5, 6, 5, 6, 5]), '2026-11-09')).toBeNull();
  expect(
    whenKnown(
      weeksFrom(
        '2026-05-11',
        STEADY.map(() => 0),
      ),
      '2026-11-09',
    ),
  ).toBeNull();
  const known = whenKnown(weeksFrom('2026-05-11', [...STEADY, 7, 5]), '2026-11-11');
  expect(known).toMatchObject({ weeksBefore: 26, weeksSince: 1 });
});
