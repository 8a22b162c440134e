import { beforeAll, expect, test } from 'vitest';
import { toIcs } from '#server/routes/records/meeting-calendar.ts';
import { systemActing } from '#server/store/record-store.ts';
import { contact } from '#server/store/tables/contacts.ts';
import { mailOut } from '#server/store/tables/notices.ts';
import { aGroup, coordinator, officer, openGroupTown } from '#test/fixture/group-town.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { ask } = await openGroupTown(store);
const patrol = { unit: 'Patrol', email: 'patrol@example.org', reply: 'waiting' };
const aMeeting = (day: string, differs: object = {}) => ({
  groupId: 'eastbank',
  startsAt: `${day}T19:00:00`,
  endsAt: `${day}T20:30:00`,
  place: 'Library',
  agenda: [],
  invitations: [],
  ...differs,
});
const plan = async (day: string, differs?: object) =>
  (await ask(officer, 'POST', '/api/records/meetings', aMeeting(day, differs))).json;
const hold = (meetingId: string, revision: number, attendedBy: string[]) =>
  ask(officer, 'POST', `/api/records/meetings/${meetingId}/hold`, {
    revision,
    attendedBy,
    attendance: 12,
    minutes: '',
  });
beforeAll(() => ask(coordinator, 'POST', '/api/records/groups', aGroup('eastbank')));

test('A.5: a meeting nobody of ours is recorded at is a gap a day later, and the percent follows from the rows', async () => {
  const attended = await plan('2026-12-01');
  const missed = await plan('2026-12-12');
  await plan('2026-12-13', { endsAt: '2026-12-13T20:30:00' });
  await hold(attended.meetingId, 1, ['p-officer']);
  const gaps = (await ask(officer, 'GET', '/api/records/meeting-gaps')).json;
  expect(gaps.map(({ meetingId }: { meetingId: string }) => meetingId)).toEqual([missed.meetingId]);
  const later = (await ask(actingAs('officer', 'p-officer', '2026-12-14T20:30:00'), 'GET', '/api/records/meeting-gaps'))
    .json;
  expect(later).toHaveLength(2);
  const percent = (await ask(officer, 'GET', '/api/records/meeting-attendance?from=2026-10-01&to=2026-12-31')).json;
  expect(percent).toEqual([
    {
      groupId: 'eastbank',
      meetings: [attended.meetingId, missed.meetingId],
      attended: [attended.meetingId],
      percent: 50,
    },
  ]);
});

test('A.5: attending a meeting is a contact that was made, once, and is taken back with the attendance', async () => {
  const { meetingId } = await plan('2026-12-02');
  const contacts = async () =>
    (await store.as(officer, (tx) => tx.select().from(contact))).filter((row) => row.meetingId === meetingId);
  await hold(meetingId, 1, ['p-officer']);
  await hold(meetingId, 2, ['p-officer', 'p-coordinator']);
  expect(await contacts()).toMatchObject([
    { officerId: 'p-officer', result: 'made', way: 'meeting', at: '2026-12-02T19:00:00' },
    { officerId: 'p-coordinator' },
  ]);
  expect((await hold(meetingId, 2, [])).status).toBe(409);
  await hold(meetingId, 3, ['p-coordinator']);
  expect(await contacts()).toHaveLength(1);
});

test('A.5: an open promise opens the next agenda until it is closed, and a late one is listed', async () => {
  const promised = { groupId: 'eastbank', meetingId: null, concernId: null, words: 'Ask about the lamps' };
  const days = { promisedOn: '2026-11-01', dueOn: '2026-12-01', ownerId: 'p-officer' };
  const { promiseId } = (await ask(officer, 'POST', '/api/records/promises', { ...promised, ...days })).json;
  const next = await plan('2027-01-12');
  expect(next.agenda).toEqual(['Promised for 2026-12-01: Ask about the lamps']);
  expect((await ask(officer, 'GET', '/api/records/promises?late=yes')).json).toMatchObject([{ promiseId }]);
  const opens = async () =>
    (await ask(officer, 'GET', `/api/records/meetings/${next.meetingId}`)).json.opensWith.promises.length;
  expect(await opens()).toBe(1);
  const closing = { status: 'not-kept', outcome: 'The city has no money for it this year', revision: 1 };
  await ask(officer, 'POST', `/api/records/promises/${promiseId}/close`, closing);
  expect(await opens()).toBe(0);
});

test('B.3: a unit is invited by mail once, its reply stands on the meeting, and a calendar can take it', async () => {
  const made = await plan('2027-02-09', { agenda: ['Speeding'], invitations: [patrol] });
  const reply = {
    ...aMeeting('2027-02-09', { agenda: ['Speeding'] }),
    invitations: [{ ...patrol, reply: 'accepted' }],
  };
  const changed = await ask(officer, 'PUT', `/api/records/meetings/${made.meetingId}`, { ...reply, revision: 1 });
  expect(changed.json.invitations).toEqual([{ ...patrol, reply: 'accepted' }]);
  const mails = await store.as(systemActing(NOW), (tx) => tx.select().from(mailOut));
  expect(mails.map(({ to, about }) => [to, about])).toEqual([[['patrol@example.org'], made.meetingId]]);
  expect(toIcs(changed.json, 'Eastbank')).toMatch(/DTSTART:20270209T190000\r\n/);
});

test('A.5: what is promised at a meeting is kept with its minutes, and opens the next agenda', async () => {
  const { meetingId } = await plan('2026-12-03');
  const promised = { words: 'Count the cars on Mill Street', dueOn: '2027-01-15', ownerId: 'p-officer' };
  const came = { revision: 1, attendedBy: ['p-officer'], attendance: 9, minutes: 'Cars.', promises: [promised] };
  await ask(officer, 'POST', `/api/records/meetings/${meetingId}/hold`, came);
  const kept = (await ask(officer, 'GET', '/api/records/promises?status=open')).json;
  expect(kept).toMatchObject([{ ...promised, meetingId, promisedOn: '2026-12-03' }]);
  expect((await plan('2027-03-09')).agenda).toEqual(['Promised for 2027-01-15: Count the cars on Mill Street']);
});

test('B.3: a meeting is called off with a reason, and the unit that was invited by mail is told it', async () => {
  const { meetingId } = await plan('2027-04-13', { invitations: [patrol] });
  const path = `/api/records/meetings/${meetingId}/cancel`;
  expect((await ask(officer, 'POST', path, { revision: 1, reason: ' ' })).status).toBe(422);
  const reason = 'The library is flooded';
  expect((await ask(officer, 'POST', path, { revision: 1, reason })).json).toMatchObject({
    status: 'cancelled',
    minutes: reason,
  });
  const mails = await store.as(systemActing(NOW), (tx) => tx.select().from(mailOut));
  expect(mails.filter(({ about }) => about === meetingId).map(({ text }) => text)).toContain(reason);
});
