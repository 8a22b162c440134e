import { beforeAll, expect, test } from 'vitest';
import { itemsOf } from '#analysis/report/draft.ts';
import type { Report } from '#data/schema/records/report.ts';
import { reportRoutes } from '#server/routes/records/reports.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { fillStore } from '#test/fixture/reports/fill.ts';

const store = await freshStore();
const ask = deskOf(reportRoutes(store));
const NOW = '2026-12-02T09:00:00';
const whitlock = actingAs('officer', 'p-whitlock', NOW);
const ames = actingAs('officer', 'p-ames', NOW);
const mine = `/api/records/reports/${encodeURIComponent('2026-11/p-whitlock')}`;

let draft: Report;
beforeAll(async () => {
  await fillStore(store, smallCity);
  const order = { kind: 'monthly-officer', period: '2026-11', subject: 'p-whitlock' };
  draft = (await ask(whitlock, 'POST', '/api/records/reports', order)).json.report;
});
const seen = async () => ({ revision: (await ask(whitlock, 'GET', mine)).json.report.revision as number });

test.each([
  ['figures', { items: [{ part: 'contacts', itemId: 'eastbank', figures: [] }] }],
  ['a drafted sentence', { items: [{ part: 'contacts', itemId: 'eastbank', drafted: '40 contacts' }] }],
  ['whole parts', { parts: [] }],
  ['the carried list', { items: [{ part: 'contacts', itemId: 'eastbank', carriedFrom: null }] }],
  ['the state', { status: 'sent' }],
  ['an item that is not there', { items: [{ part: 'contacts', itemId: 'C-9999', words: 'x' }] }],
  ['a part that is not there', { none: [{ part: 'z', none: 'None.' }] }],
])('a change that names %s is refused, and nothing of it is kept', async (_, edit) => {
  const before = await seen();
  const answer = await ask(whitlock, 'PATCH', mine, { ...before, ...edit });
  expect(answer.status).toBe(422);
  expect(answer.json.errors.length).toBeGreaterThan(0);
  expect((await ask(whitlock, 'GET', mine)).json.report).toEqual(draft);
});

test('words are kept, and figures stay beside them as they were', async () => {
  const items = [{ part: 'contacts', itemId: 'eastbank', words: 'They ask for a walk after dark.' }];
  const kept = (await ask(whitlock, 'PATCH', mine, { ...(await seen()), summary: 'A calm month.', items })).json.report;
  expect(kept.summary).toBe('A calm month.');
  const [item] = itemsOf(kept, 'contacts');
  expect(item?.words).toBe('They ask for a walk after dark.');
  expect(item?.figures).toEqual(itemsOf(draft, 'contacts')[0]?.figures);
});

test('a change on what somebody else changed meanwhile is 409, with the report as it is now', async () => {
  const answer = await ask(whitlock, 'PATCH', mine, { revision: 1, summary: 'Mine' });
  expect(answer.status).toBe(409);
  expect(answer.json.current.summary).toBe('A calm month.');
});

test('an officer neither words nor sends the month of another', async () => {
  const { revision } = await seen();
  expect((await ask(ames, 'PATCH', mine, { revision, summary: 'x' })).status).toBe(403);
  expect((await ask(ames, 'POST', `${mine}/sending`, { revision })).status).toBe(403);
  expect((await ask(actingAs('chief'), 'PATCH', mine, { revision, summary: 'x' })).status).toBe(403);
  expect((await ask(null, 'GET', mine)).status).toBe(401);
  expect((await ask(actingAs('city-partner'), 'GET', mine)).status).toBe(403);
});

test('a month says its gaps before its draft', async () => {
  const month = (await ask(whitlock, 'GET', '/api/records/months/2026-11')).json;
  expect(month.gaps.map(({ kind }: { kind: string }) => kind)).toEqual([
    'no-contact',
    'silent-referral',
    'meeting-not-attended',
    'late-promise',
  ]);
  expect(month.reportId).toBe('2026-11/p-whitlock');
  expect(month.standing.dueOn).toBe('2026-12-05');
});

test('the database refuses every change of a report that was sent, and its removal', async () => {
  const { revision } = await seen();
  const sent = await ask(whitlock, 'POST', `${mine}/sending`, { revision });
  expect(sent.status).toBe(200);
  for (const change of [
    `update report set summary = 'other' where report_id = '2026-11/p-whitlock'`,
    `update report set status = 'draft' where report_id = '2026-11/p-whitlock'`,
    `update report set parts = '[]' where report_id = '2026-11/p-whitlock'`,
    `update report set status = 'received', hash = 'x' where report_id = '2026-11/p-whitlock'`,
    `delete from report where report_id = '2026-11/p-whitlock'`,
  ]) {
    await expect(store.pool.query(change), change).rejects.toThrow(/was sent and stays as it is/);
  }
  expect((await ask(whitlock, 'PATCH', mine, { ...(await seen()), summary: 'x' })).status).toBe(422);
});

test('a report of a month or quarter that has not begun, or of nobody, is refused by field', async () => {
  const order = (kind: string, period: string, subject: string | null) =>
    ask(whitlock, 'POST', '/api/records/reports', { kind, period, subject });
  expect((await order('monthly-officer', '2027-01', 'p-whitlock')).json.errors[0].path).toBe('period');
  expect((await order('quarterly', '2026-11', null)).json.errors[0].path).toBe('period');
  expect((await order('monthly-group', '2026-11', 'nowhere')).json.errors[0].path).toBe('subject');
});
