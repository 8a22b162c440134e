import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import type { ReportingLag, SourceAge } from '#data/schema/manifest.ts';
import { show } from '#test/fixture/show.tsx';
import { openedWith } from '#test/fixture/small-desk.ts';
import { SourceLags } from '#web/sources/source-lags.tsx';

const source = (title: string, reportingLag: ReportingLag, expectedEveryHours: number | null = 24): SourceAge => ({
  ...{ source: title, title, readAt: '2026-12-14T11:00:00Z', quarantined: {}, expectedEveryHours, reportingLag },
  ...{ firstReceivedLocal: '2024-06-14T00:00:00', lastReceivedLocal: '2026-12-14T05:34:00' },
  taken: { read: 0, accepted: 0, rejected: 0, duplicates: 0, superseded: 0, replaced: 0 },
});
const { manifest } = openedWith([]);

test('each source says how many last days still arrive, and whether that was learned or is its profile’s word', async () => {
  const sources = [
    source('Dispatch', { days: 3, basis: 'estimate', calls: 8_412, deliveries: 59 }),
    source('Online reports', { days: 2, basis: 'profile', calls: 0, deliveries: 0 }),
    source('Fire', { days: 1, basis: 'profile', calls: 0, deliveries: 4 }),
    source('Archive', { days: 0, basis: 'profile', calls: 0, deliveries: 0 }, null),
  ];
  const host = await show(<SourceLags manifest={{ ...manifest, sources, reportingLagDays: 3 }} />, 860);
  const rows = page
    .getByRole('row')
    .elements()
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Dispatch', '3', 'learned from 8,412 calls of 59 deliveries'],
    ['Online reports', '2', 'as its profile says: one delivery cannot show what comes late'],
    ['Fire', '1', 'as its profile says: 4 deliveries after the first are too few to learn from'],
    ['Archive', '0', 'as its profile says: a finished file brings no more calls'],
  ]);
  await expect.element(page.getByText('The last 3 days are taken as still arriving')).toBeVisible();
  await expectNoAxeFaults(host);
});
