import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { sayChanges } from '#analysis/two-counts/said.ts';
import { compareTwoCounts } from '#analysis/two-counts/two-counts.ts';
import { show } from '#test/fixture/show.tsx';
import { type Compared, ComparedRows } from '#web/methods/two-counts/two-counts-panel.tsx';

const AREAS = { nameOf: (areaId: string) => `Group ${areaId}`, noun: ['group', 'groups'] as [string, string] };

/** Counts of a week after as many in the week before. */
function compared(areaId: string | null, now: number, before: number): Compared {
  const pair = { areaId: areaId ?? '', category: '', now, before, nowExposure: 7, beforeExposure: 7 };
  const [finding] = compareTwoCounts([pair]).findings;
  if (finding === undefined) throw new Error('a pair with calls has a finding');
  const [said = 'too-few'] = sayChanges([{ ...finding, ...pair }], 0.95);
  return {
    ...{ ...finding, areaId, said, nowExposure: 7, beforeExposure: 7 },
    nowWindow: { from: '2026-12-07', to: '2026-12-13' },
    beforeWindow: { from: '2026-11-30', to: '2026-12-06' },
  };
}

test('both counts of each area stand by name, with how many times as many and what may be said', async () => {
  const host = await show(
    <ComparedRows
      areas={AREAS}
      findings={[compared(null, 49, 24), compared('B', 9, 0), compared('A', 39, 22), compared('C', 1, 2)]}
    />,
  );
  const rows = page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) =>
      [...row.children].map(({ textContent }) => textContent?.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')),
    );
  expect(rows).toEqual([
    ['Group A', '39', '22', '1.771.03–3.14', 'More'],
    ['Group B', '9', '0', '–≥ 1.97', 'More'],
    ['Group C', '1', '2', '0.500.01–9.60', 'Too few'],
  ]);
  await expect.element(page.getByText('7 days set against 7 days: 2.04 times the daily rate')).toBeVisible();
  await expect.element(page.getByText('A clear change in 2 of 3 groups')).toBeVisible();
  await expectNoAxeFaults(host);
});

test('one area alone is not counted as a look among others', async () => {
  await show(<ComparedRows areas={AREAS} findings={[compared(null, 49, 24), compared('A', 49, 24)]} />);
  expect(page.getByText('looks allowed for').elements()).toEqual([]);
});
