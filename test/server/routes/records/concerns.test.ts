import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { likeness } from '#analysis/alike/trigrams.ts';
import { ABOUT_OFFICER } from '#data/schema/records/concern-filing.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { systemActing } from '#server/store/record-store.ts';
import { setting } from '#server/store/tables/people.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(concernRecordRoutes(store));
const officer = actingAs('officer');
const path = '/api/records/concerns';
const system = systemActing(NOW);

const countRows = async (table: string, like = '%'): Promise<number> => {
  const { rows } = await store.as(system, (tx) =>
    tx.execute<{ n: string }>(sql`select count(*) as n from ${sql.identifier(table)} t where t::text like ${like}`),
  );
  return Number(rows[0]?.n);
};

beforeAll(() => buildTown(store));

test('a concern lies in every group whose ground held its place that day, and the first liaison owns it', async () => {
  const { status, json } = await ask(officer, 'POST', path, aFiling());
  expect(status).toBe(201);
  expect(json.concern).toMatchObject({
    groupIds: ['eastbank', 'pell'],
    ownerId: 'p-whitlock',
    filedBy: 'p-officer',
    status: 'new',
  });
  expect(json).toMatchObject({ owner: 'Whitlock', groups: ['Eastbank', 'Pell Street Merchants'] });
  const june = await ask(officer, 'POST', path, aFiling({ heardAt: '2026-06-30T23:59:59' }));
  expect(june.json.concern.groupIds).toEqual(['eastbank']);
});

test('the same filing sent again, also twice at once, is one concern, one notice and one mail', async () => {
  const filing = aFiling({ words: 'Streetlight out by the school gate since Monday' });
  const answers = await Promise.all([ask(officer, 'POST', path, filing), ask(officer, 'POST', path, filing)]);
  const again = await ask(officer, 'POST', path, filing);
  const [id] = new Set(answers.map(({ json }) => json.concern.concernId));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  expect(again.status).toBe(200);
  expect(again.json.concern.concernId).toBe(id);
  expect(await countRows('notice', `%concern-filed/${id}%`)).toBe(1);
  expect(await countRows('mail_out', '%Streetlight out by the school gate%')).toBe(1);
});

test('the notice and the audit repeat no word of a resident', async () => {
  await ask(
    officer,
    'POST',
    path,
    aFiling({ words: 'Zebrafish were thrown over my fence', contactName: 'Quillon Marsh', contactWish: 'may-call' }),
  );
  expect(await countRows('notice', '%Zebrafish%')).toBe(0);
  expect(await countRows('audit', '%Zebrafish%')).toBe(0);
  expect(await countRows('audit', '%Quillon%')).toBe(0);
  expect(await countRows('concern', '%Zebrafish%')).toBe(1);
});

test('a complaint about an officer is sent elsewhere and kept nowhere', async () => {
  await store.as(system, (tx) =>
    tx.insert(setting).values({ key: 'internalAffairs', value: { name: 'Professional Standards', reach: '555-0100' } }),
  );
  const words = 'The officer was rude to my Wombat and shoved me';
  for (const filing of [aFiling({ words }), aFiling({ words: 'Wombat', aboutOfficer: 'yes' })]) {
    const { status, json } = await ask(officer, 'POST', path, filing);
    expect(status).toBe(422);
    expect(json.type).toBe(ABOUT_OFFICER);
    expect(json.detail).toContain('Professional Standards: 555-0100');
  }
  for (const table of ['concern', 'audit', 'mail_out', 'notice']) expect(await countRows(table, '%Wombat%')).toBe(0);
  const asked = await ask(
    officer,
    'POST',
    path,
    aFiling({ words: 'An officer was rude? No: a driver was, says the officer', aboutOfficer: 'no' }),
  );
  expect(asked.status).toBe(201);
});

test('who asked to stay unnamed is not named, in a filing or in a change', async () => {
  const { status, json } = await ask(
    officer,
    'POST',
    path,
    aFiling({ contactWish: 'anonymous', contactName: 'Ann', contactReach: '555-0199' }),
  );
  expect(status).toBe(422);
  expect(json.errors.map((each: { path: string }) => each.path)).toEqual(['contactName', 'contactReach']);
  const made = await ask(officer, 'POST', path, aFiling({ contactWish: 'anonymous' }));
  const { concernId, revision } = made.json.concern;
  const named = await ask(officer, 'PATCH', `${path}/${concernId}`, { revision, contactName: 'Ann' });
  expect(named.status).toBe(422);
});

