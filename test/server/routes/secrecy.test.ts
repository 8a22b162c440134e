import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { may } from '#data/schema/permissions.ts';
import { RELEASE_LEVEL_OF, ReleaseLevel, Role } from '#data/schema/release-level.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { readManifests } from '#server/extract/manifest-files.ts';
import { readStoreIndex, writeStoreIndex } from '#server/store/store-index.ts';
import { aFiling } from '#test/fixture/concern-town.ts';
import { fillHome } from '#test/server/extract/make-home.ts';
import { cookieOf, type ServedHome, serveHome, signedInWith } from './serve-home.ts';

// A peer leaked rows three times: after a session expired, through a shared cache, and on a second query path.

let served: ServedHome;
let files: { file: string; levels: ReleaseLevel[] }[];
let manifests: { hash: string; level: ReleaseLevel }[];

beforeAll(async () => {
  served = await serveHome();
  await fillHome(served.home, { 2023: 600, 2024: 1300 }); // a second cut, so that old files lie there too
  await cutExtracts(served.home);
  const made = (await Promise.all(ReleaseLevel.options.map((level) => readManifests(served.home, level)))).flat();
  manifests = made.map(({ manifest, releaseLevel }) => ({ hash: manifest, level: releaseLevel }));
  const stored = (await readdir(join(served.home, 'extracts'))).filter((name) => name.endsWith('.arrow'));
  files = stored.map((file) => ({
    file,
    levels: made.filter((m) => m.extracts.some((extract) => extract.file === file)).map((m) => m.releaseLevel),
  }));
});
afterAll(() => served.remove());

const statusOf = async (role: Role, path: string, headers: Record<string, string> = {}) => {
  const response = await served.appFor(role).request(path, { headers });
  await response.arrayBuffer();
  return response.status;
};

test('there are files of every level, old and new, to try', () => {
  expect(files.length).toBe(9); // one year that stayed and one that changed, at three levels
  expect(manifests.length).toBe(6);
});

test.each(Role.options)('%s gets the extracts of its own level, old ones too, and no others', async (role) => {
  for (const { file, levels } of files) {
    const wanted = !may(role, 'extract.read') ? 403 : levels.includes(RELEASE_LEVEL_OF[role]) ? 200 : 404;
    expect(await statusOf(role, `/api/extracts/${file}`), file).toBe(wanted);
  }
});

test.each(Role.options)('%s gets the manifests of its own level and no others', async (role) => {
  for (const { hash, level } of manifests) {
    const wanted = !may(role, 'map.read') ? 403 : level === RELEASE_LEVEL_OF[role] ? 200 : 404;
    expect(await statusOf(role, `/api/manifests/${hash}`), level).toBe(wanted);
  }
});

test('knowing the tag, a range or the packed name of another level’s file opens no second path', async () => {
  const secret = files.find(({ levels }) => levels.every((level) => level === 'restricted'))?.file ?? '';
  const path = `/api/extracts/${secret}`;
  expect(await statusOf('analyst', path)).toBe(200);
  expect(await statusOf('city-partner', path, { 'If-None-Match': `"${secret.slice(0, 32)}"` })).toBe(404);
  expect(await statusOf('city-partner', path, { Range: 'bytes=0-9' })).toBe(404);
  for (const guess of [`${path}.br`, `${path}.gz`, `/extracts/${secret}`, `/api/extracts/..%2Fextracts%2F${secret}`]) {
    expect([404, 422], guess).toContain(await statusOf('city-partner', guess));
  }
});

test('after a session has ended, expired or locked, its cookie opens nothing, cached tag or not', async () => {
  const path = `/api/extracts/${served.cut.manifests.restricted.extracts[0]?.file}`;
  const cookie = await cookieOf(served.app, 'p-boateng');
  const reader = signedInWith(served.app, cookie);
  const first = await reader.request(path);
  await first.arrayBuffer();
  expect(first.status).toBe(200);
  const again = { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } };
  expect((await reader.request(path, again)).status).toBe(304);
  served.setClock(31);
  expect((await reader.request(path, again)).status).toBe(401); // locked by itself
  served.setClock(13 * 60);
  expect((await reader.request(path, again)).status).toBe(401); // expired
  served.setClock(0);
  const other = signedInWith(served.app, await cookieOf(served.app, 'p-boateng'));
  await other.request('/api/session', { method: 'DELETE' });
  expect((await other.request(path, again)).status).toBe(401); // signed out
});

