import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { itemsOf } from '#analysis/report/draft.ts';
import type { Report, ReportItem } from '#data/schema/records/report.ts';
import { reportRoutes } from '#server/routes/records/reports.ts';
import { report } from '#server/store/tables/notices.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { fillStore } from '#test/fixture/reports/fill.ts';

const store = await freshStore();
const ask = deskOf(reportRoutes(store));
const OCTOBER = '2026-10-12T09:00:00';
const JANUARY = '2027-01-04T09:00:00';
const coordinator = (now: string) => actingAs('coordinator', 'p-coordinator', now);
const chief = actingAs('chief', 'p-chief', JANUARY);

const path = (reportId: string, act = '') => `/api/records/reports/${encodeURIComponent(reportId)}${act}`;
const order = (period: string) => ({ kind: 'quarterly', period, subject: null });
const ids = (kept: Pick<Report, 'parts'>, part: string) => itemsOf(kept, part).map(({ itemId }) => itemId);
const actionsFor = (kept: Pick<Report, 'parts'>) =>
  ['c', 'd'].flatMap((part) =>
    itemsOf(kept, part).map(({ itemId }: ReportItem) => ({ part, itemId, action: 'Continue', reasonForNone: '' })),
  );
const emptyParts = (kept: Report) =>
  kept.parts.filter(({ items }) => items.length === 0).map(({ part }) => ({ part, none: 'None this quarter.' }));

/** Drafts, words and sends a quarter; what a coordinator does. */
async function sendQuarter(period: string, now: string): Promise<Report> {
  const drafted = (await ask(coordinator(now), 'POST', '/api/records/reports', order(period))).json.report as Report;
  const { revision, reportId } = drafted;
  const edit = { revision, items: actionsFor(drafted), none: emptyParts(drafted) };
  const worded = (await ask(coordinator(now), 'PATCH', path(reportId), edit)).json.report as Report;
  const sent = await ask(coordinator(now), 'POST', path(reportId, '/sending'), { revision: worded.revision });
  expect([period, sent.status, sent.json.detail]).toEqual([period, 200, undefined]);
  return sent.json.report;
}

let q3: Report;
beforeAll(async () => {
  await fillStore(store, smallCity);
  q3 = await sendQuarter('2026-Q3', OCTOBER);
});

test('V.B.3: a report cannot be sent while a part is empty and does not say “None this quarter.”', async () => {
  const empty = (await ask(coordinator(OCTOBER), 'POST', '/api/records/reports', order('2024-Q1'))).json
    .report as Report;
  const lacks = await ask(coordinator(OCTOBER), 'POST', path('2024-Q1', '/sending'), { revision: empty.revision });
  expect(lacks.status).toBe(422);
  expect(lacks.json.errors.map(({ message }: { message: string }) => message)).toEqual([
    expect.stringMatching(/^Part a, Current community concerns, is empty/),
    expect.stringMatching(/^Part b, Potential problems, is empty/),
    expect.stringMatching(/^Part c, Recommended actions, is empty/),
    expect.stringMatching(/^Part d, Progress on earlier concerns, is empty/),
  ]);
  expect((await sendQuarter('2024-Q1', OCTOBER)).parts.slice(0, 4).map(({ none }) => none)).toEqual(
    Array(4).fill('None this quarter.'),
  );
});

test('V.B.3: it goes to the chief, who is told and receives it; nobody else can', async () => {
  const { rows } = await store.pool.query(`select to_role, words from notice where once_key = 'report-sent/2026-Q3'`);
  expect(rows).toEqual([{ to_role: 'chief', words: expect.stringContaining('2026-Q3') }]);
  const { rows: mail } = await store.pool.query(`select "to" from mail_out where subject like '%2026-Q3%'`);
  expect(mail).toEqual([{ to: ['p-chief@example.org'] }]);
  const now = await ask(chief, 'GET', path('2026-Q3'));
  const seen = { revision: now.json.report.revision };
  const lieutenant = actingAs('section-commander', 'p-section-commander', JANUARY);
  expect((await ask(lieutenant, 'POST', path('2026-Q3', '/receipt'), seen)).status).toBe(403);
  const received = await ask(chief, 'POST', path('2026-Q3', '/receipt'), seen);
  expect(received.json.report).toMatchObject({ status: 'received', receivedBy: 'p-chief', receivedAt: JANUARY });
  expect(received.json.hashHolds).toBe(true);
});

