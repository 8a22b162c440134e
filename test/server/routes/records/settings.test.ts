import { expect, test } from 'vitest';
import { USUAL_SETTINGS } from '#data/policy/choices.ts';
import { readIdleMinutes } from '#server/auth/idle-minutes.ts';
import { settingRoutes } from '#server/routes/records/settings.ts';
import { silentAfterDays } from '#server/store/referrals.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const heard: number[] = [];
const ask = deskOf(settingRoutes(store, ({ idleMinutes }) => heard.push(idleMinutes)));
const path = '/api/records/settings';
const administrator = actingAs('administrator');
const patch = (body: unknown) => ask(administrator, 'PATCH', path, body);

test('the usual choices hold until the administrator chooses otherwise, one at a time', async () => {
  expect((await ask(actingAs('officer'), 'GET', path)).json).toEqual(USUAL_SETTINGS);
  const chosen = await patch({ quarterClock: 'rolling-92-days' });
  expect(chosen.json).toEqual({ ...USUAL_SETTINGS, quarterClock: 'rolling-92-days' });
  const again = await patch({ soonDays: 14 });
  expect(again.json).toMatchObject({ quarterClock: 'rolling-92-days', soonDays: 14 });
});

test('nobody else chooses, and who is not of the police reads none', async () => {
  expect((await ask(actingAs('chief'), 'PATCH', path, { soonDays: 7 })).status).toBe(403);
  expect((await ask(actingAs('city-partner'), 'GET', path)).status).toBe(403);
});

test.each([
  ['too few days', { soonDays: 0 }, 'soonDays', 'Choose 1 to 60 days, a whole number.'],
  ['more than thirty idle minutes', { idleMinutes: 31 }, 'idleMinutes', 'Choose 1 to 30 minutes, a whole number.'],
  ['no policy in force', { profiles: [] }, 'profiles', 'Keep one policy in force at least.'],
  [
    'a unit without a name',
    { concernUnits: [{ name: ' ', email: null }] },
    'concernUnits.0.name',
    'Give the unit a name.',
  ],
  [
    'a unit named twice',
    {
      concernUnits: [
        { name: 'Patrol', email: null },
        { name: 'patrol', email: null },
      ],
    },
    'concernUnits.1.name',
    'This unit is in the list already.',
  ],
  [
    'a review that lies ahead',
    { reviewedOn: { 'andover-p3103': '2027-01-01' } },
    'reviewedOn.andover-p3103',
    'A review that is done is not ahead of today.',
  ],
])('%s is refused by name, and says what to do', async (_, body, field, message) => {
  const { status, json } = await patch(body);
  expect(status).toBe(422);
  expect(json.errors).toEqual([{ path: field, message }]);
});

test('an unknown setting is refused', async () => {
  expect((await patch({ sonDays: 7 })).status).toBe(422);
});

test('a choice made over one that somebody else changed meanwhile is answered with what stands', async () => {
  await patch({ answerWithinDays: 21 });
  const stale = await patch({ answerWithinDays: 14, seen: { answerWithinDays: 30 } });
  expect(stale.status).toBe(409);
  expect(stale.json.current.answerWithinDays).toBe(21);
  const taken = await patch({ answerWithinDays: 14, seen: { answerWithinDays: 21 } });
  expect(taken.json.answerWithinDays).toBe(14);
});

test('what is chosen is what sessions and referrals are held to', async () => {
  await patch({ idleMinutes: 5, referralSilentDays: 9 });
  expect(await readIdleMinutes(store.pool)).toBe(5);
  expect(heard.at(-1)).toBe(5);
  expect(await store.as(actingAs('officer'), silentAfterDays)).toBe(9);
});
