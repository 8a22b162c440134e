import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { WallDevice } from '#data/schema/wall.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { ScreensScreen } from '#web/records/wall-device/screens-screen.tsx';
import '#web/ui/tokens.css';
import '#web/ui/base.css';

beforeEach(() => page.viewport(1280, 900));
afterEach(() => vi.unstubAllGlobals());
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);

const screenOf = (name: string, more: Partial<WallDevice> = {}): WallDevice => ({
  ...{ deviceId: `d-${name}`, name, personId: `p-${name}`, pairedAt: '2026-12-11T09:12:00', pairedBy: 'Mercer' },
  ...{ lastSeenAt: '2026-12-14T07:40:00', isOn: true, revokedAt: null, userAgent: 'X11; CrOS x86_64 Chrome/140.0' },
  ...more,
});
type Sent = { method: string; path: string; body: unknown };

/** A server that keeps the screens; `taken` may refuse what is sent. */
function serveScreens(screens: WallDevice[], taken: (sent: Sent) => Response | null = () => null): Sent[] {
  const sent: Sent[] = [];
  let kept = screens;
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'GET') return Response.json(kept);
    const one = { method, path, body: body === undefined ? null : JSON.parse(String(body)) };
    sent.push(one);
    const refusal = taken(one);
    if (refusal) return refusal;
    if (method === 'DELETE') {
      kept = kept.map((each) => (path.endsWith(each.deviceId) ? { ...each, revokedAt: '2026-12-14T07:42:00' } : each));
      return new Response(null, { status: 204 });
    }
    if (method === 'PUT') {
      kept = kept.map((each) => (path.endsWith(each.deviceId) ? { ...each, name: one.body.name } : each));
      return Response.json(kept.find(({ deviceId }) => path.endsWith(deviceId)));
    }
    const made = screenOf(one.body.name, { isOn: false, lastSeenAt: null, pairedAt: '2026-12-14T07:42:00' });
    kept = [...kept, made];
    setTimeout(() => {
      kept = kept.map((each) => (each === made ? { ...each, isOn: true } : each));
    }, 1500);
    return Response.json(made, { status: 201 });
  });
  return sent;
}
const open = (address = '/walls', role: 'administrator' | 'chief' = 'administrator', width = 1280) =>
  showScreenAt({ screen: ScreensScreen, path: '/walls', address }, role, width);

test.each([390, 1280, 1920])(
  'at %i every screen stands with whether it is on, since when not, and who paired it',
  async (width) => {
    serveScreens([
      screenOf('Briefing room'),
      screenOf('Lobby east', { isOn: false, lastSeenAt: '2026-12-13T22:05:00' }),
      screenOf('Annex', { isOn: false, lastSeenAt: null }),
      screenOf('Old gym', { isOn: false, revokedAt: '2026-12-10T10:00:00' }),
    ]);
    await page.viewport(width, 900);
    const host = await open('/walls', 'administrator', width);
    await expect.element(page.getByRole('heading', { name: 'Briefing room' })).toBeVisible();
    await expect.element(page.getByText('Off, last on 10:05 pm yesterday')).toBeVisible();
    await expect.element(page.getByText('Paired, not begun yet')).toBeVisible();
    expect(page.getByText('Chrome on ChromeOS, paired by Mercer, Fri, Dec 11').elements()).toHaveLength(4);
    await expect.element(page.getByText('Removed screens (1)')).toBeVisible();
    expect(await faultsOf(host)).toEqual([]);
    expect(host.scrollWidth).toBeLessThanOrEqual(width);
  },
);

test('a code that is typed pairs a screen, and the page says when its wall has begun', async () => {
  const sent = serveScreens([]);
  await open();
  await expect.element(page.getByRole('heading', { name: 'No screen is paired yet' })).toBeVisible();
  await userEvent.fill(page.getByRole('textbox', { name: 'Code on the screen' }), 'h7kd 4mqx');
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Briefing room');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Briefing room is paired')).toBeVisible();
  expect(sent).toEqual([
    { method: 'POST', path: '/api/wall-device-pairings', body: { code: 'h7kd 4mqx', name: 'Briefing room' } },
  ]);
  await expect.element(page.getByText('Briefing room is on')).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: 'Code on the screen' })).toHaveValue('');
});

test('a phone that was pointed at the QR code has the code already, and asks for the name', async () => {
  const sent = serveScreens([]);
  await page.viewport(390, 844);
  const host = await open('/walls?code=H7KD-4MQX', 'administrator', 390);
  await expect.element(page.getByRole('textbox', { name: 'Code on the screen' })).toHaveValue('H7KD-4MQX');
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  expect(host.scrollWidth).toBeLessThanOrEqual(390);
  for (const button of page.getByRole('button').elements()) expect(button.clientHeight).toBeGreaterThanOrEqual(46);
  await userEvent.keyboard('Lobby{Enter}');
  await expect.element(page.getByText('Lobby is paired')).toBeVisible();
  expect(sent[0]?.body).toEqual({ code: 'H7KD-4MQX', name: 'Lobby' });
});

test('the whole address of a QR code may be pasted', async () => {
  serveScreens([]);
  await open();
  const code = page.getByRole('textbox', { name: 'Code on the screen' });
  await userEvent.fill(code, 'https://commonbeat.city.example/walls?code=H7KD-4MQX');
  await expect.element(code).toHaveValue('H7KD-4MQX');
});

test('a code that no screen shows is refused at its field and keeps what was typed; too many are told plainly', async () => {
  const message = 'No screen shows this code now. Look at the screen again: it may have a new one.';
  let answer = Response.json({ detail: message, errors: [{ path: 'code', message }] }, { status: 422 });
  serveScreens([], () => answer);
  const host = await open();
  const code = page.getByRole('textbox', { name: 'Code on the screen' });
  await userEvent.fill(code, 'CCCC-CCCC');
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Lobby');
  await userEvent.click(page.getByRole('button', { name: 'Pair' }));
  await expect.element(code).toHaveAccessibleDescription(message);
  await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Lobby');
  answer = Response.json({ detail: 'Five wrong in a row: pairing is closed for 15 more minutes.' }, { status: 429 });
  await userEvent.click(page.getByRole('button', { name: 'Pair' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('pairing is closed for 15 more minutes');
  await expect.poll(() => faultsOf(host)).toEqual([]); // once the button has its color back
});

test('a screen is renamed, and removed only after it is said that nothing undoes it', async () => {
  const sent = serveScreens([screenOf('Lobby')]);
  await open();
  await userEvent.click(page.getByRole('button', { name: 'Rename Lobby' }));
  await userEvent.fill(page.getByRole('dialog').getByRole('textbox', { name: 'Name' }), 'Lobby east');
  await userEvent.click(page.getByRole('button', { name: 'Save' }));
  await expect.element(page.getByRole('heading', { name: 'Lobby east' })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Remove Lobby east' }));
  const dialog = page.getByRole('dialog', { name: 'Remove Lobby east?' });
  await expect.element(dialog.getByText(/^This cannot be undone/)).toBeVisible();
  expect(await faultsOf(document.body)).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Remove', exact: true }));
  await expect.element(page.getByText('Removed screens (1)')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'No screen is paired yet' })).toBeVisible();
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'PUT /api/wall-devices/d-Lobby',
    'DELETE /api/wall-devices/d-Lobby',
  ]);
});

test('what cannot be read says so, and who keeps no screens is told so without asking the server', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ detail: 'The database is away.' }, { status: 503 }));
  await open();
  await expect.element(page.getByText('The screens could not be read')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  await open('/walls', 'chief');
  await expect.element(page.getByText('Screens are kept by an administrator.')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
});
