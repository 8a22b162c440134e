import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WallDuty } from '#data/schema/wall.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { concern, referral } from '#server/store/tables/concerns.ts';
import { contact } from '#server/store/tables/contacts.ts';
import { group } from '#server/store/tables/groups.ts';
import { notice } from '#server/store/tables/notices.ts';
import { openBoard } from '#server/wall/board/open-board.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const system = systemActing(NOW);
const home = await homeFolder('wall-records');
let nowLocal = NOW;
const log = pino({ level: 'silent' });
const board = openBoard(home, store, { nowLocal: () => nowLocal, log, onChange: () => {} });
afterAll(async () => {
  await board.close();
  await rm(home, { recursive: true, force: true });
});

const WORDS = 'Mr. Odell at 14 Linnet Avenue shouts every night';
const aConcern = (concernId: string, heardOn: string, more: Partial<typeof concern.$inferInsert> = {}) => ({
  ...{ concernId, words: WORDS, title: 'Odell, Linnet Avenue', way: 'phone' as const, heardAt: `${heardOn}T10:00:00` },
  ...{ placeWords: '14 Linnet Avenue', placeConfidence: 'exact' as const, contactWish: 'may-call' as const },
  ...{ contactName: 'Prudence Marlow', groupIds: ['eastbank'], status: 'open' as const, ownerId: 'p-officer' },
  ...{ category: 'noise' as const, filedBy: 'p-officer', ...born(system), ...more },
});
const aReferral = (referralId: string, concernId: string, to: string) => ({
  ...{
    referralId,
    concernId,
    to,
    isInside: false,
    whyNeeded: WORDS,
    referredOn: '2026-10-01',
    expectedBy: '2026-10-15',
  },
  ...born(system),
});
const anEscalation = (noticeId: string, onceKey: string, concernIds: string[], groupId: string | null) => ({
  ...{ noticeId, kind: 'escalation' as const, onceKey, clause: 'A.8', toRole: 'chief' as const, groupId, concernIds },
  ...{ title: `Recurring: ${WORDS}`, words: WORDS, sentAt: '2026-11-20T08:00:00', ...born(system) },
});

beforeAll(async () => {
  await seatDepartment(store);
  await store.as(system, async (tx) => {
    await tx.update(group).set({ district: 'North' }).where(eq(group.groupId, 'eastbank'));
    await tx.insert(concern).values([
      aConcern('C-1', '2026-10-01'),
      aConcern('C-2', '2026-11-01', { groupIds: ['coldspring'], category: null }),
      aConcern('C-3', '2026-12-10'), // in time
      aConcern('C-4', '2026-09-01', { category: 'domestic' }), // protected
      aConcern('C-5', '2026-10-20', { category: 'encampment', groupIds: [] }), // not for everybody
      aConcern('C-6', '2026-08-01', { status: 'closed', closedOn: '2026-09-01' }),
    ]);
    await tx
      .insert(referral)
      .values([
        aReferral('R-1', 'C-1', 'Traffic Unit'),
        aReferral('R-2', 'C-2', 'Sgt. Barnaby Fitch'),
        aReferral('R-3', 'C-4', 'Patrol'),
      ]);
    await tx.insert(contact).values({
      ...{ contactId: 'K-1', groupId: 'eastbank', result: 'made' as const, way: 'in-person' as const },
      ...{ at: '2026-11-05T10:00:00', officerId: 'p-officer', ...born(system) },
    });
    await tx.insert(contact).values({
      ...{ contactId: 'K-2', groupId: 'coldspring', result: 'made' as const, way: 'in-person' as const },
      ...{ at: '2026-09-05T10:00:00', officerId: 'p-officer', ...born(system) },
    });
    await tx
      .insert(notice)
      .values([
        anEscalation('N-1', 'escalation/recurring/eastbank/C-1/1/chief', ['C-1'], 'eastbank'),
        { ...anEscalation('N-2', 'escalation/recurring/eastbank/C-1/1/division-commander', ['C-1'], 'eastbank') },
        anEscalation('N-3', 'escalation/significant/C-4/chief', ['C-4'], null),
      ]);
  });
});

const dutyOf = async (kind: WallDuty['kind']) => (await board.read()).records.duties.find((each) => each.kind === kind);

test('concerns past their answer date, by area and kind, the longest first; a protected one is counted and not listed', async () => {
  expect(await dutyOf('concerns')).toMatchObject({
    ...{ count: 4, of: 5 },
    waiting: [
      { area: 'Eastbank', areaId: 'eastbank', district: 'North', what: 'noise', days: 44 },
      { area: 'Outside all groups', areaId: null, what: 'concern', days: 25 },
      { area: 'Coldspring', what: 'concern', days: 13 },
    ],
  });
});

test('silent referrals name a unit of the settings, never what somebody typed', async () => {
  const duty = await dutyOf('referrals');
  expect(duty).toMatchObject({ count: 3, of: 3 });
  expect(duty?.waiting.map(({ area, what, days }) => ({ area, what, days }))).toEqual([
    { area: 'Coldspring', what: 'referral to another agency', days: 60 },
    { area: 'Eastbank', what: 'referral to traffic unit', days: 60 },
  ]);
});

test('groups not reached this quarter, by how long ago the last contact was', async () => {
  const duty = await dutyOf('groups');
  expect(duty).toMatchObject({ count: 2, of: 3 });
  expect(duty?.waiting.map(({ area, what, days }) => ({ area, what, days }))).toEqual([
    { area: 'Harrow Meadow', what: 'not tried yet', days: 1077 },
    { area: 'Coldspring', what: 'not tried yet', days: 100 },
  ]);
});

test('an escalation is one, however many were told, and waits until each of them has said so', async () => {
  expect(await dutyOf('escalations')).toMatchObject({
    ...{ count: 2, of: 2 },
    waiting: [{ area: 'Eastbank', what: 'recurring: noise', days: 24 }],
  });
});

test('no person, no address, no words of a resident and no protected kind are on the board', async () => {
  const text = JSON.stringify(await board.read());
  for (const secret of [
    'Odell',
    'Linnet',
    'shouts',
    'Marlow',
    'Fitch',
    'Amaro',
    'p-officer',
    'omestic',
    'ncampment',
    'C-4',
  ])
    expect(text).not.toContain(secret);
});

test('the board is the same until a record or the day changes', async () => {
  const before = await board.read();
  nowLocal = '2026-12-14T09:00:00';
  const later = await board.read();
  expect(later.records.asOfLocal).toBe(nowLocal);
  expect(later.board).toBe(before.board);
  await store.as(system, (tx) =>
    tx.update(concern).set({ lastToldOn: '2026-12-14' }).where(eq(concern.concernId, 'C-1')),
  );
  const told = await board.read();
  expect(told.board).not.toBe(later.board);
  nowLocal = '2026-12-15T09:00:00';
  expect((await board.read()).board).not.toBe(told.board);
});

test('a home without calls tells of its records alone, with codes that open them', async () => {
  const { calls, records, city } = await board.read();
  expect({ calls, city, quarter: records.quarter, ends: records.quarterEnds }).toEqual({
    ...{ calls: null, city: '', quarter: '4th quarter of 2026', ends: '2026-12-31' },
  });
  expect(new Set(records.duties.map(({ code }) => code)).size).toBe(4);
});
