import axe from 'axe-core';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { HourGrid } from '#web/chart/hour-grid.tsx';

const counts = Array.from({ length: 168 }, (_, cell) => (cell >= 24 * 2 + 13 && cell <= 24 * 2 + 15 ? 9 : 1));
const exposure = Array.from({ length: 168 }, () => 8);
const grid = (onPick: (cells: number[]) => void) => (
  <HourGrid counts={counts} exposure={exposure} onPick={onPick} label="Calls by hour and weekday" />
);

test('arrows, Shift and Enter pick a box of hours without a mouse', async () => {
  let picked: number[] = [];
  const host = await show(
    grid((cells) => {
      picked = cells;
    }),
  );
  host.querySelector<HTMLElement>('[role=grid]')?.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{Shift>}{ArrowRight}{ArrowDown}{/Shift}{Enter}');
  expect(picked).toEqual([25, 26, 49, 50]);
});

test('a weekday picks its whole row', async () => {
  let picked: number[] = [];
  const host = await show(
    grid((cells) => {
      picked = cells;
    }),
  );
  await userEvent.click(host.querySelectorAll('[role=rowheader] button')[6] ?? host);
  expect(picked).toEqual(Array.from({ length: 24 }, (_, hour) => 144 + hour));
});

test('the grid has no accessibility fault that axe can find', async () => {
  const host = await show(grid(() => {}));
  const { violations } = await axe.run(host);
  expect(violations.map((violation) => violation.id)).toEqual([]);
});
