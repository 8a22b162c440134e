import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { USUAL_SETTINGS } from '#data/policy/choices.ts';
import type { Role } from '#data/schema/release-level.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { CommandScreen } from '#web/records/duty/command-screen.tsx';
import { MineScreen } from '#web/records/duty/mine-screen.tsx';

afterEach(() => vi.unstubAllGlobals());

const TODAY = '2026-12-14';
const BANNER = 'P3103 Community Outreach Program was due for its yearly review on';

/** A department whose order falls due for review on `reviewDueOn`, until the chief enters one. */
function serveDuties(reviewDueOn: string) {
  const sent: unknown[] = [];
  let dueOn = reviewDueOn;
  const policy = { profileId: 'andover-p3103', title: 'P3103 Community Outreach Program', department: 'Andover' };
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method !== 'GET') {
      sent.push([method, path, JSON.parse(String(body))]);
      dueOn = '2027-12-14';
      return Response.json(USUAL_SETTINGS);
    }
    if (path.startsWith('/api/records/duties'))
      return Response.json({ today: TODAY, duties: [], people: [], policies: [{ ...policy, reviewDueOn: dueOn }] });
    return Response.json(path.startsWith('/api/records/notices') ? [] : {}, { status: 200 });
  });
  return sent;
}

const banner = () => page.getByText(BANNER);

test.each([
  ['chief', CommandScreen],
  ['section-commander', CommandScreen],
  ['coordinator', MineScreen],
  ['officer', MineScreen],
] as [Role, typeof MineScreen][])('a %s sees the banner the day after, and not on the day', async (role, screen) => {
  serveDuties(TODAY);
  await showScreen(screen, role);
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.element(page.getByText(/^Nothing is late/)).toBeVisible();
  expect(banner().elements()).toEqual([]);
  serveDuties('2026-12-13');
  await showScreen(screen, role);
  await expect.element(banner()).toHaveTextContent(`${BANNER} Dec 13, 2026`);
  expect(page.getByRole('button', { name: 'Enter the review' }).elements()).toHaveLength(role === 'chief' ? 1 : 0);
});

test('Header: a profile past its review date shows a banner, in which the chief enters the review, and it goes', async () => {
  const sent = serveDuties('2025-12-19');
  const host = await showScreen(MineScreen, 'chief', 390);
  await expect.element(banner()).toHaveTextContent(`${BANNER} Dec 19, 2025`);
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  await userEvent.click(page.getByRole('button', { name: 'Enter the review' }));
  const dialog = page.getByRole('dialog', { name: 'Yearly review of P3103 Community Outreach Program' });
  await expect.element(dialog.getByLabelText('Reviewed on')).toHaveValue(TODAY);
  expect((await axe.run(document.body)).violations.map(({ id }) => id)).toEqual([]);
  await userEvent.fill(dialog.getByLabelText('Reviewed on'), '2026-12-11');
  await userEvent.click(dialog.getByRole('button', { name: 'Enter the review' }));
  await expect.element(banner()).not.toBeInTheDocument();
  expect(sent).toEqual([['PUT', '/api/records/policies/andover-p3103/review', { on: '2026-12-11' }]]);
});
