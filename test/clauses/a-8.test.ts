import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { escalationRoutes } from '#server/routes/records/escalations.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', concernRecordRoutes(store)).route('/', escalationRoutes(store)));
beforeAll(() => buildTown(store));

test('A.8: four like concerns of one group in 90 days are marked recurring, reach the commander’s list, and the acknowledgment keeps name and time', async () => {
  const ids: string[] = [];
  for (const day of ['2026-09-20', '2026-10-12', '2026-11-02', '2026-12-05']) {
    const filing = aFiling({ heardAt: `${day}T10:00:00`, place: { type: 'Point', coordinates: [0.002, 0.005] } });
    ids.push((await ask(actingAs('officer'), 'POST', '/api/records/concerns', filing)).json.concern.concernId);
  }
  await ask(actingAs('coordinator'), 'POST', '/api/records/escalations/sweep');
  const commander = actingAs('division-commander', 'p-oduya');
  const { notices, recurring } = (await ask(commander, 'GET', '/api/records/escalations?scope=mine')).json;
  expect(recurring).toMatchObject([{ groupId: 'eastbank', concernIds: ids }]);
  expect(notices).toMatchObject([
    { clause: 'A.8', toRole: 'division-commander', concernIds: ids, acknowledgments: [] },
  ]);
  const address = `/api/records/escalations/${notices[0].noticeId}`;
  const seen = { revision: 1, words: 'Patrol of the lot is moved to the afternoon.' };
  expect((await ask(actingAs('officer'), 'PATCH', address, seen)).status).toBe(403);
  expect((await ask(commander, 'PATCH', address, { ...seen, words: ' ' })).json.errors[0].path).toBe('words');
  await ask(commander, 'PATCH', address, seen);
  const after = (await ask(actingAs('auditor'), 'GET', '/api/records/escalations')).json.notices;
  const read = after.find(({ noticeId }: { noticeId: string }) => noticeId === notices[0].noticeId);
  expect(read.acknowledgments).toEqual([{ by: 'p-oduya', name: 'p-oduya', at: NOW, words: seen.words }]);
});

test('A.8: three like concerns, or four of which one is 90 days old, are not told', async () => {
  for (const day of ['2026-09-15', '2026-10-12', '2026-11-02', '2026-12-05']) {
    const place = { type: 'Point' as const, coordinates: [0.5, 0.5] as [number, number] };
    const filing = aFiling({ heardAt: `${day}T10:00:00`, place, groupIds: ['pell'] });
    await ask(actingAs('officer'), 'POST', '/api/records/concerns', filing);
  }
  await ask(actingAs('coordinator'), 'POST', '/api/records/escalations/sweep');
  const { notices } = (await ask(actingAs('chief'), 'GET', '/api/records/escalations?scope=mine')).json;
  expect(notices.filter(({ groupId }: { groupId: string }) => groupId === 'pell')).toEqual([]);
});
