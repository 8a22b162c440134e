import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { MonthToClose } from '#data/schema/records/report-view.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { MonthScreen } from '#web/records/report/month-screen.tsx';

const gap = (kind: MonthToClose['gaps'][number]['kind'], title: string, said: string) => ({
  ...{ kind, title, said, recordId: title, groupId: null },
});
const MONTH: MonthToClose = {
  ...{ period: '2026-11', from: '2026-11-01', to: '2026-11-30', reportId: null },
  gaps: [
    gap('no-contact', 'Harrow Meadow', 'No contact made in November; 3 attempts.'),
    gap('silent-referral', 'C-0322 Fear of walking to the bus', 'Public Works was asked on October 27 and is silent.'),
  ],
  totals: [{ part: 'contacts', title: 'Contacts', said: '9 contacts made, 4 attempted.' }],
  standing: { dueOn: '2026-12-05', state: 'late', daysLate: 9 },
  groups: [
    { groupId: 'eastbank', name: 'Eastbank', reportId: '2026-11/eastbank', isSent: true },
    { groupId: 'pell-street', name: 'Pell Street', reportId: null, isSent: false },
  ],
};
const open = async (month: MonthToClose, role: 'officer' | 'section-commander' = 'officer', width = 1280) => {
  const asked: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    asked.push({ path, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
    return init.method === 'POST'
      ? Response.json({ detail: 'The month has not ended.' }, { status: 422 })
      : Response.json(month);
  });
  await page.viewport(width, 900);
  const address = `/reports/close/${month.period}`;
  const host = await showScreenAt({ screen: MonthScreen, path: '/reports/close/$month', address }, role, width);
  await expect.element(page.getByRole('heading', { level: 1, name: 'Close November 2026' })).toBeVisible();
  return { asked, host };
};
afterEach(() => vi.unstubAllGlobals());

test.each([1280, 390])('at %i px the month shows its gaps first, then what it comes to', async (width) => {
  const { host } = await open(MONTH, 'officer', width);
  const said = host.textContent ?? '';
  expect(said).toContain('2 gaps first: mend what can still be mended.');
  expect(said.indexOf('No contact made in November')).toBeLessThan(said.indexOf('9 contacts made, 4 attempted.'));
  expect(said).toContain('Late by 9 days');
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('an officer drafts an own report of the month, and a refusal stays in sight', async () => {
  const { asked } = await open({ ...MONTH, gaps: [] });
  await expect.element(page.getByText('Nothing is missing in this month.')).toBeVisible();
  await page.getByRole('button', { name: 'Draft the report' }).click();
  await expect.element(page.getByText('The month has not ended.')).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ kind: 'monthly-officer', period: '2026-11', subject: 'p-officer' });
});

test('the month of a single group is drafted from here, and the one that was sent is opened', async () => {
  const { asked } = await open(MONTH);
  await expect
    .element(page.getByRole('link', { name: 'Open what was sent' }))
    .toHaveAttribute('href', '/reports/2026-11%2Feastbank');
  await page.getByRole('button', { name: 'Draft the month of Pell Street' }).click();
  await expect.element(page.getByText('The month has not ended.')).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ kind: 'monthly-group', period: '2026-11', subject: 'pell-street' });
});

test('a section commander drafts that of the division', async () => {
  const { asked } = await open(MONTH, 'section-commander');
  await page.getByRole('button', { name: 'Draft the report' }).click();
  await expect.element(page.getByText('The month has not ended.')).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ kind: 'monthly-division', period: '2026-11', subject: null });
  expect(asked[0]?.path).toContain('whose=division');
});

test('a draft that is there already is opened, not drafted again', async () => {
  await open({ ...MONTH, reportId: '2026-11/p-officer' });
  await expect
    .element(page.getByRole('link', { name: 'Open the draft' }))
    .toHaveAttribute('href', '/reports/2026-11%2Fp-officer');
  expect(page.getByRole('button', { name: 'Draft the report' }).elements()).toEqual([]);
});

test('a month that was sent is opened as the report it is, and each gap leads to where it is mended', async () => {
  const standing = { dueOn: '2026-12-05', state: 'received' as const, daysLate: 1 };
  await open({ ...MONTH, reportId: '2026-11/p-officer', standing });
  await expect.element(page.getByRole('link', { name: 'Open the report' })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'C-0322 Fear of walking to the bus' }))
    .toHaveAttribute('href', '/referrals');
  await expect.element(page.getByText('Harrow Meadow', { exact: true })).toBeVisible();
});
