import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { settingRoutes } from '#server/routes/records/settings.ts';
import { triageRoutes } from '#server/routes/records/triage.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', concernRecordRoutes(store)).route('/', triageRoutes(store)));
const coordinator = actingAs('coordinator');
const path = '/api/records/concerns';
beforeAll(() => buildTown(store));

test('V.B.2.e: a concern conveyed to a unit says to whom and when, and the unit is mailed', async () => {
  const { concernId } = (await ask(actingAs('officer'), 'POST', path, aFiling())).json.concern;
  const before = (await ask(coordinator, 'GET', path)).json.rows[0];
  expect([before.conveyedTo, before.conveyedOn]).toEqual([null, null]);
  const asked = {
    revision: 1,
    unit: 'Traffic Unit',
    email: 'traffic@city.example',
    words: 'Please watch the school gate.',
  };
  const { status } = await ask(coordinator, 'POST', `${path}/${concernId}/convey`, asked);
  expect(status).toBe(200);
  const after = (await ask(coordinator, 'GET', path)).json.rows[0];
  expect([after.concernId, after.conveyedTo, after.conveyedOn]).toEqual([concernId, 'Traffic Unit', '2026-12-14']);
  const mails = await store.pool.query(`select 1 from mail_out where about = $1 and "to" = '{traffic@city.example}'`, [
    concernId,
  ]);
  expect(mails.rowCount).toBe(1);
});

test('V.B.2.e: a unit with an address of its own is mailed without anybody writing it again', async () => {
  const concernUnits = [{ name: 'Animal Services', email: 'animals@city.example' }];
  const choose = deskOf(settingRoutes(store));
  await choose(actingAs('administrator'), 'PATCH', '/api/records/settings', { concernUnits });
  const { concernId } = (await ask(actingAs('officer'), 'POST', path, aFiling())).json.concern;
  const asked = { revision: 1, unit: 'Animal Services', email: null, words: 'A dog runs loose at the school.' };
  expect((await ask(coordinator, 'POST', `${path}/${concernId}/convey`, asked)).status).toBe(200);
  const mails = await store.pool.query(`select 1 from mail_out where about = $1 and "to" = '{animals@city.example}'`, [
    concernId,
  ]);
  expect(mails.rowCount).toBe(1);
});
