import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { show } from '#test/fixture/show.tsx';
import type { CallLag } from '#web/compute/reporting-lag.ts';
import { LagProof } from '#web/methods/reporting-lag/reporting-lag-panel.tsx';

const LAG: CallLag = {
  ...{ records: 559, medianDays: 0, lagDays: 8 },
  arrived: Array.from({ length: 57 }, (_, day) => Math.min(1, 0.6 + 0.05 * day)),
  weeks: [
    { week: '2026-11-30', observed: 14, share: 1, verdict: 'complete', expected: 14, low: 14, high: 14 },
    { week: '2026-12-07', observed: 7, share: 0.88, verdict: 'nowcast', expected: 8.02, low: 7, high: 11 },
    { week: '2026-12-14', observed: 1, share: 0.3, verdict: 'left-out', expected: 4.5, low: 1, high: 14 },
  ],
};

test('a week that is whole stands, one still arriving has a range, one hardly here is left out', async () => {
  const host = await show(<LagProof lag={LAG} since="2025-12-15" />);
  const rows = page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Nov 30', '14', '100%', '14', 'Whole'],
    ['Dec 7', '7', '88%', '8 (7–11)', 'Nowcast'],
    ['Dec 14', '1', '30%', 'left out', 'Left out'],
  ]);
  await expect.element(page.getByRole('img', { name: '98% within 8 days' })).toBeVisible();
  await expect.element(page.getByText('559 calls that happened since Dec 15, 2025')).toBeVisible();
  await expectNoAxeFaults(host);
});
