import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { meetingRoutes } from '#server/routes/records/meetings.ts';
import { promiseRoutes } from '#server/routes/records/promises.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(
  newRoutes().route('/', concernRecordRoutes(store)).route('/', meetingRoutes(store)).route('/', promiseRoutes(store)),
);
const officer = actingAs('officer');
const coordinator = actingAs('coordinator');
const concerns = '/api/records/concerns';
const meetings = '/api/records/meetings';

const plan = async (day: string) =>
  (
    await ask(officer, 'POST', meetings, {
      ...{ groupId: 'pell', startsAt: `${day}T19:00:00`, endsAt: `${day}T20:30:00`, place: 'Library' },
      ...{ agenda: ['Lamps'], invitations: [] },
    })
  ).json.meetingId as string; // a row boundary
const heardAt = (meetingId: string | null) => aFiling({ way: 'meeting', meetingId, place: null, placeWords: '' });

beforeAll(() => buildTown(store));

test('A.5: a concern raised at a meeting names it, goes to its group, and stands on the meeting’s page', async () => {
  const meetingId = await plan('2026-12-10');
  const { status, json } = await ask(officer, 'POST', concerns, heardAt(meetingId));
  expect([status, json.concern.meetingId, json.concern.groupIds]).toEqual([201, meetingId, ['pell']]);
  const promise = { groupId: 'pell', meetingId, concernId: null, words: 'Count the lamps', ownerId: 'p-officer' };
  await ask(officer, 'POST', '/api/records/promises', { ...promise, promisedOn: '2026-12-10', dueOn: '2026-12-20' });
  const { heard, promised } = (await ask(officer, 'GET', `${meetings}/${meetingId}`)).json;
  expect(heard.map(({ concernId }: { concernId: string }) => concernId)).toEqual([json.concern.concernId]);
  expect(promised.map(({ words }: { words: string }) => words)).toEqual(['Count the lamps']);
});

test('a place says more than the meeting does about whose concern it is', async () => {
  const meetingId = await plan('2026-12-11');
  const filing = { ...aFiling({ way: 'meeting', meetingId }), place: { type: 'Point', coordinates: [0.004, 0.005] } };
  expect((await ask(officer, 'POST', concerns, filing)).json.concern.groupIds).toEqual(['eastbank']);
});

test('a meeting that is not there, or was cancelled, is refused by its field and nothing is filed', async () => {
  const meetingId = await plan('2026-12-12');
  await ask(officer, 'POST', `${meetings}/${meetingId}/cancel`, { reason: 'Snow', revision: 1 });
  for (const named of ['M-9999', meetingId]) {
    const filing = heardAt(named);
    const refused = await ask(officer, 'POST', concerns, filing);
    expect([refused.status, refused.json.errors?.[0]?.path ?? refused.json.field]).toEqual([422, 'meetingId']);
    expect((await ask(officer, 'POST', concerns, { ...filing, meetingId: null })).status).toBe(201);
  }
});

test('the form offers the meetings of the last six weeks up to today’s, the newest first', async () => {
  const [old, today, tomorrow] = [await plan('2026-10-20'), await plan('2026-12-14'), await plan('2026-12-15')];
  const offered = (await ask(officer, 'GET', `${concerns}/known`)).json.meetings.map(
    ({ meetingId }: { meetingId: string }) => meetingId,
  );
  expect(offered[0]).toBe(today);
  expect(offered).not.toContain(old);
  expect(offered).not.toContain(tomorrow);
});

test('the coordinator says afterward at which meeting it was heard', async () => {
  const meetingId = await plan('2026-12-09');
  const { concernId, revision } = (await ask(officer, 'POST', concerns, heardAt(null))).json.concern;
  const named = await ask(coordinator, 'PATCH', `${concerns}/${concernId}`, { meetingId, revision });
  expect([named.status, named.json.meetingId]).toEqual([200, meetingId]);
  const lost = await ask(coordinator, 'PATCH', `${concerns}/${concernId}`, { meetingId: 'M-9999', revision: 2 });
  expect(lost.status).toBe(422);
});
