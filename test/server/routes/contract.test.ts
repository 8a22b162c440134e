import { hc } from 'hono/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Manifest } from '#data/schema/manifest.ts';
import { may, type Permission } from '#data/schema/permissions.ts';
import { RELEASE_LEVEL_OF, Role } from '#data/schema/release-level.ts';
import { Session } from '#data/schema/session.ts';
import type { App } from '#server/app.ts';
import { Problem } from '#server/routes/problem.ts';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
});
afterAll(() => served.remove());

/** The records and the public pages have tests of their own; every route of the records is walked in every-route-every-role. */
const isOfRecords = (name: string) =>
  /\/api\/(records|groups|meetings|accounts|account-sessions|sessions|session\/|me\b|audit|demo|sign-on|first-run)/.test(
    name,
  ) ||
  / \/(area|stop)\b/.test(name) ||
  name.includes('/api/wall-') ||
  name === 'delete /api/session' ||
  name === 'post /api/session';

type Call = { path: string; status: number; init?: RequestInit };
type Operation = {
  security?: unknown[];
  'x-permission'?: Permission;
  responses: Record<string, unknown>;
  parameters?: { name: string }[];
};
type OpenApi = { openapi: string; paths: Record<string, Record<string, Operation>>; security: unknown[] };

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** One call for every documented route of the map, and role. A new route without a line here fails the first test. */
function callsOf(role: Role): Record<string, Call> {
  const { manifest, extracts, areas } = served.cut.manifests[RELEASE_LEVEL_OF[role]];
  const figure = {
    code: `CB-${manifest.toUpperCase()}`,
    question: { method: 'spike', filter: { from: '2024-01-01', to: '2024-12-31' }, options: {} },
    manifest,
    areaVersions: { groups: areas[0]?.version },
  };
  return {
    'get /api/welcome': { path: '/api/welcome', status: 200 },
    'get /api/session': { path: '/api/session', status: 200 },
    'get /api/manifest': { path: '/api/manifest', status: 200 },
    'get /api/manifests/{hash}': { path: `/api/manifests/${manifest}`, status: 200 },
    'get /api/extracts/{file}': { path: `/api/extracts/${extracts[0]?.file}`, status: 200 },
    'get /api/areas': { path: '/api/areas', status: 200 },
    'get /api/areas/{layer}': { path: '/api/areas/groups', status: 200 },
    'get /api/areas/{layer}/{version}': { path: `/api/areas/groups/${areas[0]?.version}`, status: 200 },
    'get /api/concerns': { path: '/api/concerns', status: 200 },
    'get /api/basemap/{file}': { path: '/api/basemap/basemap.pmtiles', status: 200 },
    'post /api/figures': { path: '/api/figures', status: 201, init: json(figure) },
    'get /api/figures/{code}': { path: `/api/figures/${figure.code}`, status: 200 },
    'get /api/methods/{method}': { path: '/api/methods/spike', status: 200 },
    'get /api/wall/board': { path: '/api/wall/board', status: 200 },
    'get /api/wall/ground/{file}': {
      path: `/api/wall/ground/${served.cut.manifests.public.manifest}.svg`,
      status: 200,
    },
    'get /api/wall/stream': { path: '/api/wall/stream', status: 200 },
    'get /healthz': { path: '/healthz', status: 200 },
    'get /metrics': { path: '/metrics', status: 200 },
    'get /api/openapi.json': { path: '/api/openapi.json', status: 200 },
  };
}

const documentOf = async (role: Role) =>
  (await (await served.appFor(role).request('/api/openapi.json')).json()) as OpenApi;
const operationsOf = ({ paths }: OpenApi) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );

test('every route of the app is in its document, and every documented one is tried here', async () => {
  const app = served.appFor('analyst');
  const documented = operationsOf(await documentOf('analyst'))
    .map(({ name }) => name)
    .filter((name) => !isOfRecords(name));
  const routed = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    .filter((name) => !isOfRecords(name));
  expect(documented.length).toBeGreaterThan(10);
  expect([...new Set(routed)].sort()).toEqual(documented.toSorted());
  expect(Object.keys(callsOf('analyst')).sort()).toEqual(documented.toSorted());
});

