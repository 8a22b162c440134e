import { beforeAll, expect, test } from 'vitest';
import { HandOutDesk } from '#data/schema/records/hand-out.ts';
import { FIRST_DAY, LAST_DAY, openBriefedTown } from '#test/fixture/briefed-town.ts';
import { officer } from '#test/fixture/group-town.ts';
import { actingAs } from '#test/fixture/record-desk.ts';

const town = await openBriefedTown(12_000);
const laidOut = async (query = '') => HandOutDesk.parse((await town.brief('eastbank', query)).json).facts;
const holdMeeting = async (day: string) => {
  const planned = await town.askGroups(officer, 'POST', '/api/records/meetings', {
    ...{ groupId: 'eastbank', place: 'Library', agenda: [], invitations: [] },
    ...{ startsAt: `${day}T19:00:00`, endsAt: `${day}T20:00:00` },
  });
  const { meetingId, revision } = planned.json;
  return town.askGroups(officer, 'POST', `/api/records/meetings/${meetingId}/hold`, {
    ...{ revision, attendedBy: ['p-officer'], attendance: 14, minutes: 'Noise again.' },
  });
};

beforeAll(async () => {
  expect(await laidOut()).toMatchObject({ from: '2026-11-16', to: LAST_DAY, follows: null });
  for (const day of ['2026-10-15', '2026-11-19', '2026-12-10']) expect((await holdMeeting(day)).status).toBe(200);
});

test('the days follow the last meeting that leaves a week to tell of', async () => {
  expect(await laidOut()).toMatchObject({
    ...{ from: '2026-11-20', to: LAST_DAY, groupName: 'eastbank', city: 'Testville' },
    follows: { on: '2026-11-19', place: 'Library' },
  });
  expect(await laidOut('?to=2026-11-18')).toMatchObject({ from: '2026-10-16', follows: { on: '2026-10-15' } });
});

test('days that the calls do not reach are left off, and the page says up to when they are in', async () => {
  const { to, calls } = await laidOut('?from=2026-12-01&to=2026-12-31');
  expect(to).toBe(LAST_DAY);
  expect(calls).toMatchObject({ sources: ['Calls of the town'], cutoffLocal: `${LAST_DAY}T23:50:00` });
});

test('a usual range stands beside each count of four weeks; a day and a year are not compared', async () => {
  const noise = async (query: string) =>
    (await laidOut(query)).calls.lines.find(({ category }) => category === 'noise');
  const weeks = await noise('?from=2026-11-02&to=2026-11-29');
  expect(weeks?.usual?.low).toBeLessThanOrEqual(weeks?.calls ?? 0);
  expect(weeks?.usual?.high).toBeGreaterThanOrEqual(weeks?.calls ?? 0);
  expect(weeks?.against).toBe('as-usual');
  expect((await noise('?from=2026-11-29&to=2026-11-29'))?.usual).toBeNull();
  expect((await noise('?from=2026-01-01&to=2026-12-01'))?.usual).toBeNull();
  expect((await noise(`?from=${FIRST_DAY}&to=2024-07-14`))?.usual).toBeNull();
});

test('calls without a place are told for the whole city', async () => {
  const { notPlaced, monthOnly } = (await laidOut('?from=2026-11-02&to=2026-11-29')).calls;
  expect(notPlaced).toBeGreaterThan(3);
  expect(monthOnly).toBe(0);
});

test.each([
  ['eastbank', '?from=2024-01-01&to=2024-07-01', 'from', 'The calls begin on 2024-06-14'],
  ['eastbank', '?from=2026-12-14&to=2026-12-20', 'from', 'The calls are in up to 2026-12-13'],
  ['eastbank', '?from=2026-12-01&to=2026-11-20', 'from', 'choose a first day before it'],
  ['eastbank', '?from=2025-01-01&to=2026-12-01', 'from', 'Choose at most 366 days'],
  ['groundless', '', 'groupId', 'groundless had no boundary on 2026-12-13: draw one'],
])('%s%s is refused by its field %s: %s', async (groupId, query, path, said) => {
  const { status, json } = await town.brief(groupId, query);
  expect(status).toBe(422);
  expect(json.errors).toEqual([{ path, message: expect.stringContaining(said) }]);
});

test('a day that is none is refused, an unknown group is not here, and the city partner may not choose days', async () => {
  expect((await town.brief('eastbank', '?from=yesterday')).status).toBe(422);
  expect((await town.brief('nowhere')).status).toBe(404);
  expect((await town.brief('eastbank', '', actingAs('city-partner'))).status).toBe(403);
});
