import { expect, test } from 'vitest';
import { countTicks, weekTicks } from '#web/chart/week-axis.ts';

test('a year of weeks is ticked by months, and January carries its year', () => {
  const labels = weekTicks('2025-12-15', '2026-12-07').map((tick) => tick.label);
  expect(labels).toEqual(['Jan 2026', 'Apr', 'Jul', 'Oct']);
});

test('a few weeks are ticked by their Mondays', () => {
  expect(weekTicks('2026-11-16', '2026-12-07').map((tick) => tick.label)).toEqual([
    'Nov 16',
    'Nov 23',
    'Nov 30',
    'Dec 7',
  ]);
});

test('a count axis starts at zero, reaches past the largest count and has three or four ticks', () => {
  for (const largest of [1, 3, 9, 14, 52, 640, 128_000]) {
    const ticks = countTicks(largest);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(largest);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every(Number.isInteger)).toBe(true);
  }
});

// Chicago's ten years: every January would stand on its neighbor.
test('many years get a tick every other year, or every fifth', () => {
  expect(weekTicks('2012-01-02', '2019-12-30').map(({ label }) => label)).toEqual(['Jan 2014', 'Jan 2016', 'Jan 2018']);
  expect(weekTicks('2001-01-01', '2020-12-28')).toHaveLength(4);
});
