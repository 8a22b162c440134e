import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Notice } from '#data/schema/records/notice.ts';
import type { MeetingArea } from '#data/schema/records/weekly-meeting.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { WeeklyScreen } from '#web/records/meeting-mode/weekly-screen.tsx';

const NOW = '2026-12-14T07:42:00';
const told = (acknowledgments: Notice['acknowledgments']): Notice => ({
  ...{ noticeId: 'N-1', title: 'Recurring in Eastbank', words: '4 concerns in 90 days.', kind: 'escalation' },
  ...{ clause: 'A.8', onceKey: 'escalation/recurring/eastbank/C-1/1/chief', toRole: 'chief', toPersonId: null },
  ...{ groupId: 'eastbank', concernIds: [], sentAt: '2026-12-10T02:00:00', acknowledgments, revision: 1 },
  ...{ createdAt: NOW, createdBy: 'system', updatedAt: NOW, updatedBy: 'system' },
});
const group: NonNullable<MeetingArea['group']> = {
  ...{ isActive: true, isMissed: false, lastMadeOn: '2026-11-05', state: 'done', daysLeft: 17, quarter: '2026-Q4' },
  ...{ nextMeeting: null, promises: [] },
};
const areas = (acknowledgments: Notice['acknowledgments'] = []): MeetingArea[] => [
  {
    ...{ areaId: 'coldspring', name: 'Coldspring', group, escalations: [] },
    concerns: [
      {
        ...{ concernId: 'C-0007', title: 'Dark lot', category: 'noise', isProtected: false, ownerRole: 'officer' },
        ...{ days: 40, nextStep: 'Ask the city', nextStepOn: '2026-12-20' },
      },
    ],
    referrals: [{ referralId: 'R-0002', concernId: 'C-0007', to: 'City, lamps', ownerRole: 'officer', days: 28 }],
  },
  {
    ...{ areaId: 'eastbank', name: 'Eastbank', group, concerns: [], referrals: [] },
    escalations: [
      { title: 'Recurring in Eastbank', words: '4 concerns in 90 days.', notices: [told(acknowledgments)] },
    ],
  },
  { ...{ areaId: 'pell', name: 'Pell', group, concerns: [], referrals: [], escalations: [] } },
];
const at = (address: string) => ({ screen: WeeklyScreen, path: '/weekly', address });
const begun = (step: number) => `/weekly?areas=coldspring,eastbank&at=${step}&seen=1&since=${NOW}&began=30`;
afterEach(() => vi.unstubAllGlobals());

/** The records as given; the calls cannot be read. */
function serve(act: () => Response = () => new Response(null, { status: 500 })) {
  let shown = areas();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method === 'PATCH') {
      shown = areas([{ by: 'p-chief', name: 'Oduya', at: NOW, words: 'Asked patrol.' }]);
      return act();
    }
    if (path === '/api/records/weekly-meeting') return Response.json({ asOfLocal: NOW, areas: shown });
    return Response.json({ title: 'Refused', detail: 'Away.' }, { status: 503 });
  });
}

test('while the calls are still read it says so, and is not empty', async () => {
  serve();
  const records = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
    path === '/api/wall/board' ? new Promise(() => undefined) : records(path, init),
  );
  await showScreenAt(at('/weekly'), 'division-commander');
  await expect.element(page.getByRole('status', { name: 'Reading what waits' })).toBeVisible();
});

test('areas with something stand first, longest waiting on top, and a person ticks them in and out', async () => {
  serve();
  const host = await showScreenAt(at('/weekly'), 'division-commander');
  await expect.element(page.getByRole('button', { name: 'Begin with 2 areas' })).toBeVisible();
  expect([...host.querySelectorAll('label b')].map((each) => each.textContent)).toEqual([
    'Coldspring',
    'Eastbank',
    'Pell',
  ]);
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await userEvent.click(page.getByRole('checkbox', { name: /^Eastbank/ }));
  await userEvent.click(page.getByRole('button', { name: 'Begin with 1 area' }));
  await expect.element(page.getByRole('heading', { name: 'Coldspring' })).toBeVisible();
  await expect.element(page.getByText('40 days overdue. Officer.')).toBeVisible();
  await expect.element(page.getByText('silent 28 days, for C-0007. Officer.')).toBeVisible();
  await expect.element(page.getByText(/^The calls could not be read/)).toBeVisible();
  expect(host.textContent).not.toContain('%');
  await userEvent.keyboard('j');
  await expect.element(page.getByRole('heading', { name: 'The meeting has ended' })).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: /^Eastbank$/ })).toBeVisible(); // left out
});

test('an escalation is acknowledged with A where it is read, and the end says by whom', async () => {
  serve(() => Response.json(told([{ by: 'p-chief', name: 'Oduya', at: NOW, words: 'Asked patrol.' }])));
  const host = await showScreenAt(at(begun(2)), 'chief');
  await expect.element(page.getByRole('heading', { name: 'Eastbank', level: 1 })).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await userEvent.keyboard('a');
  await expect.element(page.getByText(/it cannot be taken back/)).toBeVisible();
  await userEvent.keyboard('Asked patrol.{Tab}{Tab}{Enter}'); // the field has the focus
  await expect.element(page.getByText('Oduya, 7:42 am today: Asked patrol.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText('Eastbank: Recurring in Eastbank')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Escalations that still wait' })).not.toBeInTheDocument();
});

test('where another was first, their words are shown beside and nothing that was typed is lost', async () => {
  serve(() => Response.json({ title: 'Changed', detail: 'It was acknowledged.' }, { status: 409 }));
  await showScreenAt(at(begun(2)), 'chief', 390);
  await userEvent.click(page.getByRole('button', { name: 'Acknowledge: Recurring in Eastbank' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Your words' }), 'Lights first.');
  await userEvent.keyboard('{Tab}{Tab}{Enter}');
  const dialog = page.getByRole('dialog');
  await expect.element(dialog.getByText('Asked patrol.')).toBeVisible();
  await expect.element(dialog.getByRole('textbox', { name: 'Your words' })).toHaveValue('Lights first.');
});

test('who it was not sent to sees for whom it waits, and cannot acknowledge it', async () => {
  serve();
  await showScreenAt(at(begun(2)), 'coordinator');
  await expect.element(page.getByText('Waits for the chief')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Acknowledge/ })).not.toBeInTheDocument();
});

test('a meeting that ends early names what it did not come to', async () => {
  serve();
  await showScreenAt(at(begun(1)), 'coordinator');
  await expect.element(page.getByRole('heading', { name: 'Coldspring' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(/^1 of 2 areas looked at/)).toBeVisible();
  await expect.element(page.getByRole('listitem').filter({ hasText: /^Eastbank$/ })).toBeVisible();
  await expect.element(page.getByText('Waits for the chief')).toBeVisible();
});