test('what a cache keeps for one reader is never the answer to another: each differs by cookie', async () => {
  const { extracts, areas } = served.cut.manifests.restricted;
  for (const path of [
    `/api/extracts/${extracts[0]?.file}`,
    `/api/areas/groups/${areas[0]?.version}`,
    '/api/manifest',
  ]) {
    const response = await served.appFor('analyst').request(path);
    await response.arrayBuffer();
    expect(response.headers.get('Vary'), path).toContain('Cookie');
    const tag = response.headers.get('ETag') ?? '';
    expect((await served.app.request(path, { headers: { 'If-None-Match': tag } })).status, path).toBe(401);
  }
  const secret = `/api/extracts/${extracts[0]?.file}`;
  for (const role of ['officer', 'city-partner'] as const) {
    const tag = (await served.appFor('analyst').request(secret)).headers.get('ETag') ?? '';
    expect(await statusOf(role, secret, { 'If-None-Match': tag })).toBe(404);
  }
});

test('boundaries that one level has asked for are not shown to another from memory', async () => {
  const version = served.cut.manifests.restricted.areas[0]?.version;
  expect(await statusOf('analyst', `/api/areas/groups/${version}`)).toBe(200);
  expect((await served.app.request(`/api/areas/groups/${version}`)).status).toBe(401);
  expect(await statusOf('auditor', `/api/areas/groups/${version}`)).toBe(403);
});

test('no answer about records may lie in a shared cache', async () => {
  const { extracts, areas, manifest } = served.cut.manifests.restricted;
  const paths = [
    '/api/session',
    '/api/manifest',
    `/api/manifests/${manifest}`,
    `/api/extracts/${extracts[0]?.file}`,
    '/api/areas',
    `/api/areas/groups/${areas[0]?.version}`,
    '/api/concerns',
    '/api/extracts/00000000000000000000000000000000.arrow',
  ];
  for (const path of paths) {
    const response = await served.appFor('analyst').request(path);
    await response.arrayBuffer();
    expect(response.headers.get('Cache-Control'), path).toMatch(/private|no-store/);
    expect(response.headers.get('Cache-Control'), path).not.toMatch(/public|s-maxage/);
  }
});

test('a figure is replayed only at the release level it was made at', async () => {
  const { manifest } = served.cut.manifests.restricted;
  const figure = {
    code: 'CB-4KX2',
    question: { method: 'spike', filter: { from: '2024-01-01', to: '2024-06-30' }, options: { watchQ: 0.1 } },
    manifest,
    areaVersions: {},
  };
  const post = (role: Role, body: unknown) =>
    served.appFor(role).request('/api/figures', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await post('city-partner', figure)).status).toBe(422);
  expect((await post('analyst', figure)).status).toBe(201);
  expect((await post('analyst', figure)).status).toBe(201);
  expect((await post('analyst', { ...figure, areaVersions: { groups: '0123456789abcdef' } })).status).toBe(409);
  expect(await statusOf('chief', '/api/figures/CB-4KX2')).toBe(200);
  expect(await statusOf('officer', '/api/figures/CB-4KX2')).toBe(404);
  const kept = await (await served.appFor('analyst').request('/api/figures/CB-4KX2')).json();
  expect(kept).toMatchObject({ code: 'CB-4KX2', manifest, question: { options: { watchQ: 0.1 } } });
});

test('concerns do not reach the public level, and a resident’s words reach no map', async () => {
  const sheet = aFiling({
    place: { type: 'Point', coordinates: [-82.55, 35.59] },
    words: 'They shout under my window',
  });
  const filed = await served.appFor('officer').request('/api/records/concerns', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(sheet),
  });
  expect(filed.status).toBe(201);
  const concerns = async (role: Role) => (await served.appFor(role).request('/api/concerns')).text();
  expect(JSON.parse(await concerns('officer'))).toHaveLength(1);
  expect(await concerns('officer')).not.toContain('shout');
  expect(await concerns('wall')).toBe('[]');
  expect(await concerns('city-partner')).toBe('[]');
});

test('boundaries that were redrawn since stay readable under the layer they were of', async () => {
  const index = await readStoreIndex(served.home);
  const version = index.layers[0]?.version;
  await writeStoreIndex(served.home, { ...index, layers: [] });
  expect(await statusOf('analyst', '/api/areas/groups')).toBe(404);
  expect(await statusOf('analyst', `/api/areas/groups/${version}`)).toBe(200);
  expect(await statusOf('analyst', `/api/areas/beats/${version}`)).toBe(404);
  await writeStoreIndex(served.home, index);
});
