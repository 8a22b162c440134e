import { expect, test } from 'vitest';
import { dutyRoutes } from '#server/routes/records/duties.ts';
import { born } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { meeting } from '#server/store/tables/contacts.ts';
import { seatDepartment } from '#test/fixture/duty-desk.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
await seatDepartment(store);
const ask = deskOf(dutyRoutes(store));

test('A.5: a meeting without an attendee of ours is planned before, and a gap from one day later', async () => {
  const system = systemActing('2026-11-01T08:00:00');
  const hours = { startsAt: '2026-12-08T19:00:00', endsAt: '2026-12-08T20:30:00' };
  const row = { meetingId: 'MT-1', groupId: 'eastbank', place: 'Library', ...hours, ...born(system) };
  await store.as(system, (tx) => tx.insert(meeting).values(row));
  const stateAt = async (nowLocal: string) => {
    const { json } = await ask(actingAs('officer', 'p-officer', nowLocal), 'GET', '/api/records/duties');
    return json.duties.find(({ clause }: { clause: string }) => clause === 'A.5')?.state;
  };
  expect(await stateAt('2026-12-08T08:00:00')).toBe('planned');
  expect(await stateAt('2026-12-09T08:00:00')).toBe('late');
  await store.as(system, (tx) => tx.update(meeting).set({ status: 'held', attendedBy: ['p-officer'] }));
  expect(await stateAt('2026-12-10T08:00:00')).toBe('done');
});
