import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernUpdateRoutes } from '#server/routes/records/concern-updates.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { escalationRoutes } from '#server/routes/records/escalations.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const routes = newRoutes()
  .route('/', concernRecordRoutes(store))
  .route('/', concernUpdateRoutes(store))
  .route('/', escalationRoutes(store));
const ask = deskOf(routes);
const officer = actingAs('officer', 'p-whitlock');
const coordinator = actingAs('coordinator');
const path = '/api/records/concerns';
const sweep = async () => (await ask(coordinator, 'POST', '/api/records/escalations/sweep')).json;
const plant = (heardOn: string) =>
  ask(
    officer,
    'POST',
    path,
    aFiling({ heardAt: `${heardOn}T10:00:00`, place: { type: 'Point', coordinates: [0.002, 0.005] } }),
  );

beforeAll(() => buildTown(store));

test('the same issue is told once a step: at four concerns, not at five, again at eight', async () => {
  for (const day of ['2026-10-01', '2026-10-12', '2026-11-02']) await plant(day);
  expect(await sweep()).toEqual({ found: 0, told: 0 });
  await plant('2026-11-20');
  expect(await sweep()).toEqual({ found: 1, told: 2 });
  expect(await sweep()).toEqual({ found: 1, told: 0 });
  for (const day of ['2026-11-21', '2026-11-28', '2026-12-03']) await plant(day);
  expect(await sweep()).toEqual({ found: 1, told: 0 });
  await plant('2026-12-07');
  expect(await sweep()).toEqual({ found: 1, told: 2 });
});

test('a concern that a person marks as significant is told once to each of leadership, with their words', async () => {
  const { concernId } = (await plant('2026-01-05')).json.concern;
  const mark = { act: 'significance', revision: 1, isSignificant: true, words: 'The council asks about it.' };
  const marked = await ask(officer, 'POST', `${path}/${concernId}/status`, mark);
  expect(marked.json.isSignificant).toBe(true);
  await ask(officer, 'POST', `${path}/${concernId}/status`, { ...mark, revision: 2, isSignificant: false });
  await ask(officer, 'POST', `${path}/${concernId}/status`, { ...mark, revision: 3 });
  const { notices } = (await ask(officer, 'GET', '/api/records/escalations')).json;
  const about = notices.filter(({ title }: { title: string }) => title === `Significant: ${concernId}`);
  expect(about.map(({ toRole }: { toRole: string }) => toRole).toSorted()).toEqual(['chief', 'division-commander']);
  expect(about[0].words).toBe('The council asks about it.');
});

test('two who acknowledge at once do not overwrite each other', async () => {
  const { notices } = (await ask(actingAs('chief'), 'GET', '/api/records/escalations?scope=mine')).json;
  const [{ noticeId }] = notices;
  const read = (who: string, revision: number) =>
    ask(actingAs('chief', who), 'PATCH', `/api/records/escalations/${noticeId}`, {
      revision,
      words: `Read by ${who}.`,
    });
  expect((await read('p-chief', 1)).status).toBe(200);
  expect((await read('p-acting-chief', 1)).json.current.acknowledgments).toHaveLength(1);
  expect((await read('p-acting-chief', 2)).json.acknowledgments).toHaveLength(2);
});
