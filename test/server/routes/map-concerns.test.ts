import { beforeAll, expect, test } from 'vitest';
import { PERMISSIONS } from '#data/schema/permissions.ts';
import { RELEASE_LEVEL_OF } from '#data/schema/release-level.ts';
import { concernRoutes } from '#server/routes/concerns.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', concernRoutes(store)).route('/', concernRecordRoutes(store)));
const officer = actingAs('officer');
const file = async (differs = {}) =>
  (await ask(officer, 'POST', '/api/records/concerns', aFiling(differs))).json.concern.concernId;

let theft = '';
let domestic = '';
beforeAll(async () => {
  await buildTown(store);
  theft = await file({ words: 'Marmots in the attic of Quillon' });
  domestic = await file({ category: 'domestic', aboutOfficer: 'no' });
  await file({ place: null });
});

test('the map shows the kind where nobody wrote a title, and never a word of a resident', async () => {
  const { json } = await ask(officer, 'GET', '/api/concerns');
  expect(json).toEqual([
    {
      concernId: theft,
      title: 'Theft from vehicle',
      category: 'theft-from-vehicle',
      status: 'open',
      raisedOn: '2026-12-14',
      answeredOn: null,
      lon: 0.009,
      lat: 0.005,
    },
  ]);
});

test('a protected kind is on no map but those of analysts and commanders; the public level has none', async () => {
  for (const role of PERMISSIONS['map.read']) {
    const ids = (await ask(actingAs(role), 'GET', '/api/concerns')).json.map(
      (each: { concernId: string }) => each.concernId,
    );
    const wanted = { restricted: [theft, domestic], internal: [theft], public: [] }[RELEASE_LEVEL_OF[role]];
    expect([role, ids.sort()]).toEqual([role, wanted.sort()]);
  }
});

test('untaken past its limit, it is overdue', async () => {
  const late = actingAs('officer', 'p-officer', '2026-12-17T00:00:00');
  expect((await ask(late, 'GET', '/api/concerns')).json[0].status).toBe('overdue');
  const inTime = actingAs('officer', 'p-officer', '2026-12-16T23:59:59');
  expect((await ask(inTime, 'GET', '/api/concerns')).json[0].status).toBe('open');
});
