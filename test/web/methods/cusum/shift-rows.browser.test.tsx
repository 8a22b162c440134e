import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { show } from '#test/fixture/show.tsx';
import type { Shift } from '#web/compute/cusum.ts';
import { ShiftCharts, ShiftRows } from '#web/methods/cusum/cusum-panel.tsx';

const shift = (said: Partial<Shift>): Shift => ({
  ...{ areaId: 'East', category: 'noise', usual: 4, k: 5, h: 9.5, runLength: 520, runLengthRisen: 7.2 },
  ...{ sum: 2, signalWeek: null, risingSince: null, verdict: 'usual', weeks: [] },
  ...said,
});

test('only series whose level has risen are listed, furthest over their limit first', async () => {
  const host = await show(
    <ShiftRows
      findings={[
        shift({ areaId: null, category: null }),
        shift({}),
        shift({ areaId: 'North', usual: 0.04, sum: 12, h: 3, risingSince: '2026-10-05', verdict: 'unusual' }),
        shift({ areaId: 'West', sum: 10, risingSince: '2026-11-02', verdict: 'unusual' }),
      ]}
      nameOf={(areaId) => areaId}
      watchedWeeks={26}
      onPick={() => {}}
    />,
  );
  const rows = page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Noise, North', '0.04', 'Oct 5', '12.0 (3.0)'],
    ['Noise, West', '4.0', 'Nov 2', '10.0 (9.5)'],
  ]);
  await expect.element(page.getByText('In 2 of 3 series of one kind in one area the level has risen')).toBeVisible();
  await expectNoAxeFaults(host);
});

test('weeks at or over the limit are marked, and what the chart can do is said', async () => {
  const weeks = [3, 9, 12, 6].map((count, i) => ({ week: `2026-11-${16 + i}`, count, sum: [0, 4, 11, 9.5][i] ?? 0 }));
  const host = await show(<ShiftCharts whole={shift({ areaId: null, weeks })} />);
  await expect.poll(() => host.querySelectorAll('[data-mark=unusual]').length).toBe(2);
  await expect
    .element(page.getByText('once in about 520 weeks; a rise of that size it finds in about 7.'))
    .toBeVisible();
  await expectNoAxeFaults(host);
});
