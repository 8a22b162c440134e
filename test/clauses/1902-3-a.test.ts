import { beforeAll, expect, test } from 'vitest';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(concernRecordRoutes(store));
const officer = actingAs('officer');
beforeAll(() => buildTown(store));

test('1902.3 A: the concern, the officer’s efforts and further recommended solutions are three fields that are kept, changed and read apart', async () => {
  const three = {
    words: 'Bikes vanish from the rack by the library',
    efforts: 'Registered eleven bikes; spoke with the manager',
    recommendedSolutions: 'Move the rack under the lamp',
  };
  const { concernId, ...filed } = (await ask(officer, 'POST', '/api/records/concerns', aFiling(three))).json.concern;
  expect(filed).toMatchObject(three);
  const changed = await ask(officer, 'PATCH', `/api/records/concerns/${concernId}`, {
    revision: 1,
    efforts: 'Rack moved',
  });
  expect(changed.json).toMatchObject({ ...three, efforts: 'Rack moved' });
  const read = (await ask(actingAs('auditor'), 'GET', `/api/records/concerns/${concernId}`)).json;
  expect(read).toMatchObject({ ...three, efforts: 'Rack moved' });
});
