import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { proofRoutes } from '#server/routes/records/proof.ts';
import { systemActing } from '#server/store/record-store.ts';
import { setting } from '#server/store/tables/people.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const { add, hear } = await openRegister(store);
const ask = deskOf(proofRoutes(store));
const Q4 = 'from=2026-10-01&to=2026-12-31';
type Shown = {
  clause: string;
  count: number;
  rows: { id: string; title: string }[];
  gaps: string[];
  standards: unknown[];
};
const clausesOf = async (profile: string): Promise<Map<string, Shown>> => {
  const { json } = await ask(actingAs('auditor'), 'GET', `/api/records/proof?profile=${profile}&${Q4}`);
  return new Map(json.clauses.map((clause: Shown) => [clause.clause, clause]));
};

await add('project', { happenedOn: '2026-11-01', title: '=cmd, "lot"', fields: { problem: 'Windows broken' } });
const program = await add('program', {
  status: 'active',
  happenedOn: '2024-01-01',
  fields: { letter: 'd', about: 'Doors', countsOnly: false },
});
await hear('C-0001', '2026-11-05', { title: 'Speeding' });
await hear('C-0002', '2026-06-05');

test('each clause shows the records of the period that prove it, and a gap in plain words where there are none', async () => {
  const asheville = await clausesOf('asheville-1902');
  expect(asheville.get('B.6')).toMatchObject({ count: 1, gaps: [] });
  expect(asheville.get('1902.3 A')?.rows).toEqual([expect.objectContaining({ id: 'C-0001', title: 'Speeding' })]);
  expect(asheville.get('B.8')).toMatchObject({ count: 0, gaps: ['No watch in this period.'] });
  expect(asheville.get('A.4')?.gaps).toEqual([
    'No report was sent for the month that begins: 2026-10, 2026-11, 2026-12.',
  ]);
});

test('a program of the order stands as proof from before the period, and without activity it is a gap all the same', async () => {
  const before = (await clausesOf('andover-p3103')).get('V.A.1.d');
  expect(before).toMatchObject({
    count: 1,
    gaps: ['The program is listed, and nothing was done under it in this period.'],
  });
  await add('program-activity', { happenedOn: '2026-10-05', fields: { programId: program.entryId, peopleReached: 4 } });
  const after = await clausesOf('andover-p3103');
  expect(after.get('V.A.1.d')).toMatchObject({ count: 2, gaps: [] });
  expect(after.get('V.A.1.e')?.count).toBe(0);
  expect(after.get('V.B.2.a')?.gaps[0]).toContain('3 without a liaison officer');
});

test('the crosswalk is the coordinator’s alone, stands beside its clause, and is not overwritten unseen', async () => {
  const rows = [{ clause: 'B.6', standard: '45.2.1 f', edition: '6', note: '' }];
  const write = (role: 'coordinator' | 'chief', revision: number, sent = rows) =>
    ask(actingAs(role), 'PUT', '/api/records/proof/crosswalk', { revision, rows: sent });
  expect((await write('chief', 0)).status).toBe(403);
  expect((await write('coordinator', 0)).json).toEqual({ revision: 1, rows });
  const stale = await write('coordinator', 0, []);
  expect(stale).toMatchObject({ status: 409, json: { current: { revision: 1, rows } } });
  expect((await write('coordinator', 1, [{ ...rows[0], clause: 'X.9' } as never])).json.errors[0].path).toBe(
    'rows.0.clause',
  );
  expect((await clausesOf('asheville-1902')).get('B.6')?.standards).toEqual(rows);
  const other = store.as(actingAs('coordinator'), (tx) =>
    tx.insert(setting).values({ key: 'idleMinutes', value: 600 }),
  );
  await expect(other).rejects.toThrow();
});

test('the export opens by itself, escapes what a record says, carries its hash and is in the audit', async () => {
  const base = newRoutes();
  base.use(async (c, next) => {
    c.set('acting', actingAs('chief'));
    await next();
  });
  base.route('/', proofRoutes(store));
  const get = (format: string) =>
    base.request(`/api/records/proof/export?profile=asheville-1902&${Q4}&format=${format}`);
  const csvAnswer = await get('csv');
  const csv = await csvAnswer.text();
  const hash = createHash('sha256').update(csv, 'utf8').digest('hex');
  expect(csvAnswer.headers.get('X-Content-SHA256')).toBe(hash);
  expect(csv).toContain(`"'=cmd, ""lot"""`);
  const page = await (await get('html')).text();
  expect(page).toContain(hash);
  expect(page).toContain('=cmd, &quot;lot&quot;');
  expect(page).not.toMatch(/<script|src=|href=/);
  const { rows } = await store.pool.query("select action, words from audit where kind = 'proof' order by number");
  expect(rows).toEqual([
    { action: 'export', words: 'asheville-1902, 2026-10-01 to 2026-12-31, csv' },
    { action: 'export', words: 'asheville-1902, 2026-10-01 to 2026-12-31, html' },
  ]);
});

test('a yearly review that was made is the proof of the header', async () => {
  await store.as(systemActing(NOW), (tx) =>
    tx.insert(setting).values({ key: 'reviewedOn', value: { 'andover-p3103': '2026-11-30' } }),
  );
  expect((await clausesOf('andover-p3103')).get('Header')).toMatchObject({ count: 1, gaps: [] });
});
