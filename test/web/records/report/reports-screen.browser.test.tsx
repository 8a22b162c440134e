import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ReportLine } from '#data/schema/records/report-view.ts';
import { showScreen, showScreenAt } from '#test/web/records/show-screen.tsx';
import { ReportsScreen } from '#web/records/report/reports-screen.tsx';

const line = (reportId: string, differs: Partial<ReportLine>): ReportLine => ({
  ...{ reportId, kind: 'quarterly', subject: null, from: '2026-07-01', to: '2026-09-30', status: 'sent' },
  ...{ sentAt: '2026-10-12T09:00:00', sentBy: 'p-coordinator', receivedAt: null, receivedBy: null, amends: null },
  ...{ subjectName: 'To the chief', isMine: false, receivesRole: 'chief' },
  standing: { dueOn: '2026-10-15', state: 'sent', daysLate: 0 },
  ...differs,
});
const LATE = line('2026-11/p-ames', {
  ...{ kind: 'monthly-officer', subject: 'p-ames', subjectName: 'CRO Ames', from: '2026-11-01', to: '2026-11-30' },
  ...{ status: 'draft', sentAt: null, sentBy: null, receivesRole: 'section-commander' },
  standing: { dueOn: '2026-12-05', state: 'late', daysLate: 9 },
});
afterEach(() => vi.unstubAllGlobals());

test('the chief sees first what waits to be received, and everybody’s late ones in words', async () => {
  vi.stubGlobal('fetch', async () => Response.json([LATE, line('2026-Q3', {})]));
  const host = await showScreen(ReportsScreen, 'chief');
  await expect.element(page.getByRole('radio', { name: 'To receive (1)' })).toBeChecked();
  await expect.element(page.getByRole('link', { name: 'Quarterly report, Q3 2026' })).toBeVisible();
  expect(host.textContent).not.toContain('CRO Ames');
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('beside the list stand what is not sent yet, by its day, and how many came in time', async () => {
  const onTime = line('2026-Q3', {});
  const after = line('2026-Q2', { from: '2026-04-01', standing: { dueOn: '2026-07-15', state: 'sent', daysLate: 2 } });
  const running = line('2026-Q4', {
    ...{ from: '2026-10-01', to: '2026-12-31', status: 'draft', sentAt: null, sentBy: null },
    standing: { dueOn: '2027-01-15', state: 'running', daysLate: 0 },
  });
  vi.stubGlobal('fetch', async () => Response.json([running, LATE, onTime, after]));
  await showScreenAt({ screen: ReportsScreen, path: '/reports', address: '/reports?whose=team' }, 'chief');
  const beside = page.getByRole('complementary');
  await expect.element(beside.getByRole('link').nth(0)).toHaveTextContent('CRO Ames, November 2026');
  await expect.element(beside.getByRole('link').nth(1)).toHaveTextContent('To the chief, Q4 2026');
  await expect.element(beside.getByRole('row').nth(1)).toHaveTextContent('Quarterly report21');
});

test('a role that may not read reports is told so, without a way to try again', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'Your role may not do this.' }, { status: 403 }));
  const host = await showScreen(ReportsScreen, 'wall');
  await expect.element(page.getByText('Reports are not open to your role')).toBeVisible();
  expect(host.querySelector('button')).toBeNull();
});