test('the document is OpenAPI 3.1 and only health, itself, the doors and the public pages are open to all', async () => {
  const document = await documentOf('wall');
  expect(document.openapi).toBe('3.1.0');
  expect(document.security).toEqual([{ session: [] }]);
  const open = operationsOf(document).filter(({ operation }) => operation.security?.length === 0);
  expect(open.map(({ name }) => name).toSorted()).toEqual([
    'get /api/openapi.json',
    'get /api/sign-on',
    'get /api/sign-on/callback/{provider}',
    'get /api/welcome',
    'get /area',
    'get /area/inter.woff2',
    'get /area/page.css',
    'get /area/{groupId}',
    'get /area/{groupId}/{page}',
    'get /healthz',
    'get /stop/{token}',
    'post /api/demo/enter',
    'post /api/first-run',
    'post /api/session',
    'post /api/wall-devices',
    'post /api/wall-devices/{deviceId}/challenge',
    'post /api/wall-devices/{deviceId}/enter',
    'post /stop/{token}',
  ]);
});

test.each(Role.options)('every route answers %s as documented', async (role) => {
  const app = served.appFor(role);
  const operations = new Map(operationsOf(await documentOf(role)).map(({ name, operation }) => [name, operation]));
  for (const [name, { path, status, init }] of Object.entries(callsOf(role))) {
    const response = await app.request(path, init);
    const operation = operations.get(name);
    const asks = operation?.['x-permission'];
    const wanted = asks === undefined || may(role, asks) ? status : 403;
    expect(`${name} ${response.status}`).toBe(`${name} ${wanted}`);
    if (wanted !== 403) expect(Object.keys(operation?.responses ?? {})).toContain(String(response.status));
    await response.body?.cancel(); // a stream has no end to wait for
  }
});

const READERS = Role.options.filter((role) => may(role, 'map.read'));

test.each(READERS)('%s loads the session and manifest of its own release level', async (role) => {
  const app = served.appFor(role);
  const session = Session.parse(await (await app.request('/api/session')).json());
  const manifest = Manifest.parse(await (await app.request('/api/manifest')).json());
  expect(session).toMatchObject({ role, city: 'Testville', nowLocal: '2025-01-02T03:04:05' });
  expect(session.releaseLevel).toBe(RELEASE_LEVEL_OF[role]);
  expect(manifest).toEqual(served.cut.manifests[RELEASE_LEVEL_OF[role]]);
});

test('every route with a parameter refuses nonsense as a problem', async () => {
  const app = served.appFor('analyst');
  const withParameter = operationsOf(await documentOf('analyst')).filter(
    ({ name }) => name.includes('{') && !isOfRecords(name),
  );
  expect(withParameter.length).toBeGreaterThan(5);
  for (const { name } of withParameter) {
    for (const nonsense of ['..%2F..%2Fstore.json', '%00', 'x'.repeat(5000), "'; drop"]) {
      const path = name.replace(/^\w+ /, '').replace(/\{\w+\}/g, nonsense);
      const response = await app.request(path);
      expect([404, 422], `${name} with ${nonsense.slice(0, 20)}`).toContain(response.status);
      expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      expect(Problem.parse(await response.json()).status).toBe(response.status);
    }
  }
});

test('the typed client knows every address and what it answers', async () => {
  const app = served.appFor('coordinator');
  const { api } = hc<App>('http://localhost', { fetch: app.request });
  const session = await (await api.session.$get()).json();
  expect(session.releaseLevel).toBe('internal');
  const extract = await api.extracts[':file'].$get({ param: { file: '0'.repeat(32).concat('.arrow') } });
  expect(extract.status).toBe(404);
});
