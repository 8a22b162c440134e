import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HandOutRun } from '#data/schema/records/hand-out.ts';
import { expectNoAxeFaults } from '#test/fixture/axe-faults.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { RunsScreen } from '#web/records/hand-out-run/runs-screen.tsx';

type Page = HandOutRun['pages'][number];
const pageOf = (groupId: string, groupName: string, some: Partial<Page> = {}): Page => ({
  ...{ groupId, groupName, state: 'waiting', handOutId: null, why: '' },
  ...some,
});
const runOf = (pages: Page[], runId = 'HR-0001'): HandOutRun => ({
  ...{ runId, from: '2026-11-01', to: '2026-11-30', languages: ['en', 'es'], paper: 'letter', pages },
  ...{ startedAt: '2026-12-14T07:42:00', startedBy: 'p-corbin' },
});
const BOUNDARY = 'Ashel Court had no boundary on 2026-11-30: draw one, then its calls can be counted.';
const DONE = [
  pageOf('eastbank', 'Eastbank', { state: 'made', handOutId: 'HO-0003' }),
  pageOf('ashel-court', 'Ashel Court', { state: 'not-made', why: BOUNDARY }),
];

const SCREEN = { screen: RunsScreen, path: '/hand-outs', address: '/hand-outs' };

afterEach(() => vi.unstubAllGlobals());

test('one press, asked once more, makes the page of every group; what could not be made stands first, with why', async () => {
  let runs: HandOutRun[] = [];
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method !== 'POST') {
      const now = runs;
      runs = runs.map((run) => ({ ...run, pages: DONE })); // the next look finds it done
      return Response.json(now);
    }
    sent.push([path, init.body ? JSON.parse(String(init.body)) : null]);
    runs = [runOf([pageOf('ashel-court', 'Ashel Court'), pageOf('eastbank', 'Eastbank')])];
    return Response.json(runs[0], { status: 201 });
  });
  const host = await showScreenAt(SCREEN, 'coordinator');
  await expect.element(page.getByText('No run yet')).toBeVisible();
  await expectNoAxeFaults(host);
  await userEvent.click(page.getByRole('button', { name: 'Make all pages' }));
  await expect.element(page.getByRole('dialog').getByText(/cannot be taken back/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Release them' }));
  await expect.element(page.getByText('1 made. 1 page could not be made.').first()).toBeVisible();
  await expect.element(page.getByText(BOUNDARY)).toBeVisible();
  await expect.element(page.getByRole('rowheader').first()).toHaveTextContent('Ashel Court');
  await expect.element(page.getByRole('link', { name: 'HO-0003' })).toHaveAttribute('href', '/hand-outs/HO-0003');
  await expectNoAxeFaults(host);
  await userEvent.click(page.getByRole('button', { name: 'Try those again' }));
  const order = { from: '2026-11-01', to: '2026-11-30', languages: ['en', 'es'], paper: 'letter' };
  await expect
    .poll(() => sent)
    .toEqual([
      ['/api/records/hand-out-runs', order],
      ['/api/records/hand-out-runs/HR-0001/resume', null],
    ]);
});

test('without a language there is no page to make, and the button says so', async () => {
  vi.stubGlobal('fetch', async () => Response.json([runOf(DONE)]));
  await showScreenAt(SCREEN, 'division-commander', 390);
  await userEvent.click(page.getByRole('checkbox', { name: 'English' }));
  await userEvent.click(page.getByRole('checkbox', { name: 'Spanish' }));
  await expect
    .element(page.getByRole('button', { name: 'Make all pages' }))
    .toHaveAttribute('title', 'Choose a language.');
});

test('who may not start a run sees the runs that there were', async () => {
  vi.stubGlobal('fetch', async () => Response.json([runOf(DONE), runOf(DONE, 'HR-0000')]));
  await showScreenAt(SCREEN, 'officer');
  await expect.element(page.getByText(/Run HR-0000/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Make all pages' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Try those again' })).not.toBeInTheDocument();
});
