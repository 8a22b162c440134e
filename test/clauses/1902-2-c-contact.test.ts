import { beforeAll, describe, expect, test } from 'vitest';
import { contactRoutes } from '#server/routes/records/contacts.ts';
import { dutyRoutes } from '#server/routes/records/duties.ts';
import { groupRoutes } from '#server/routes/records/groups.ts';
import { noticeRoutes } from '#server/routes/records/notices.ts';
import { sweepDuties } from '#server/store/no-contact.ts';
import { systemActing } from '#server/store/record-store.ts';
import { mailOut } from '#server/store/tables/notices.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const askContacts = deskOf(contactRoutes(store));
const askNotices = deskOf(noticeRoutes(store));
const askDuties = deskOf(dutyRoutes(store));
const askGroups = deskOf(groupRoutes(store));

const BEFORE = '2026-12-30T08:00:00';
const ON = '2026-12-31T23:59:00';
const AFTER = '2027-01-01T02:00:00';
const sweepAt = (nowLocal: string) => sweepDuties(store, systemActing(nowLocal));
const log = (groupId: string, result: string, at: string) =>
  askContacts(actingAs('officer', 'p-officer', BEFORE), 'POST', '/api/records/contacts', {
    groupId,
    representativeId: null,
    result,
    way: 'phone',
    at,
    officerId: 'p-officer',
    topics: '',
    next: '',
  });
type Seen = { groupId: string; clock: { state: string; daysLeft: number; attempts: number } };
const clockOf = async (groupId: string, nowLocal: string) => {
  const board = await askDuties(actingAs('officer', 'p-officer', nowLocal), 'GET', '/api/records/duties/board');
  return board.json.groups.find((group: Seen) => group.groupId === groupId).clock;
};
const toldTo = async (nowLocal: string, groupId: string) => {
  const path = `/api/records/notices?scope=mine&kind=no-contact&groupId=${groupId}`;
  return (await askNotices(actingAs('section-commander', 'p-section-commander', nowLocal), 'GET', path)).json;
};

beforeAll(async () => {
  await seatDepartment(store);
  for (const groupId of ['eastbank', 'harrow-meadow', 'coldspring']) await log(groupId, 'made', '2026-09-10T10:00:00');
  await log('eastbank', 'made', '2026-10-03T10:00:00');
  for (const month of ['10', '11', '12']) await log('harrow-meadow', 'attempted', `2026-${month}-13T10:00:00`);
});