test('V.B.3.a: part a is each concern open in the quarter, counted beside the records themselves', async () => {
  const { rows } = await store.pool.query(
    `select concern_id from concern where duplicate_of is null and heard_at < '2026-10-01'
     and (closed_on is null or closed_on >= '2026-07-01') order by heard_at`,
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(ids(q3, 'a')).toEqual(rows.map(({ concern_id }) => concern_id));
  expect(q3.parts[0]?.figures.find(({ key }) => key === 'concerns-open')?.value).toBe(rows.length);
});

test('V.B.3.b: each potential problem cites the records that it rests on, and they open', async () => {
  const found = await ask(chief, 'GET', path('2026-Q3', '/evidence?part=b&itemId=P-014'));
  expect(found.json.lines.map(({ recordId }: { recordId: string }) => recordId).sort()).toEqual([
    'C-0317',
    'CB-3P8W-11',
    'P-014',
  ]);
  expect(found.json.missing).toEqual([]);
});

test('V.B.3.c: each item of parts a and b has an action, or “none, because”, before the report can be sent', async () => {
  const drafted = (await ask(coordinator(JANUARY), 'POST', '/api/records/reports', order('2026-Q4'))).json;
  const { revision } = drafted.report;
  const wanted = drafted.lacks.filter(({ code }: { code: string }) => code === 'no-action');
  expect(wanted.map(({ itemId }: { itemId: string }) => itemId)).toEqual(['C-0291', 'C-0317', 'C-0330', 'P-014']);
  const refused = await ask(coordinator(JANUARY), 'POST', path('2026-Q4', '/sending'), { revision });
  expect(refused.status).toBe(422);
  expect(refused.json.errors.map((error: { path: string }) => error.path)).toContain('C-0317');
  const items = [{ part: 'c', itemId: 'C-0317', reasonForNone: 'Nobody could be reached in three attempts.' }];
  const one = (await ask(coordinator(JANUARY), 'PATCH', path('2026-Q4'), { revision, items })).json;
  expect(one.lacks).toHaveLength(drafted.lacks.length - 1);
});

test('V.B.3.d: every item of last quarter’s parts a and b stands in part d exactly once', async () => {
  const q4 = (await ask(coordinator(JANUARY), 'GET', path('2026-Q4'))).json.report as Report;
  const before = [...ids(q3, 'a'), ...ids(q3, 'b')];
  expect(before.length).toBeGreaterThan(0);
  expect(ids(q4, 'd')).toEqual(before);
  expect(itemsOf(q4, 'd').every(({ carriedFrom }) => carriedFrom === '2026-Q3')).toBe(true);
});

test('V.B.3.d: a dropped item is named, and the report cannot be sent', async () => {
  const q4 = (await ask(coordinator(JANUARY), 'GET', path('2026-Q4'))).json.report as Report;
  const parts = q4.parts.map((part) => (part.part === 'd' ? { ...part, items: part.items.slice(1) } : part));
  await store.as(coordinator(JANUARY), (tx) => tx.update(report).set({ parts }).where(eq(report.reportId, '2026-Q4')));
  const refused = await ask(coordinator(JANUARY), 'POST', path('2026-Q4', '/sending'), { revision: q4.revision });
  expect(refused.status).toBe(422);
  expect(refused.json.errors).toContainEqual({
    path: 'C-0291',
    message: 'C-0291 Dumping behind Orchard Loop stood in part a of 2026-Q3 and is missing from part d.',
  });
  const back = await ask(coordinator(JANUARY), 'POST', path('2026-Q4', '/figures'), { revision: q4.revision });
  expect(ids(back.json.report, 'd')).toEqual(ids(q4, 'd'));
});

test('V.B.2.f: a practice that was changed is listed in the quarter’s report, and in no other', async () => {
  const q4 = (await ask(coordinator(JANUARY), 'GET', path('2026-Q4'))).json.report as Report;
  expect([ids(q3, 'practices'), ids(q4, 'practices')]).toEqual([[], ['PC-0001']]);
});
