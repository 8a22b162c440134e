import { expect, test } from 'vitest';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import { settingRoutes } from '#server/routes/records/settings.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(settingRoutes(store));
const path = '/api/records/settings';

test('the usual choices hold until the administrator chooses otherwise', async () => {
  expect((await ask(actingAs('wall'), 'GET', path)).json).toEqual(USUAL_CHOICES);
  const chosen = await ask(actingAs('administrator'), 'PATCH', path, { quarterClock: 'rolling-92-days' });
  expect(chosen.json).toEqual({ ...USUAL_CHOICES, quarterClock: 'rolling-92-days' });
  const again = await ask(actingAs('administrator'), 'PATCH', path, { soonDays: 14 });
  expect(again.json).toMatchObject({ quarterClock: 'rolling-92-days', soonDays: 14 });
});

test('nobody else chooses, and a choice out of bounds or unknown is refused', async () => {
  expect((await ask(actingAs('chief'), 'PATCH', path, { soonDays: 7 })).status).toBe(403);
  expect((await ask(actingAs('administrator'), 'PATCH', path, { soonDays: 0 })).status).toBe(422);
  expect((await ask(actingAs('administrator'), 'PATCH', path, { sonDays: 7 })).status).toBe(422);
});
