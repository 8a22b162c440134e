import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Report } from '#data/schema/records/report.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { proofRoutes } from '#server/routes/records/proof.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concernUpdate } from '#server/store/tables/concerns.ts';
import { contact } from '#server/store/tables/contacts.ts';
import { notice, report } from '#server/store/tables/notices.ts';
import { setting } from '#server/store/tables/people.ts';
import { bulletin, pattern, sweepVerdict } from '#server/store/tables/sweep.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const { add, hear } = await openRegister(store);
const ask = deskOf(proofRoutes(store));
const Q4 = 'from=2026-10-01&to=2026-12-31';
type Shown = {
  clause: string;
  count: number;
  rows: { record: string; id: string; title: string; page: string; of: string }[];
  gaps: string[];
  standards: unknown[];
};
const keepReport = (reportId: string, kind: Report['kind'], status: Report['status']) =>
  store.as(systemActing(NOW), (tx) => {
    const [month = '', subject = ''] = reportId.split('/');
    const days = { from: `${month}-01`, to: `${month}-28` };
    return tx
      .insert(report)
      .values({ ...born(systemActing(NOW)), ...days, reportId, kind, subject, status, parts: [] });
  });
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

test('a month is a gap for each who owed it and did not send it: division, liaison officer, a group’s that was begun', async () => {
  const gaps = async () => (await clausesOf('asheville-1902')).get('A.4')?.gaps;
  // December is not over on the demo's morning, so nobody owes it yet
  expect(await gaps()).toEqual(['No monthly report for October 2026 to November 2026 of: the division.']);
  await add('liaison', {
    groupId: 'eastbank',
    ownerId: 'p-officer',
    happenedOn: '2026-11-20',
    fields: { serves: 'association' },
  });
  await keepReport('2026-11/division', 'monthly-division', 'sent');
  await keepReport('2026-10/millrace', 'monthly-group', 'draft');
  expect(await gaps()).toEqual([
    'No monthly report for October 2026 of: the division, millrace.',
    'No monthly report for November 2026 of: Person officer.',
  ]);
  await keepReport('2026-10/division', 'monthly-division', 'received');
  await keepReport('2026-11/p-officer', 'monthly-officer', 'sent');
  expect(await gaps()).toEqual(['No monthly report for October 2026 of: millrace.']);
  expect((await clausesOf('andover-p3103')).get('V.B.3')?.gaps).toEqual([]); // the quarter is not over
});

test('sweeps, patterns, bulletins and that officers read of them prove the work with crime analysis (A.9)', async () => {
  const acting = systemActing(NOW);
  const kept = born(acting);
  const week = '2026-12-07';
  await store.as(acting, async (tx) => {
    const judged = { kind: 'spike' as const, week, sentence: 'x', ...kept };
    const calls = [{ callId: 'a', kept: true, reason: '' }];
    const synopsis = { what: '', where: '', when: '', how: '', advice: '' };
    await tx.insert(pattern).values({
      ...{
        patternId: 'P-0001',
        name: 'Garages',
        type: 'series',
        from: week,
        to: week,
        source: 'list',
        calls,
        synopsis,
      },
      ...{ label: 'open', release: 'internal', ...kept },
    });
    await tx.insert(sweepVerdict).values([
      {
        ...judged,
        verdictId: 'V-0001',
        candidateKey: 'a',
        title: 'Mental health',
        category: 'mental-health',
        choice: 'dismiss',
        reason: 'A fair.',
      },
      { ...judged, verdictId: 'V-0002', candidateKey: 'b', title: 'Crash', choice: 'pattern', patternId: 'P-0001' },
    ]);
    const sent = { patternId: 'P-0001', sentAt: NOW, sentBy: 'p', facts: {}, hash: 'h' };
    await tx.insert(bulletin).values({ ...sent, bulletinId: 'PB-0001', sentTo: [{ personId: 'p', name: 'P' }] });
    const told = { clause: 'A.9', title: 'Theft', sentAt: NOW, ...kept };
    await tx.insert(notice).values([
      { ...told, noticeId: 'N-8', kind: 'sweep', onceKey: 's/1', words: 'In Commonbeat: /spikes' },
      { ...told, noticeId: 'N-9', kind: 'bulletin', onceKey: 's/2', words: 'In Commonbeat: /patterns/P-0001' },
    ]);
  });
  const { rows = [] } = (await clausesOf('asheville-1902')).get('A.9') ?? {};
  expect(rows.map(({ id, title, page, of }) => [id, title, page, of]).sort()).toEqual([
    ['N-8', 'Theft, not read yet', 'spikes', 'N-8'],
    ['N-9', 'Theft, not read yet', 'pattern', 'P-0001'],
    ['P-0001', 'Garages', 'pattern', 'P-0001'],
    ['PB-0001', 'Garages, sent to 1', 'pattern', 'P-0001'],
    ['V-0001', 'Calls that few may read: dismissed', 'spikes', 'V-0001'],
    ['V-0002', 'Crash: made into a pattern', 'pattern', 'P-0001'],
  ]);
});

test('every kind of record names the page that it opens on', async () => {
  await store.as(systemActing(NOW), async (tx) => {
    const told = { kind: 'told' as const, at: NOW, by: 'p-officer', from: 'Us', to: 'The group', words: 'We patrol' };
    await tx.insert(concernUpdate).values({ ...told, updateId: 'U-1', concernId: 'C-0001' });
    const life = { ...born(systemActing(NOW)), groupId: 'eastbank' };
    const spoke = { result: 'made' as const, way: 'phone' as const, at: NOW, officerId: 'p-officer' };
    await tx.insert(contact).values({ ...life, ...spoke, contactId: 'CT-1' });
    const said = { clause: '1902.2 C', title: 'No contact', words: 'Depot cannot be reached', sentAt: NOW };
    const read = [{ by: 'p-chief', name: 'Averill', at: NOW, words: '' }];
    const none = { ...life, ...said, kind: 'no-contact' as const, onceKey: 'no-contact/eastbank/2026-Q4' };
    await tx.insert(notice).values({ ...none, noticeId: 'N-1', acknowledgments: read });
    const aware = { ...life, ...said, clause: 'A.8', kind: 'escalation' as const, onceKey: 'escalation/1' };
    await tx.insert(notice).values({ ...aware, noticeId: 'N-2' });
  });
  const shown = [...(await clausesOf('asheville-1902')).values()].flatMap(({ rows }) => rows);
  const pageOf = new Map(shown.map((row) => [`${row.record} ${row.id}`, [row.page, row.of, row.title]]));
  expect(pageOf.get('update U-1')).toEqual(['concern', 'C-0001', 'told, C-0001']);
  expect(pageOf.get('contact CT-1')).toEqual(['contacts', 'eastbank', 'eastbank, phone, made']);
  expect(pageOf.get('notice N-1')).toEqual(['group', 'eastbank', 'No contact, read by Averill on 2026-12-14']);
  expect(pageOf.get('notice N-2')).toEqual(['escalations', 'N-2', 'No contact, not read yet']);
  expect(pageOf.get('representative r-1')).toEqual(['group', 'eastbank', 'eastbank, president']);
  expect(pageOf.get('report 2026-11/division')?.slice(0, 2)).toEqual(['report', '2026-11/division']);
  expect(pageOf.get('project PR-0001')?.slice(0, 2)).toEqual(['register', 'PR-0001']);
});
