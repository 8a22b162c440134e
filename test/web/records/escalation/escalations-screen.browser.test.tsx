import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EscalationList } from '#data/schema/records/escalation.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { EscalationsScreen } from '#web/records/escalation/escalations-screen.tsx';

const told = (noticeId: string, title: string, acknowledgments: Notice['acknowledgments'] = []): Notice => ({
  ...{ noticeId, title, acknowledgments, kind: 'escalation', clause: 'A.8', onceKey: noticeId, toRole: 'chief' },
  ...{ toPersonId: null, groupId: 'eastbank', concernIds: ['C-0001'], words: '4 concerns in 90 days.' },
  ...{ sentAt: '2026-12-14T02:00:00', revision: 1, createdAt: '2026-12-14T02:00:00', createdBy: 'system' },
  ...{ updatedAt: '2026-12-14T02:00:00', updatedBy: 'system' },
});
const listOf = (notices: Notice[]): EscalationList => ({
  notices,
  concerns: [
    {
      ...{ concernId: 'C-0001', title: 'Car windows', status: 'open', category: 'theft-from-vehicle' },
      ...{ heardAt: '2026-10-19T18:00:00', groupIds: ['eastbank'], placeWords: 'Tern Park Road' },
    },
  ],
  groups: [{ groupId: 'eastbank', name: 'Eastbank' }],
  recurring: [],
});
afterEach(() => vi.unstubAllGlobals());

test('the chief steps to an issue, acknowledges it by keyboard with words, and it leaves the waiting ones', async () => {
  let notices = [told('N-1', 'Recurring in Eastbank'), told('N-2', 'Significant: C-0007')];
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (_: string, init: RequestInit = {}) => {
    if (init.method !== 'PATCH') return Response.json(listOf(notices));
    sent.push(JSON.parse(String(init.body)));
    const read = { by: 'p-chief', name: 'Oduya', at: '2026-12-14T07:42:00', words: 'Asked patrol.' };
    notices = [told('N-1', 'Recurring in Eastbank'), told('N-2', 'Significant: C-0007', [read])];
    return Response.json(notices[1]);
  });
  const host = await showScreen(EscalationsScreen, 'chief');
  await expect.element(page.getByText('2 issues wait for you to acknowledge them.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'C-0001' }).first()).toBeVisible();
  const { violations } = await axe.run(host);
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await userEvent.keyboard('jj');
  await userEvent.keyboard('a');
  await expect.element(page.getByRole('dialog').getByText('Significant: C-0007')).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: 'Your words' }), 'Asked patrol.');
  await userEvent.keyboard('{Tab}{Tab}{Enter}');
  await expect.element(page.getByText('1 issue waits for you to acknowledge it.')).toBeVisible();
  await expect.element(page.getByText('Oduya, 7:42 am today')).toBeVisible();
  expect(sent).toEqual([{ revision: 1, words: 'Asked patrol.' }]);
});

test('who it was not sent to sees that it waits, and cannot acknowledge it', async () => {
  vi.stubGlobal('fetch', async () => Response.json(listOf([told('N-1', 'Recurring in Eastbank')])));
  await showScreen(EscalationsScreen, 'section-commander', 390);
  await expect.element(page.getByRole('heading', { name: 'Waiting for others' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Acknowledge' })).not.toBeInTheDocument();
});

test('before anything was told the page says what would come here', async () => {
  vi.stubGlobal('fetch', async () => Response.json(listOf([])));
  await showScreen(EscalationsScreen, 'chief');
  await expect.element(page.getByText(/four like concerns of one group/)).toBeVisible();
});
