import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ReferralList } from '#data/schema/records/concern-story.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { ReferralsScreen } from '#web/records/referral/referrals-screen.tsx';

const row = (referralId: string, differs: Partial<ReferralList['referrals'][number]> = {}) => ({
  ...{ referralId, concernId: 'C-0388', to: 'City, street lamps', toEmail: null, isInside: false, nudges: [] },
  ...{ whyNeeded: 'The lamps belong to the city.', referredOn: '2026-11-16', expectedBy: '2026-11-30' },
  ...{ status: 'waiting' as const, answer: '', answeredOn: null, ageDays: 28, isSilent: true },
  ...{ revision: 1, createdAt: '2026-11-16T09:00:00', createdBy: 'p-officer' },
  ...{ updatedAt: '2026-11-16T09:00:00', updatedBy: 'p-officer' },
  concern: { concernId: 'C-0388', title: 'Car windows', status: 'open' as const, ownerId: 'p-officer', groupIds: [] },
  ...differs,
});
const two: ReferralList = {
  referrals: [row('R-0001'), row('R-0002', { to: 'Traffic Unit', ageDays: 3, isSilent: false })],
  silentAfterDays: 14,
};
afterEach(() => vi.unstubAllGlobals());

test('silent referrals are counted in the first sentence, and the answer of one is logged from the list', async () => {
  const sent: { path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method !== 'POST') return Response.json(two);
    sent.push({ path, body: JSON.parse(String(init.body)) });
    const { concern: _, ageDays: __, isSilent: ___, ...referral } = row('R-0001', { status: 'declined' });
    return Response.json(referral);
  });
  const host = await showScreen(ReferralsScreen, 'officer');
  await expect.element(page.getByText(/^2 referrals wait for an answer; 1 is silent/)).toBeVisible();
  await expect.element(page.getByText('Silent 28 days')).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Log the answer' }).first());
  await userEvent.click(page.getByText('They declined'));
  await userEvent.fill(page.getByRole('textbox', { name: 'Why they declined' }), 'The lot is private.');
  await userEvent.click(page.getByRole('button', { name: 'Keep it' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  expect(sent).toEqual([
    { path: '/api/records/referrals/R-0001/acts', body: { act: 'decline', revision: 1, words: 'The lot is private.' } },
  ]);
});

test('an auditor reads the list and can change nothing, also on a phone', async () => {
  vi.stubGlobal('fetch', async () => Response.json(two));
  const host = await showScreen(ReferralsScreen, 'auditor', 390);
  await expect.element(page.getByText('Silent 28 days')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Log the answer' })).not.toBeInTheDocument();
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
});

test('who has referred nothing begins with all of them, and can still ask for their own', async () => {
  vi.stubGlobal('fetch', async (path: string) =>
    Response.json(path.endsWith('scope=mine') ? { ...two, referrals: [] } : two),
  );
  await showScreen(ReferralsScreen, 'coordinator');
  await expect.element(page.getByText('Traffic Unit')).toBeVisible();
  await expect.element(page.getByRole('radio', { name: 'All' })).toBeChecked();
  await userEvent.click(page.getByText('Mine', { exact: true }));
  await expect.element(page.getByText('Traffic Unit')).not.toBeInTheDocument();
});
