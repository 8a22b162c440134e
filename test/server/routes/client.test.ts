import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
let app: ReturnType<ServedHome['appFor']>;
beforeAll(async () => {
  served = await serveHome();
  app = served.appFor('analyst');
});
afterAll(() => served.remove());

const policyOf = (response: Response) => response.headers.get('Content-Security-Policy') ?? '';

test('the page may load from its own origin and nothing else', async () => {
  const policy = policyOf(await app.request('/'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
});

test('each page carries the nonce of its own policy, never the same twice', async () => {
  const nonces = new Set<string>();
  for (const path of ['/', '/figure/CB-4KX2', '/sql?from=2024-01-01']) {
    const response = await app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
    const nonce = /<meta name="csp-nonce" content="([^"]{20,})"/.exec(await response.text())?.[1] ?? '';
    expect(policyOf(response)).toContain(`'nonce-${nonce}'`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(3);
});

test('a hashed asset never changes and carries the policy that its worker will obey', async () => {
  const response = await app.request('/assets/app-1a2b3c4d.js');
  expect(response.headers.get('Cache-Control')).toBe('private, max-age=31536000, immutable');
  expect(response.headers.get('Content-Type')).toMatch(/javascript/);
  expect(policyOf(response)).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policyOf(response)).not.toContain('nonce');
});

test('a file without a hash is asked for again', async () => {
  const response = await app.request('/mark.svg');
  expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
  expect(response.headers.get('Content-Type')).toMatch(/^image\/svg\+xml/);
});

test('a missing asset is 404 and never the page', async () => {
  for (const path of ['/assets/gone-00000000.js', '/favicon.ico', '/%E0%A4%A']) {
    const response = await app.request(path);
    expect([path, response.status]).toEqual([path, path === '/%E0%A4%A' ? 200 : 404]);
  }
});

test('no address reaches a file outside the client', async () => {
  await writeFile(join(served.dist, '..', 'outside.txt'), 'not for you');
  for (const path of ['/..%2Foutside.txt', '/assets/..%2F..%2Foutside.txt', '/%2e%2e/outside.txt', '/assets%00.js']) {
    const response = await app.request(path);
    expect(await response.text(), path).not.toContain('not for you');
  }
});

test('data may run nothing, even opened as a page', async () => {
  for (const path of ['/api/session', '/api/areas/groups', '/healthz', '/api/nowhere']) {
    const response = await app.request(path);
    expect(policyOf(response)).toBe("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(response.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  }
});
