import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#data/schema/release-level.ts';
import { type ServedHome, serveHome } from './serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
});
afterAll(() => served.remove());

type Line = { who: string; action: string; kind: string; id: string; words: string };

/** The lines of the audit that `work` leaves behind. */
async function linesOf(work: () => Promise<unknown>): Promise<Line[]> {
  const { pool } = served.records;
  const last = (await pool.query('select coalesce(max(number), 0) as number from audit')).rows[0].number;
  await work();
  const { rows } = await pool.query<Line>(
    `select person_id as who, action, kind, record_id as id, words from audit where number > $1 order by number`,
    [last],
  );
  return rows;
}

async function take(role: Role, path: string, headers: Record<string, string> = {}) {
  const response = await served.appFor(role).request(path, { headers });
  await response.arrayBuffer();
  return response;
}

const post = (role: Role, body: unknown) =>
  served.appFor(role).request('/api/audit/acts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

test('exact places that were sent are in the audit whatever asked for them, once an hour for each reader and file', async () => {
  for (const [role, who, level] of [
    ['analyst', 'p-boateng', 'restricted'],
    ['officer', 'p-whitlock', 'internal'],
  ] as const) {
    const [extract] = served.cut.manifests[level].extracts;
    const path = `/api/extracts/${extract?.file}`;
    const first = await linesOf(() => take(role, path, { Range: 'bytes=0-9' }));
    const words = `${extract?.rows} calls of ${extract?.year} sent`;
    expect(first).toEqual([{ who, action: 'view-exact', kind: 'extract', id: extract?.file, words }]);
    expect(await linesOf(() => take(role, path))).toEqual([]);
  }
});

test('blocks, a refusal and a file that one has already are no view of exact places', async () => {
  const [rounded] = served.cut.manifests.public.extracts;
  expect(await linesOf(() => take('city-partner', `/api/extracts/${rounded?.file}`))).toEqual([]);
  const [exact] = served.cut.manifests.restricted.extracts;
  const path = `/api/extracts/${exact?.file}`;
  expect(await linesOf(() => take('officer', path))).toEqual([]);
  const has = { 'If-None-Match': `"${exact?.file.slice(0, 32)}"` };
  const lines = await linesOf(async () => expect((await take('chief', path, has)).status).toBe(304));
  expect(lines).toEqual([]);
});

test('a page tells of an export, a print and a view in the name of who is signed in, and of nothing else', async () => {
  const act = { kind: 'map', recordId: 'F-1', words: 'Map of Eastbank' };
  for (const action of ['export', 'print', 'view-exact']) {
    const lines = await linesOf(async () => post('officer', { action, ...act }));
    expect(lines).toEqual([{ who: 'p-whitlock', action, kind: 'map', id: 'F-1', words: 'Map of Eastbank' }]);
  }
  for (const body of [
    { action: 'sign-in', ...act },
    { action: 'change', ...act },
    { action: 'print', ...act, personId: 'p-ruiz' },
  ])
    expect(await linesOf(async () => expect((await post('officer', body)).status).toBe(422))).toEqual([]);
});

test('the audit’s own export is a line of it, and whoever is refused it is one too', async () => {
  const path = '/api/audit/lines.jsonl?kind=session';
  expect(await linesOf(() => take('auditor', path))).toMatchObject([
    { who: 'p-sandoval', action: 'export', kind: 'audit', words: '{"kind":"session"}' },
  ]);
  expect(await linesOf(() => take('chief', path))).toMatchObject([
    { who: 'p-ruiz', action: 'access-refused', words: 'GET /api/audit/lines.jsonl' },
  ]);
});
