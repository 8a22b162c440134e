import { expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { meetingRoutes } from '#server/routes/records/meetings.ts';
import { planMeeting } from '#server/store/meetings.ts';
import { aGroup, coordinator, officer, openGroupTown } from '#test/fixture/group-town.ts';
import { freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { ask } = await openGroupTown(store);

test('a meeting is fetched as a calendar file, at the city’s hour, and only under its .ics address', async () => {
  await ask(coordinator, 'POST', '/api/records/groups', aGroup('eastbank'));
  const times = { startsAt: '2027-02-09T19:00:00', endsAt: '2027-02-09T20:30:00' };
  const rest = { groupId: 'eastbank', place: 'Library', agenda: ['Speeding'], invitations: [] };
  const { meetingId } = await store.as(officer, (tx) => planMeeting(tx, officer, { ...rest, ...times }));
  const desk = newRoutes();
  desk.use(async (c, next) => {
    c.set('acting', officer);
    await next();
  });
  desk.route('/', meetingRoutes(store));
  const answer = await desk.request(`/api/meetings/${meetingId}.ics`);
  expect(answer.headers.get('Content-Type')).toContain('text/calendar');
  expect(await answer.text()).toContain('DTSTART:20270209T190000\r\n');
  expect((await desk.request(`/api/meetings/${meetingId}`)).status).toBe(422);
});
