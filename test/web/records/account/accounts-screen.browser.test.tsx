import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Account, OpenSession } from '#data/schema/account.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { AccountsScreen } from '#web/records/account/accounts-screen.tsx';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const accountOf = (name: string, more: Partial<Account> = {}): Account => ({
  ...{ personId: `p-${name.toLowerCase()}`, name, title: 'CRO', role: 'officer', email: `${name}@city.example` },
  ...{ unit: 'Community Engagement', district: null, isActive: true, hasAccount: true, hasPassword: true },
  ...{ hasCode: false, hasSignOn: false, sessions: 0, closedUntil: null },
  ...more,
});
const people = [
  accountOf('Amaro', { hasCode: true, sessions: 1 }),
  accountOf('Quill', { closedUntil: '2026-12-14T15:00:00Z' }),
  accountOf('Nakamura', { title: 'Analyst', role: 'analyst', hasPassword: false, hasSignOn: true }),
];
const session: OpenSession = {
  ...{ sessionId: 's-1', personId: 'p-amaro', name: 'Amaro', isLocked: true, isThis: false },
  ...{ createdAt: '2026-12-14T12:00:00Z', lastActiveAt: '2026-12-14T12:30:00Z', expiresAt: '2026-12-15T00:00:00Z' },
  device: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0',
};
type Sent = { method: string; path: string; body: unknown };

function serveAccounts(taken: (sent: Sent) => Response = () => new Response(null, { status: 204 })): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'GET') return Response.json(path === '/api/accounts' ? people : [session]);
    const one = { method, path, body: body === undefined ? null : JSON.parse(String(body)) };
    sent.push(one);
    return taken(one);
  });
  return sent;
}
const manage = (name: string) => userEvent.click(page.getByRole('button', { name: `Manage ${name}` }));

test.each([390, 1280])('at %i everybody stands with their ways in, and is found by any word', async (width) => {
  serveAccounts();
  await page.viewport(width, 900);
  const host = await showScreen(AccountsScreen, 'administrator', width);
  await expect.element(page.getByRole('rowheader', { name: 'CRO Quill' })).toBeVisible();
  await expect.element(page.getByText('shut out: wrong passwords')).toBeVisible();
  await expect.element(page.getByText('password and code')).toBeVisible();
  await expect.element(page.getByText('Firefox on Windows, locked')).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  await userEvent.fill(page.getByRole('searchbox'), 'analyst naka');
  await expect.element(page.getByRole('rowheader', { name: 'CRO Quill' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('rowheader', { name: 'Analyst Nakamura' })).toBeVisible();
});

test('a new account tells its password once, in a dialog that one key does not close', async () => {
  const sent = serveAccounts(() =>
    Response.json({ personId: 'p-new', password: 'abcde-fghjk-mnpqr-stuvw' }, { status: 201 }),
  );
  await showScreen(AccountsScreen, 'administrator');
  await userEvent.click(page.getByRole('button', { name: 'Add an account' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'teague@city.example');
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Teague');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Role' }), 'coordinator');
  expect(await faultsOf(document.body)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Make the account' }));
  const told = page.getByRole('dialog', { name: 'Password of Teague' });
  await expect.element(told.getByText('abcde-fghjk-mnpqr-stuvw')).toBeVisible();
  expect(sent[0]).toEqual({
    ...{ method: 'POST', path: '/api/accounts' },
    body: { name: 'Teague', title: '', role: 'coordinator', email: 'teague@city.example', unit: null, district: null },
  });
  await userEvent.keyboard('{Escape}');
  await expect.element(told).toBeVisible();
  expect(await faultsOf(document.body)).toEqual([]);
  await userEvent.click(told.getByRole('button', { name: 'Done' }));
  await expect.element(page.getByText('abcde-fghjk-mnpqr-stuvw')).not.toBeInTheDocument();
});

test('a refused account keeps what was typed, with the fault at its field', async () => {
  const errors = [{ path: 'email', message: 'teague@city.example already belongs to somebody' }];
  serveAccounts(() => Response.json({ detail: 'Not accepted', errors }, { status: 422 }));
  await showScreen(AccountsScreen, 'administrator');
  await userEvent.click(page.getByRole('button', { name: 'Add an account' }));
  const email = page.getByRole('textbox', { name: 'E-mail address' });
  await userEvent.fill(email, 'teague@city.example');
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Teague');
  await userEvent.click(page.getByRole('button', { name: 'Make the account' }));
  await expect.element(email).toHaveAccessibleDescription('teague@city.example already belongs to somebody');
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Teague');
});

test('another role, a closed account and a new password are each one act of their own', async () => {
  const sent = serveAccounts(({ path }) =>
    path.endsWith('/password')
      ? Response.json({ personId: 'p-amaro', password: 'zyxwv-utsrq-pnmkj-hgfed' })
      : new Response(null, { status: 204 }),
  );
  await showScreen(AccountsScreen, 'administrator');
  await manage('CRO Amaro');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Role' }), 'coordinator');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await manage('CRO Amaro');
  await userEvent.click(page.getByRole('button', { name: 'Close account' }));
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await manage('CRO Amaro');
  await userEvent.click(page.getByRole('button', { name: 'New password, no code' }));
  await expect.element(page.getByText('zyxwv-utsrq-pnmkj-hgfed')).toBeVisible();
  const who = { name: 'Amaro', title: 'CRO', unit: 'Community Engagement' };
  expect(sent).toEqual([
    { method: 'PATCH', path: '/api/accounts/p-amaro', body: { ...who, role: 'coordinator' } },
    { method: 'PATCH', path: '/api/accounts/p-amaro', body: { isActive: false } },
    { method: 'POST', path: '/api/accounts/p-amaro/password', body: { secondFactor: 'remove' } },
  ]);
});

test('the last administrator stays, and a session of anybody can be ended', async () => {
  const errors = [{ path: 'isActive', message: 'This is the only administrator: make another one first' }];
  const sent = serveAccounts(({ method }) =>
    method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json({ detail: 'Not taken: This is the only administrator', errors }, { status: 422 }),
  );
  await showScreen(AccountsScreen, 'administrator');
  await userEvent.click(page.getByRole('button', { name: 'End the session on Firefox on Windows' }));
  await expect.poll(() => sent).toEqual([{ method: 'DELETE', path: '/api/account-sessions/s-1', body: null }]);
  await manage('CRO Amaro');
  await userEvent.click(page.getByRole('button', { name: 'Close account' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('Not taken: This is the only administrator');
});

test('who keeps no accounts is told so and asks nothing of the server', async () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  await showScreen(AccountsScreen, 'chief');
  await expect.element(page.getByText('Accounts are kept by an administrator.')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});
