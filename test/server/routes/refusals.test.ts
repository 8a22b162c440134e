import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Problem } from '#server/routes/problem.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { type ServedHome, serveHome, signedInWith } from './serve-home.ts';

let served: ServedHome;
let app: ReturnType<ServedHome['appFor']>;
beforeAll(async () => {
  served = await serveHome();
  app = served.appFor('analyst');
});
afterAll(() => served.remove());

async function problemOf(response: Response) {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

const post = (body: string, type = 'application/json') =>
  app.request('/api/figures', { method: 'POST', headers: { 'Content-Type': type }, body });

test('an unknown address is 404', async () => {
  expect(await problemOf(await app.request('/api/nowhere'))).toMatchObject({ status: 404, title: 'Not found' });
  expect(await problemOf(await app.request('/api/areas/nowhere'))).toMatchObject({ status: 404 });
  expect(await problemOf(await app.request('/api/areas/groups/0123456789abcdef'))).toMatchObject({ status: 404 });
});

test('a known address with another method is 405 and says which it takes', async () => {
  const response = await app.request('/api/manifest', { method: 'DELETE' });
  expect(response.headers.get('Allow')).toBe('GET, HEAD');
  expect(await problemOf(response)).toMatchObject({ status: 405 });
});

test('a body larger than a question can be is 413', async () => {
  expect(await problemOf(await post(JSON.stringify({ code: 'x'.repeat(70_000) })))).toMatchObject({ status: 413 });
});

test('a pattern of 500 calls, each left out with a long reason, is no body too large', async () => {
  const calls = Array.from({ length: 500 }, (_, i) => ({
    callId: `2026-${String(i).padStart(40, '0')}`,
    kept: false,
    reason: 'é'.repeat(300),
  }));
  const keep = (body: object) =>
    app.request('/api/records/patterns', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const pattern = {
    ...{ name: 'Garages', type: 'series', groupIds: [], from: '2026-12-01', to: '2026-12-07', source: 'list' },
    ...{ code: null, synopsis: { what: '', where: '', when: '', how: '', advice: '' } },
    ...{ label: 'sensitive', release: 'internal' },
  };
  expect((await keep({ ...pattern, calls })).status).toBe(201);
  expect(await problemOf(await keep({ ...pattern, name: 'x'.repeat(520 * 1024), calls }))).toMatchObject({
    status: 413,
  });
});

test('a body that is not JSON is refused', async () => {
  expect(await problemOf(await post('a=b', 'application/x-www-form-urlencoded'))).toMatchObject({ status: 415 });
  expect(await problemOf(await post('{"code":'))).toMatchObject({ status: 400 });
});

test('a wrong field is 422 and named', async () => {
  const problem = await problemOf(await post(JSON.stringify({ code: 'lower case', manifest: 7 })));
  expect(problem.status).toBe(422);
  expect(problem.errors?.map(({ path }) => path)).toEqual(['code', 'question', 'manifest', 'areaVersions']);
});

test('a fault of ours is 500 and tells nothing of the inside', async () => {
  await writeWhole(join(served.home, 'figures', 'CB-BR0K.json'), '[{"question": "secret"');
  const response = await app.request('/api/figures/CB-BR0K');
  const text = await response.clone().text();
  expect(await problemOf(response)).toMatchObject({ status: 500 });
  expect(text).not.toMatch(/secret|JSON|BR0K\.json|\/tmp/);
});

test('a request addressed to another name is refused, as DNS rebinding would send it', async () => {
  expect(await problemOf(await app.request('http://evil.example/api/session'))).toMatchObject({ status: 421 });
  for (const own of ['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080']) {
    expect((await app.request(`${own}/api/session`)).status).toBe(200);
  }
});

test('before the first cut there is no manifest, and that is said', async () => {
  const { makeApp } = await import('#server/app.ts');
  const empty = signedInWith(makeApp({ ...served.options, home: join(served.home, 'none') }), served.cookies.analyst);
  expect(await problemOf(await empty.request('/api/manifest'))).toMatchObject({ status: 404 });
});
