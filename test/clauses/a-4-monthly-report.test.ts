import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { itemsOf } from '#analysis/report/draft.ts';
import { sentenceOf } from '#analysis/report/printed.ts';
import type { Report } from '#data/schema/records/report.ts';
import { reportRoutes } from '#server/routes/records/reports.ts';
import { systemActing } from '#server/store/record-store.ts';
import { draftMonth } from '#server/store/reports.ts';
import { contact } from '#server/store/tables/contacts.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { fillStore } from '#test/fixture/reports/fill.ts';

const store = await freshStore();
const ask = deskOf(reportRoutes(store));
const whitlock = (now: string) => actingAs('officer', 'p-whitlock', now);
const path = (reportId: string, act = '') => `/api/records/reports/${encodeURIComponent(reportId)}${act}`;
const MINE = '2026-11/p-whitlock';

beforeAll(() => fillStore(store, smallCity));

test('A.4: at the close of the month a draft exists for each officer, and closing twice makes none twice', async () => {
  const atClose = systemActing('2026-12-01T00:05:00');
  const officers = smallCity.people
    .filter(({ role }) => role === 'officer')
    .map(({ personId }) => `2026-11/${personId}`);
  expect(officers).toHaveLength(2);
  expect((await draftMonth(store, atClose, '2026-11')).sort()).toEqual(['2026-11/division', ...officers].sort());
  expect(await draftMonth(store, atClose, '2026-11')).toEqual([]);
});

test('A.4: a draft is not late on its day, late on the day after, and a late one stands first', async () => {
  const standing = async (now: string) => {
    const lines = (await ask(whitlock(now), 'GET', '/api/records/reports')).json;
    return [lines[0].reportId.slice(0, 7), lines.find((line: Report) => line.reportId === MINE).standing.state];
  };
  expect(await standing('2026-12-05T23:59:00')).toEqual(['2026-11', 'due']);
  expect(await standing('2026-12-06T00:00:00')).toEqual(['2026-11', 'late']);
});

test('A.4: a group has a monthly report of its own, by its liaison', async () => {
  const order = { kind: 'monthly-group', period: '2026-11', subject: 'eastbank' };
  const made = await ask(whitlock('2026-12-02T09:00:00'), 'POST', '/api/records/reports', order);
  expect([made.status, made.json.report.reportId, made.json.mayWrite]).toEqual([201, '2026-11/eastbank', true]);
  const again = await ask(whitlock('2026-12-02T09:00:00'), 'POST', '/api/records/reports', order);
  expect(again.status).toBe(200);
  const month = (await ask(whitlock('2026-12-02T09:00:00'), 'GET', '/api/records/months/2026-11')).json;
  expect(month.groups).toEqual([
    { groupId: 'eastbank', name: 'Eastbank', reportId: '2026-11/eastbank', isSent: false },
    { groupId: 'harrow-meadow', name: 'Harrow Meadow', reportId: null, isSent: false },
  ]);
});

test('A.7: every referral that was open in the month prints in its report, with its status', async () => {
  const { rows } = await store.pool.query(
    `select referral_id from referral join concern using (concern_id) where owner_id = 'p-whitlock'
     and referred_on <= '2026-11-30' and (referral.status = 'waiting' or answered_on >= '2026-11-01') order by referred_on`,
  );
  expect(rows.length).toBeGreaterThan(1);
  const kept = (await ask(whitlock('2026-12-02T09:00:00'), 'GET', path(MINE))).json.report as Report;
  const printed = itemsOf(kept, 'referrals');
  expect(printed.map(({ itemId }) => itemId)).toEqual(rows.map(({ referral_id }) => referral_id));
  expect(printed.map((item) => /Waiting|Answered|Declined|Withdrawn/.exec(sentenceOf(item))?.[0])).toEqual([
    'Waiting',
    'Answered',
  ]);
});

test('A.4: a submitted report never changes when data later change: its hash is equal', async () => {
  const late = whitlock('2026-12-08T16:00:00');
  const before = (await ask(late, 'GET', path(MINE))).json.report as Report;
  const sent = (await ask(late, 'POST', path(MINE, '/sending'), { revision: before.revision })).json;
  expect(sent.report).toMatchObject({ status: 'sent', sentAt: '2026-12-08T16:00:00' });
  expect(sent.standing).toMatchObject({ state: 'sent', daysLate: 3 });
  expect(sent.report.hash).toMatch(/^[0-9a-f]{64}$/);

  await store.as(late, (tx) => tx.delete(contact).where(eq(contact.officerId, 'p-whitlock')));
  const after = (await ask(late, 'GET', path(MINE))).json;
  expect([after.report.hash, after.hashHolds]).toEqual([sent.report.hash, true]);
  expect(itemsOf(after.report, 'contacts')).toEqual(itemsOf(before, 'contacts'));
});

test('A.4: what was sent is amended beside itself, and the amendment says what it amends', async () => {
  const now = whitlock('2026-12-09T09:00:00');
  const amendment = (await ask(now, 'POST', path(MINE, '/amendments'))).json.report as Report;
  expect([amendment.reportId, amendment.amends, amendment.status]).toEqual([`${MINE}/amendment-1`, MINE, 'draft']);
  expect(itemsOf(amendment, 'contacts')).toEqual([]); // as the records are now
  expect((await ask(now, 'POST', path(MINE, '/amendments'))).json.report.reportId).toBe(amendment.reportId);
  expect((await ask(now, 'GET', path(MINE))).json.hashHolds).toBe(true);
});