test('a sheet that somebody else changed is not written over', async () => {
  const { concernId } = (await ask(officer, 'POST', path, aFiling())).json.concern;
  const first = await ask(officer, 'PATCH', `${path}/${concernId}`, { revision: 1, title: 'Car doors' });
  expect(first.json).toMatchObject({ title: 'Car doors', revision: 2 });
  const late = await ask(officer, 'PATCH', `${path}/${concernId}`, { revision: 1, title: 'Doors' });
  expect(late.status).toBe(409);
  expect(late.json.current).toMatchObject({ title: 'Car doors', revision: 2 });
});

test('a place that moves finds its groups anew', async () => {
  const { concernId } = (await ask(officer, 'POST', path, aFiling())).json.concern;
  const place = { type: 'Point', coordinates: [0.002, 0.002] };
  const moved = await ask(officer, 'PATCH', `${path}/${concernId}`, { revision: 1, place });
  expect(moved.json.groupIds).toEqual(['eastbank']);
});

test('likely duplicates come with their reasons in words', async () => {
  const before = await ask(
    officer,
    'POST',
    path,
    aFiling({ heardAt: '2026-12-08T16:00:00', words: 'Groups trying car doors, Linnet Avenue' }),
  );
  const { words, category, placeWords } = aFiling();
  const place = { type: 'Point', coordinates: [0.009, 0.0058] };
  const { json } = await ask(officer, 'POST', `${path}/alike`, { words, category, placeWords, place, heardAt: NOW });
  const found = json.find(({ concernId }: { concernId: string }) => concernId === before.json.concern.concernId);
  expect(found.reasons).toEqual(['6 days ago', '90 m away', 'similar words', 'same kind']);
  expect(json.length).toBeLessThanOrEqual(5);
  const far = await ask(officer, 'POST', `${path}/alike`, {
    words: 'Loud music',
    category: null,
    placeWords: '',
    place: null,
    heardAt: NOW,
  });
  expect(far.json).toEqual([]);
});

test('our trigrams are those of the database', async () => {
  for (const [a, b] of [
    ['Trying car doors', 'Car doors, Linnet Avenue'],
    ['Música alta cada noche', 'musica alta'],
    ['x', 'y'],
  ] as const) {
    const { rows } = await store.as(system, (tx) => tx.execute<{ s: number }>(sql`select similarity(${a}, ${b}) as s`));
    expect(likeness(a, b)).toBeCloseTo(Number(rows[0]?.s), 5);
  }
});

test('words added to a concern stand there once, its people grow and who added them has it on their list', async () => {
  const { concernId } = (await ask(officer, 'POST', path, aFiling())).json.concern;
  const other = actingAs('officer', 'p-second');
  const added = {
    clientKey: aFiling().clientKey,
    words: 'Also my van',
    heardAt: NOW,
    efforts: '',
    aboutOfficer: 'not-asked',
  };
  const once = await ask(other, 'POST', `${path}/${concernId}/said`, added);
  const twice = await ask(other, 'POST', `${path}/${concernId}/said`, added);
  expect(once.json.concern.peopleCount).toBe(2);
  expect(twice.json.concern.peopleCount).toBe(2);
  const mine = await ask(other, 'GET', `${path}?mine=yes`);
  expect(mine.json.rows.map((row: { concernId: string }) => row.concernId)).toEqual([concernId]);
});

test('the list filters, counts and pages, and sums of its tabs are its total', async () => {
  const all = await ask(officer, 'GET', path);
  const { counts, total, rows } = all.json;
  expect(counts.new + counts.open + counts.closed).toBe(total);
  expect(rows.length).toBe(Math.min(50, total));
  expect(rows[0]).not.toHaveProperty('contactName');
  const found = await ask(officer, 'GET', `${path}?text=zebrafish`);
  expect(found.json.total).toBe(1);
  const percent = await ask(officer, 'GET', `${path}?text=${encodeURIComponent('%')}`);
  expect(percent.json.total).toBe(0);
  const pell = await ask(officer, 'GET', `${path}?group=pell&from=2026-12-14&to=2026-12-14`);
  expect(pell.json.rows.every((row: { groupIds: string[] }) => row.groupIds.includes('pell'))).toBe(true);
  const late = await ask(actingAs('officer', 'p-officer', '2026-12-17T08:00:00'), 'GET', `${path}?status=overdue`);
  expect(late.json.total).toBe(total); // untaken for more than the two days
});
