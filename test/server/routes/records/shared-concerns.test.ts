import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(concernRecordRoutes(store));
const officer = actingAs('officer');
const partner = actingAs('city-partner');
const path = '/api/records/concerns';

const filing = (differs = {}) =>
  aFiling({
    words: 'Residents say the Marmot alley is dark',
    title: 'Dark alley',
    category: 'dumping',
    contactWish: 'may-call',
    contactName: 'Quillon Marsh',
    contactReach: '555-0142',
    efforts: 'Spoke with Ottoline',
    caseNumbers: ['26-00417'],
    ...differs,
  });

async function shared(differs = {}): Promise<string> {
  const { concernId } = (await ask(officer, 'POST', path, filing(differs))).json.concern;
  await store.as(officer, (tx) =>
    tx.execute(sql`update concern set shared_with_city = true where concern_id = ${concernId}`),
  );
  return concernId;
}

beforeAll(() => buildTown(store));

test('the city’s partner sees only what is shared with the city', async () => {
  const kept = (await ask(officer, 'POST', path, filing())).json.concern.concernId;
  const given = await shared();
  expect((await ask(partner, 'GET', `${path}/${kept}`)).status).toBe(404);
  expect((await ask(partner, 'GET', `${path}/${given}`)).json).toMatchObject({ concernId: given, title: 'Dark alley' });
  const { rows, total, counts } = (await ask(partner, 'GET', path)).json;
  expect(rows.map((row: { concernId: string }) => row.concernId)).toEqual([given]);
  expect([total, counts.new]).toEqual([1, 1]);
});

test('a partner’s page holds no word of a resident, no name, no reach, no effort and no case number', async () => {
  const id = await shared();
  for (const address of [path, `${path}/${id}`]) {
    const page = JSON.stringify((await ask(partner, 'GET', address)).json);
    expect(page).toContain('Dark alley');
    for (const word of ['Marmot', 'Quillon', '555-0142', 'Ottoline', '26-00417', 'p-officer', 'p-whitlock'])
      expect(page).not.toContain(word);
  }
});

test('a partner’s search does not tell what a partner cannot read', async () => {
  await shared();
  expect((await ask(partner, 'GET', `${path}?text=marmot`)).json.total).toBe(0);
  expect((await ask(partner, 'GET', `${path}?text=dark`)).json.total).toBeGreaterThan(0);
});

test('where the resident stays unnamed, or the kind is protected, the partner gets no longitude, latitude or street', async () => {
  const unnamed = { contactWish: 'anonymous', contactName: '', contactReach: '' };
  for (const differs of [unnamed, { category: 'domestic' }]) {
    const id = await shared({ place: { type: 'Point', coordinates: [0.00437, 0.00518] }, ...differs });
    for (const address of [path, `${path}/${id}`]) {
      const page = JSON.stringify((await ask(partner, 'GET', address)).json);
      const own =
        address === path
          ? JSON.stringify(JSON.parse(page).rows.find((row: { concernId: string }) => row.concernId === id))
          : page;
      expect(own).toContain(id);
      for (const word of ['0.00437', '0.00518', 'Linnet']) expect(own).not.toContain(word);
    }
  }
});

test('a partner files nothing and changes nothing', async () => {
  const id = await shared();
  expect((await ask(partner, 'POST', path, filing())).status).toBe(403);
  expect((await ask(partner, 'PATCH', `${path}/${id}`, { revision: 2, title: 'x' })).status).toBe(403);
  expect((await ask(null, 'GET', path)).status).toBe(401);
});
