import { expect, test } from 'vitest';
import { dutyRoutes } from '#server/routes/records/duties.ts';
import { settingRoutes } from '#server/routes/records/settings.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

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