describe('1902.2 C: contact at least quarterly, or the section commander is told', () => {
  test('1902.2 C: attempts alone do not stop the clock, a contact that was made does', async () => {
    expect(await clockOf('harrow-meadow', BEFORE)).toMatchObject({ state: 'soon', daysLeft: 1, attempts: 3 });
    expect(await clockOf('eastbank', BEFORE)).toMatchObject({ state: 'done' });
  });

  test('1902.2 C: the day before and the day of the quarter’s end nobody is told', async () => {
    expect(await sweepAt(BEFORE)).toEqual({ told: 0 });
    expect(await sweepAt(ON)).toEqual({ told: 0 });
    expect(await toldTo(ON, 'harrow-meadow')).toEqual([]);
  });

  test('1902.2 C: an officer may tell earlier, and it is told once', async () => {
    const officer = actingAs('officer', 'p-quill', BEFORE);
    const send = () =>
      askNotices(officer, 'POST', '/api/records/notices/no-contact', {
        groupId: 'coldspring',
        words: 'Nobody answers.',
      });
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.json.noticeId).toBe(first.json.noticeId);
    const reached = { groupId: 'eastbank', words: 'Nobody answers.' };
    expect((await askNotices(officer, 'POST', '/api/records/notices/no-contact', reached)).status).toBe(422);
  });

  test('1902.2 C: the day after, the notice is made once, by mail too, however often the night comes', async () => {
    expect(await sweepAt(AFTER)).toEqual({ told: 1 });
    expect(await sweepAt(AFTER)).toEqual({ told: 0 });
    expect(await sweepAt('2027-02-01T02:00:00')).toEqual({ told: 0 });
    expect(await toldTo(AFTER, 'harrow-meadow')).toHaveLength(1);
    expect(await toldTo(AFTER, 'coldspring')).toHaveLength(1);
    expect(await toldTo(AFTER, 'eastbank')).toEqual([]);
    const mailed = await store.as(systemActing(AFTER), (tx) => tx.select().from(mailOut));
    expect(mailed.map(({ to }) => to)).toEqual([
      ['p-section-commander@police.example'],
      ['p-section-commander@police.example'],
    ]);
  });

  test('1902.2 C: only the section commander acknowledges, and name and time are kept', async () => {
    const [told] = await toldTo(AFTER, 'harrow-meadow');
    expect(told.words).toContain('3 attempts were not answered');
    const path = `/api/records/notices/${told.noticeId}/acknowledgments`;
    const read = { revision: told.revision, words: 'I will call.' };
    for (const role of ['officer', 'coordinator', 'division-commander', 'chief'] as const)
      expect((await askNotices(actingAs(role, `p-${role}`, AFTER), 'POST', path, read)).status).toBe(403);
    const commander = actingAs('section-commander', 'p-section-commander', '2027-01-02T09:15:00');
    const { json } = await askNotices(commander, 'POST', path, read);
    expect(json.acknowledgments).toEqual([
      { by: 'p-section-commander', name: 'p-section-commander', at: '2027-01-02T09:15:00', words: 'I will call.' },
    ]);
  });

  test('1902.2 C: a group taken back is owed a contact by that quarter’s end: told the day after, not the day before or of', async () => {
    const designate = async (status: string, reviewOn: string | null, on: string) => {
      const commander = actingAs('division-commander', 'p-division-commander', `${on}T10:00:00`);
      const path = '/api/records/groups/harrow-meadow';
      const { revision } = (await askGroups(commander, 'GET', path)).json.group;
      const asked = { status, reason: 'As the officer reports.', reviewOn, revision };
      return (await askGroups(commander, 'POST', `${path}/designations`, asked)).status;
    };
    const ofTheQuarter = async (nowLocal: string) => {
      await sweepAt(nowLocal);
      const told: { onceKey: string }[] = await toldTo(nowLocal, 'harrow-meadow');
      return told.filter(({ onceKey }) => onceKey === 'no-contact/harrow-meadow/2027-Q1');
    };
    expect(await designate('inactive', '2027-06-01', '2027-01-05')).toBe(201);
    expect(await designate('active', null, '2027-02-10')).toBe(201);
    expect(await clockOf('harrow-meadow', '2027-02-10T11:00:00')).toMatchObject({ owed: true, dueOn: '2027-03-31' });
    expect(await ofTheQuarter('2027-03-30T02:10:00')).toEqual([]);
    expect(await ofTheQuarter('2027-03-31T23:59:00')).toEqual([]);
    expect(await ofTheQuarter('2027-04-01T02:10:00')).toHaveLength(1);
    expect(await ofTheQuarter('2027-04-02T02:10:00')).toHaveLength(1);
  });

  test('1902.2 C: by the rolling clock the same groups fall due 92 days after their last contact', async () => {
    const path = '/api/records/duties/board?clock=rolling-92-days';
    const board = await askDuties(actingAs('officer', 'p-officer', BEFORE), 'GET', path);
    const dueOn = board.json.groups.map((group: { groupId: string; clock: { dueOn: string } }) => [
      group.groupId,
      group.clock.dueOn,
    ]);
    expect(Object.fromEntries(dueOn)).toEqual({
      eastbank: '2027-01-03',
      'harrow-meadow': '2026-12-11',
      coldspring: '2026-12-11',
    });
  });

  test('1902.2 C: an inactive group leaves the due list, and stays in the totals and its history', async () => {
    const now = '2027-04-05T10:00:00';
    const commander = actingAs('division-commander', 'p-division-commander', now);
    const duties = async () =>
      (await askDuties(commander, 'GET', '/api/records/duties?scope=command')).json.duties.filter(
        ({ dutyId, state }: { dutyId: string; state: string }) =>
          dutyId.startsWith('1902.2 C/coldspring') && state !== 'done',
      );
    const kept = async () => {
      const groups = (await askGroups(commander, 'GET', '/api/records/groups')).json;
      const contacts = (await askContacts(commander, 'GET', '/api/records/contacts?groupId=coldspring')).json;
      return { groups: groups.map(({ groupId }: Seen) => groupId), contacts };
    };
    expect(await duties()).not.toEqual([]);
    const before = await kept();
    expect(before.groups).toContain('coldspring');
    expect(before.contacts).toHaveLength(1);
    const decision = { status: 'inactive', reason: 'Nobody answers.', reviewOn: '2027-10-01', revision: 1 };
    const path = '/api/records/groups/coldspring';
    expect((await askGroups(commander, 'POST', `${path}/designations`, decision)).status).toBe(201);
    expect(await duties()).toEqual([]);
    expect(await clockOf('coldspring', now)).toBeNull();
    expect(await kept()).toEqual(before);
    const { group, designations } = (await askGroups(commander, 'GET', path)).json;
    expect(group.status).toBe('inactive');
    expect(designations).toMatchObject([{ status: 'inactive', reason: 'Nobody answers.', decidedOn: '2027-04-05' }]);
  });
});
