import axe from 'axe-core';
import { expect, test } from 'vitest';
import { show } from '#test/fixture/show.tsx';
import { WeeksChart } from '#web/chart/weeks-chart.tsx';
import type { WeekPoint } from '#web/compute/door.ts';

const weeks: WeekPoint[] = Array.from({ length: 30 }, (_, i) => ({
  week: new Date(Date.UTC(2026, 4, 18 + 7 * i)).toISOString().slice(0, 10),
  count: i === 28 ? 52 : 30,
  low: 24,
  high: 41,
  complete: i < 29,
}));

const chart = <WeeksChart points={weeks} label="Calls a week in Eastbank" />;

test('only the week outside its range is marked, and it carries its number', async () => {
  const host = await show(chart);
  await expect.poll(() => host.querySelectorAll('[data-mark=unusual]').length).toBe(1);
  expect(host.querySelectorAll('[data-mark=watch]').length).toBe(0);
  expect(host.querySelector('.recharts-label-list')?.textContent).toBe('52');
});

test('the running week is drawn hollow and said to be incomplete in the table twin', async () => {
  const host = await show(chart);
  await expect.poll(() => host.querySelectorAll('.week-running').length).toBe(1);
  expect(host.querySelector('tbody tr:last-child td')?.textContent).toBe('30, not complete');
});

test('the chart has no accessibility fault that axe can find', async () => {
  const host = await show(chart);
  const { violations } = await axe.run(host);
  expect(violations.map((violation) => violation.id)).toEqual([]);
});
