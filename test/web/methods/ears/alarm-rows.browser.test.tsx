import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { show } from '#test/fixture/show.tsx';
import type { DailyAlarms, EarsDay } from '#web/compute/ears.ts';
import { AlarmRows, DaysChart } from '#web/methods/ears/ears-panel.tsx';

const day = (said: Partial<EarsDay>): EarsDay => ({
  ...{ day: '2026-12-13', count: 4, expected: 3, limit: 8.2, isAlarm: false },
  ...said,
});
const series = (areaId: string, said: Partial<EarsDay>): DailyAlarms => ({
  ...{ areaId, category: 'noise' },
  days: [day(said)],
});

test('what is above its limit stands furthest first, and how many would be by chance is said', async () => {
  const picked: string[] = [];
  const host = await show(
    <AlarmRows
      findings={[
        { areaId: null, category: null, days: [day({})] },
        series('East', {}),
        series('North', { count: 9, isAlarm: true }),
        series('West', { count: 15, isAlarm: true }),
      ]}
      alpha={0.025}
      nameOf={(areaId) => areaId}
      onPick={({ areaId }) => picked.push(areaId)}
    />,
  );
  const rows = page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Noise, West', '15', '3.0', '8.2'],
    ['Noise, North', '9', '3.0', '8.2'],
  ]);
  await expect.element(page.getByText('2 of 3 series of one kind in one area are above the limit')).toBeVisible();
  await expect.element(page.getByText('about 0.1 would be by chance alone')).toBeVisible();
  await page.getByRole('button', { name: 'Noise, North' }).click();
  expect(picked).toEqual(['North']);
  await expectNoAxeFaults(host);
});

test('a day above its limit is marked in the chart and named in its table, one without a limit is not judged', async () => {
  const host = await show(
    <DaysChart
      days={[
        day({ day: '2026-12-11', limit: null, expected: null }),
        day({ day: '2026-12-12', count: 12, isAlarm: true }),
        day({}),
      ]}
    />,
  );
  await expect.poll(() => host.querySelectorAll('[data-mark=watch]').length).toBe(1);
  const rows = [...host.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toEqual(['Dec 114not judged', 'Dec 1212, alarm8.2', 'Dec 1348.2']);
  await expectNoAxeFaults(host);
});
