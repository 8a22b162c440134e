import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { beginAnew, enterDevice } from '#web/wall/pairing/enter-device.ts';
import { readOwn } from '#web/wall/pairing/own-key.ts';
import { Pairing } from '#web/wall/pairing/pairing.tsx';
import { pairingServer } from './pairing-server.ts';
import '#web/ui/tokens.css';
import '#web/ui/base.css';

beforeEach(() => beginAnew());
afterEach(() => vi.unstubAllGlobals());

/** As the shell of the wall draws it: dark, full, with the size of its type set. */
async function showPairing(width = 1280, height = 720, onIn = () => {}) {
  await page.viewport(width, height);
  const u = Math.min(width / (width > height ? 1920 : 1080), height / (width > height ? 1080 : 1920));
  return show(
    <div data-theme="dark" style={{ position: 'fixed', inset: 0, '--u': `${u}px` } as React.CSSProperties}>
      <Pairing onIn={onIn} />
    </div>,
    width,
  );
}
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
const code = () => page.getByRole('status', { name: 'Code of this screen' });

test.each([
  [1280, 720],
  [720, 1280],
])(
  'at %i by %i the code, its address and what to do stand whole on the screen, in type of a wall',
  async (width, height) => {
    pairingServer();
    const host = await showPairing(width, height);
    await expect.element(code()).toHaveTextContent('H7KD4MQC');
    await expect.element(page.getByText('commonbeat.city.example/walls')).toBeVisible();
    await expect.element(page.getByText(/^New code in (10:00|9:5\d)$/)).toBeVisible();
    const qr = page.getByRole('img', {
      name: 'QR code that opens https://commonbeat.city.example/walls?code=H7KD-4MQC',
    });
    await expect.element(qr).toBeVisible();
    expect(await faultsOf(host)).toEqual([]);
    const u = Math.min(width, height) / 1080;
    for (const element of host.querySelectorAll<HTMLElement>('h1, p, li, output, figcaption, b')) {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      expect(element.scrollWidth, element.textContent).toBeLessThanOrEqual(element.clientWidth + 1 || 1e6);
      expect([left >= 0, right <= width, top >= 0, bottom <= height], element.textContent).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(Number.parseFloat(getComputedStyle(element).fontSize), element.textContent).toBeGreaterThanOrEqual(
        37 * u - 0.01,
      );
    }
  },
);

test('the wall begins once the code was typed, by a signature of a key that cannot be read', async () => {
  const server = pairingServer();
  const onIn = vi.fn();
  await showPairing(1280, 720, onIn);
  await expect.element(code()).toBeVisible();
  expect(onIn).not.toHaveBeenCalled();
  server.state = 'paired';
  await expect.poll(() => onIn.mock.calls.length).toBe(1);
  expect(server.entered).toBe(1);
  const { privateKey } = await readOwn();
  expect(privateKey.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
  expect(await enterDevice()).toEqual({ is: 'in' }); // as it does every ten minutes, and after a start
  expect(server.keys.size).toBe(1);
});

test('a code that has lapsed, or that a server forgot when it started anew, gives way to another by itself', async () => {
  const server = pairingServer();
  await showPairing();
  await expect.element(code()).toHaveTextContent('H7KD4MQC');
  server.state = 'unknown';
  await expect.element(code()).toHaveTextContent('H7KD4MQD');
  expect(server.keys.size).toBe(1);
});

test('while the server is away the code stays with a word about it, and the screen goes on by itself', async () => {
  const server = pairingServer();
  server.isAway = true;
  const onIn = vi.fn();
  await showPairing(1280, 720, onIn);
  await expect.element(page.getByRole('heading', { name: 'The server does not answer' })).toBeVisible();
  server.isAway = false;
  await expect.element(code()).toBeVisible();
  server.isAway = true;
  await expect.element(page.getByText(/^The server does not answer just now/)).toBeVisible();
  await expect.element(code()).toHaveTextContent('H7KD4MQC');
  server.isAway = false;
  server.state = 'paired';
  await expect.poll(() => onIn.mock.calls.length).toBe(1);
});

test('a screen that was removed says so, and begins anew with another key at a press of Enter', async () => {
  const server = pairingServer();
  const host = await showPairing();
  await expect.element(code()).toBeVisible();
  server.state = 'revoked';
  await expect.element(page.getByRole('heading', { name: 'This screen was removed' })).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
  expect(server.codes).toBe(1);
  expect(await enterDevice()).toEqual({ is: 'revoked' }); // whoever asks, until the page is loaded again
  await userEvent.keyboard('{Enter}');
  await expect.element(code()).toHaveTextContent('H7KD4MQD');
  expect(server.keys.size).toBe(2);
});

test('a server that refuses is quoted, and a page that may hold no key says where to go', async () => {
  const server = pairingServer();
  server.refuses = 'This server answers to its own name only.';
  await showPairing();
  await expect.element(page.getByText('This server answers to its own name only.')).toBeVisible();
  vi.stubGlobal('isSecureContext', false);
  const host = await showPairing();
  await expect.element(page.getByText(`https://${location.hostname}/wall`)).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
});

test('a proxy that answers for a server that is not there makes no screen forget who it is', async () => {
  const server = pairingServer();
  await showPairing();
  await expect.element(code()).toBeVisible();
  const known = (await readOwn()).deviceId;
  vi.stubGlobal('fetch', async () => new Response('<h1>Not found</h1>', { status: 404 }));
  expect((await enterDevice()).is).toBe('refused');
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  expect((await enterDevice()).is).toBe('away');
  expect((await readOwn()).deviceId).toBe(known);
  expect(server.keys.size).toBe(1);
});
