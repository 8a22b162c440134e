import { beforeAll, expect, test } from 'vitest';
import { type MeetingArea, WeeklyMeeting } from '#data/schema/records/weekly-meeting.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { escalationRoutes } from '#server/routes/records/escalations.ts';
import { referralRoutes } from '#server/routes/records/referrals.ts';
import { weeklyMeetingRoutes } from '#server/routes/records/weekly-meeting.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(
  newRoutes()
    .route('/', concernRecordRoutes(store))
    .route('/', concernUpdateRoutes(store))
    .route('/', referralRoutes(store))
    .route('/', escalationRoutes(store))
    .route('/', weeklyMeetingRoutes(store)),
);
const officer = actingAs('officer', 'p-whitlock', '2026-10-01T09:00:00');
const path = '/api/records/concerns';
const PLACE = { type: 'Point' as const, coordinates: [0.002, 0.005] as [number, number] };
const file = async (differs: Parameters<typeof aFiling>[0]): Promise<string> => {
  const filing = aFiling({ heardAt: '2026-10-01T08:00:00', place: PLACE, ...differs });
  return (await ask(officer, 'POST', path, filing)).json.concern.concernId;
};
const read = async (role: Parameters<typeof actingAs>[0]) =>
  WeeklyMeeting.parse((await ask(actingAs(role), 'GET', '/api/records/weekly-meeting')).json);
const holds = ({ concerns }: MeetingArea, id: string) => concerns.some(({ concernId }) => concernId === id);
const areaWith = async (id: string, role: Parameters<typeof actingAs>[0] = 'section-commander') => {
  const area = (await read(role)).areas.find((each) => holds(each, id));
  if (!area) throw new Error(`no area holds ${id}`);
  return area;
};

beforeAll(() => buildTown(store));

test('a concern without word stands in its group with how long it is overdue and its owner’s role, without a resident’s words', async () => {
  const id = await file({ title: 'Dark lot', words: 'My neighbor Sam says it is dark.' });
  const area = await areaWith(id);
  const found = area.concerns.find(({ concernId }) => concernId === id);
  expect(found).toMatchObject({ title: 'Dark lot', isProtected: false, nextStep: '' });
  expect(found?.days).toBeGreaterThan(0);
  expect(area.group).toMatchObject({ isActive: true });
  expect(JSON.stringify(await read('chief'))).not.toContain('Sam');
});

test('of a protected kind neither title nor next step is on the display, and its kind only for who reads it on a map', async () => {
  const id = await file({ title: 'Neighbor unwell', category: 'welfare-check' });
  const of = async (role: 'section-commander' | 'coordinator') =>
    (await areaWith(id, role)).concerns.find(({ concernId }) => concernId === id);
  expect(await of('section-commander')).toMatchObject({ isProtected: true, title: '', category: 'welfare-check' });
  expect(await of('coordinator')).toMatchObject({ isProtected: true, title: '', category: null });
});

test('a referral without an answer stands beside it with the days since it was asked', async () => {
  const id = await file({ title: 'Lamp out' });
  const referral = { revision: 1, to: 'City, street lamps', toEmail: null, isInside: false };
  const answer = await ask(officer, 'POST', `${path}/${id}/referrals`, {
    ...{ ...referral, whyNeeded: 'The lamps are theirs.', expectedBy: '2026-10-20' },
  });
  expect(answer.status).toBe(201);
  const { areas } = await read('coordinator');
  const found = areas.flatMap(({ referrals }) => referrals).find(({ concernId }) => concernId === id);
  expect(found).toMatchObject({ to: 'City, street lamps', days: 74, ownerRole: 'officer' });
});

test('what was told to two roles is one issue, and stays in sight with who read it', async () => {
  const id = await file({ title: 'Bridge', category: 'noise' });
  const mark = { act: 'significance', revision: 1, isSignificant: true, words: 'The council asks.' };
  await ask(officer, 'POST', `${path}/${id}/status`, mark);
  const issueOf = async () =>
    (await areaWith(id)).escalations.find(({ notices }) => notices[0]?.concernIds.includes(id));
  expect((await issueOf())?.notices.map(({ toRole }) => toRole).toSorted()).toEqual(['chief', 'division-commander']);
  const toChief = (await issueOf())?.notices.find(({ toRole }) => toRole === 'chief');
  const words = 'Asked traffic.';
  const acts = `/api/records/escalations/${toChief?.noticeId}`;
  expect((await ask(actingAs('coordinator'), 'PATCH', acts, { revision: 1, words })).status).toBe(403);
  expect((await ask(actingAs('chief'), 'PATCH', acts, { revision: 1, words })).status).toBe(200);
  const read = (await issueOf())?.notices.flatMap(({ acknowledgments }) => acknowledgments);
  expect(read).toEqual([{ by: 'p-chief', name: 'p-chief', at: '2026-12-14T07:42:00', words }]);
});
