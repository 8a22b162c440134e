import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { wallCodeRoutes } from '#server/routes/wall-codes.ts';
import { systemActing } from '#server/store/record-store.ts';
import { codesFor } from '#server/store/wall-codes.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(wallCodeRoutes(store));
const system = systemActing(NOW);
const codes = (questions: { address: string; words: string }[]) =>
  store.as(system, (tx) => codesFor(tx, NOW, questions));
const spike = { address: '/spikes?series=eastbank~theft', words: 'Eastbank, theft, week of Dec 7' };

test('a question keeps its code, whatever else is on the wall, and its words follow the week', async () => {
  const [code] = await codes([spike]);
  expect(code).toMatch(/^[0-9BCDFGHJKMNPQRSTVWXYZ]{4}$/);
  const later = { ...spike, words: 'Eastbank, theft, week of Dec 14' };
  const [, same] = await codes([{ address: '/escalations', words: 'Escalations' }, later]);
  expect(same).toBe(code);
  const { status, json } = await ask(actingAs('officer'), 'GET', `/api/wall-codes/${code}`);
  expect({ status, json }).toEqual({ status: 200, json: { code, ...later } });
});

test('no two questions share a code', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => ({
    address: `/spikes?series=area-${i}~noise`,
    words: `Area ${i}`,
  }));
  const made = await codes(many);
  expect(new Set(made).size).toBe(many.length);
  expect(await codes(many.toReversed())).toEqual(made.toReversed());
});

test('a code is understood as people write it down', async () => {
  const [code = ''] = await codes([spike]);
  await store.as(system, (tx) => tx.execute(sql`insert into wall_code values ('K01M', '/groups', 'Groups', ${NOW})`));
  for (const said of ['K01M', 'k01m', 'KO1M', 'KOIM', 'koLm', 'K0-1M', ' K01M']) {
    const { json } = await ask(actingAs('chief'), 'GET', `/api/wall-codes/${encodeURIComponent(said)}`);
    expect(json).toMatchObject({ code: 'K01M', address: '/groups' });
  }
  expect((await ask(actingAs('analyst'), 'GET', `/api/wall-codes/${code.toLowerCase()}`)).status).toBe(200);
});

test('a code that no wall showed is not found, and a wall cannot ask', async () => {
  expect((await ask(actingAs('officer'), 'GET', '/api/wall-codes/ZZZZ')).status).toBe(404);
  expect((await ask(actingAs('wall'), 'GET', '/api/wall-codes/K01M')).status).toBe(403);
});
