import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OpenSession } from '#data/schema/account.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { MeScreen } from '#web/records/account/me-screen.tsx';

afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const sessionOf = (sessionId: string, more: Partial<OpenSession> = {}): OpenSession => ({
  ...{ sessionId, personId: 'p-me', name: 'Oduya', isLocked: false, isThis: false, device: 'Chrome/140 Linux' },
  ...{ createdAt: '2026-12-14T12:00:00Z', lastActiveAt: '2026-12-14T12:30:00Z', expiresAt: '2026-12-15T00:00:00Z' },
  ...more,
});
const codes = Array.from({ length: 10 }, (_, at) => `code-${at}`);
type Sent = { method: string; path: string; body: Record<string, unknown> };

/** A server with three sessions; `taken` decides about what is sent, and a confirmed code is in force. */
function serveMe(ways = { hasPassword: true, hasCode: false }, taken: (sent: Sent) => Response | null = () => null) {
  const sent: Sent[] = [];
  let sessions = [
    sessionOf('s-1', { isThis: true }),
    sessionOf('s-2'),
    sessionOf('s-3', { device: 'Safari/1 iPhone' }),
  ];
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'GET') return Response.json(path === '/api/me' ? ways : sessions);
    const one = { method, path, body: body === undefined ? {} : JSON.parse(String(body)) };
    sent.push(one);
    const refusal = taken(one);
    if (refusal) return refusal;
    if (method === 'DELETE') sessions = sessions.filter(({ sessionId }) => !path.endsWith(sessionId));
    if (path.endsWith('/confirmation')) ways.hasCode = true;
    if (path.endsWith('/second-factor'))
      return Response.json({ uri: 'otpauth://totp/Commonbeat:o?secret=JBSWY3DPEHPK3PXP', recoveryCodes: codes });
    return new Response(null, { status: 204 });
  });
  return sent;
}

test.each([390, 1280])(
  'at %i a second factor is scanned, its recovery codes shown once, and then confirmed',
  async (width) => {
    const sent = serveMe();
    await page.viewport(width, 900);
    const host = await showScreen(MeScreen, 'chief', width);
    await userEvent.fill(page.getByRole('textbox', { name: 'Your password' }).first(), 'a sentence to keep');
    await userEvent.click(page.getByRole('button', { name: 'Set up' }));
    await expect.element(page.getByRole('img', { name: 'QR code of the secret' })).toBeVisible();
    await expect.element(page.getByText('JBSW Y3DP EHPK 3PXP')).toBeVisible();
    for (const code of codes) await expect.element(page.getByText(code)).toBeVisible();
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
    await userEvent.fill(page.getByRole('textbox', { name: 'Six digits' }), '123456');
    await userEvent.click(page.getByRole('button', { name: 'Confirm' }));
    await expect.element(page.getByText('Signing in asks for a code from your phone.')).toBeVisible();
    await expect.element(page.getByText('code-0')).not.toBeInTheDocument();
    expect(sent.map(({ path, body }) => [path, body])).toEqual([
      ['/api/me/second-factor', { password: 'a sentence to keep' }],
      ['/api/me/second-factor/confirmation', { code: '123456' }],
    ]);
  },
);

test('a wrong code keeps the picture and the recovery codes in sight', async () => {
  serveMe(undefined, ({ path }) =>
    path.endsWith('/confirmation') ? Response.json({ detail: 'This code does not fit.' }, { status: 401 }) : null,
  );
  await showScreen(MeScreen, 'chief');
  await userEvent.fill(page.getByRole('textbox', { name: 'Your password' }).first(), 'a sentence to keep');
  await userEvent.click(page.getByRole('button', { name: 'Set up' }));
  await userEvent.fill(page.getByRole('textbox', { name: 'Six digits' }), '000000');
  await userEvent.click(page.getByRole('button', { name: 'Confirm' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('This code does not fit.');
  await expect.element(page.getByText('code-9')).toBeVisible();
});

test('a password is changed, and a wrong one is said at once and keeps what was typed', async () => {
  let isWrong = true;
  serveMe(undefined, () => (isWrong ? Response.json({ detail: 'The password is wrong.' }, { status: 401 }) : null));
  await showScreen(MeScreen, 'chief');
  const next = page.getByRole('textbox', { name: 'New password' });
  await userEvent.fill(page.getByRole('textbox', { name: 'Your password' }).last(), 'not this one');
  await userEvent.fill(next, 'another sentence to keep');
  await userEvent.click(page.getByRole('button', { name: 'Change password' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('The password is wrong.');
  await expect.element(next).toHaveValue('another sentence to keep');
  isWrong = false;
  await userEvent.click(page.getByRole('button', { name: 'Change password' }));
  await expect.element(page.getByText(/^Your password is changed/)).toBeVisible();
  await expect.element(next).toHaveValue('');
});

test('a session is ended by its person, one of them or all others at once', async () => {
  const sent = serveMe();
  await showScreen(MeScreen, 'chief');
  await expect.element(page.getByText('Chrome on Linux, this one')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'End 2 other sessions' }));
  await expect.element(page.getByText('Safari on iOS')).not.toBeInTheDocument();
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/sessions/s-2',
    'DELETE /api/sessions/s-3',
  ]);
  await expect.element(page.getByText('Chrome on Linux, this one')).toBeVisible();
});

test('who signs on through the department has no password here to change or to add a code to', async () => {
  serveMe({ hasPassword: false, hasCode: false });
  const host = await showScreen(MeScreen, 'chief');
  await expect.element(page.getByText(/there is no password to add a code to/)).toBeVisible();
  expect(page.getByRole('button', { name: 'Change password' }).elements()).toHaveLength(0);
  expect(await faultsOf(host)).toEqual([]);
});
