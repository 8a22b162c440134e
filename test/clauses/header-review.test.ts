import { expect, test } from 'vitest';
import { Role } from '#data/schema/release-level.ts';
import { dutyRoutes } from '#server/routes/records/duties.ts';
import { settingRoutes } from '#server/routes/records/settings.ts';
import { writeSettings } from '#server/store/settings.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
await seatDepartment(store);
const ask = deskOf(dutyRoutes(store));
const choose = deskOf(settingRoutes(store));

test('Header: the order is due for review a year after it was revised, is late the day after, and a review moves it on', async () => {
  const reviewAt = async (nowLocal: string) => {
    const { json } = await ask(actingAs('chief', 'p-chief', nowLocal), 'GET', '/api/records/duties');
    const duty = json.duties.find(({ clause }: { clause: string }) => clause === 'Header');
    const policy = json.policies.find(({ profileId }: { profileId: string }) => profileId === 'andover-p3103');
    return { state: duty.state, dueOn: policy.reviewDueOn };
  };
  expect(await reviewAt('2025-06-01T08:00:00')).toEqual({ state: 'due', dueOn: '2025-12-19' });
  expect(await reviewAt('2025-12-19T08:00:00')).toEqual({ state: 'soon', dueOn: '2025-12-19' });
  expect(await reviewAt('2025-12-20T08:00:00')).toEqual({ state: 'late', dueOn: '2025-12-19' });
  const reviewed = { reviewedOn: { 'andover-p3103': '2025-12-22' } };
  await choose(actingAs('administrator'), 'PATCH', '/api/records/settings', reviewed);
  expect(await reviewAt('2025-12-23T08:00:00')).toEqual({ state: 'due', dueOn: '2026-12-22' });
});

test('Header: the chief enters the review, nobody else in the department; not ahead of its day, nor before the last', async () => {
  const path = '/api/records/policies/andover-p3103/review';
  const enter = (role: Role, on: string) => choose(actingAs(role, `p-${role}`, NOW), 'PUT', path, { on });
  const others = Role.options.filter((role) => role !== 'chief');
  for (const role of others) expect((await enter(role, '2026-12-10')).status).toBe(403);
  for (const [on, why] of [
    ['2026-12-15', 'A review that is done is not ahead of today.'],
    ['2025-12-21', 'A later review than this one is kept already.'],
  ] as const) {
    const refused = await enter('chief', on);
    expect(refused.json.errors).toEqual([{ path: 'reviewedOn.andover-p3103', message: why }]);
  }
  const entered = await enter('chief', '2026-12-10');
  expect([entered.status, entered.json.reviewedOn]).toEqual([200, { 'andover-p3103': '2026-12-10' }]);
  const other = { quarterClock: 'rolling-92-days' as const };
  const past = store.as(actingAs('chief'), (tx) => writeSettings(tx, actingAs('chief'), other, {}));
  await expect(past).rejects.toThrow(); // the row rules let the chief write no other choice
});
