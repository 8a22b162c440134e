import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { triageRoutes } from '#server/routes/records/triage.ts';
import { aFiling, buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(newRoutes().route('/', concernRecordRoutes(store)).route('/', triageRoutes(store)));
const coordinator = actingAs('coordinator');
const officer = actingAs('officer');
const path = '/api/records/concerns';

const filed = async (differs = {}) => (await ask(officer, 'POST', path, aFiling(differs))).json.concern;
const updatesOf = async (id: string) =>
  (
    await store.as(coordinator, (tx) =>
      tx.execute<{ kind: string; by: string; to: string; words: string }>(
        sql`select kind, by, "to", words from concern_update where concern_id = ${id} order by kind`,
      ),
    )
  ).rows;

beforeAll(() => buildTown(store));

test('giving a new concern an owner opens it and tells the owner', async () => {
  const { concernId } = await filed();
  const { json } = await ask(coordinator, 'POST', `${path}/${concernId}/assign`, { revision: 1, ownerId: 'p-officer' });
  expect(json).toMatchObject({ status: 'open', ownerId: 'p-officer', revision: 2 });
  const mails = await store.as(coordinator, (tx) =>
    tx.execute(
      sql`select 1 from mail_out where about = ${concernId} and "to" = '{officer@city.example}' and subject like '%is yours'`,
    ),
  );
  expect(mails.rowCount).toBe(1);
});

test('who cannot work on concerns cannot own one', async () => {
  const { concernId } = await filed();
  for (const ownerId of ['p-city-partner', 'p-nobody']) {
    const { status, json } = await ask(coordinator, 'POST', `${path}/${concernId}/assign`, { revision: 1, ownerId });
    expect([status, json.errors[0].path]).toEqual([422, 'ownerId']);
  }
});

test('a merge keeps the words and the people of both, and the one who told it stays on it', async () => {
  const kept = await filed({ words: 'Dogs loose behind the school', peopleCount: 3 });
  const same = await filed({ words: 'Two loose dogs, Linnet', peopleCount: 2, safetyNow: true });
  const merged = await ask(coordinator, 'POST', `${path}/${same.concernId}/merge`, {
    revision: 1,
    into: kept.concernId,
  });
  expect(merged.json).toMatchObject({ status: 'closed', closeReason: 'duplicate', duplicateOf: kept.concernId });
  const into = (await ask(coordinator, 'GET', `${path}/${kept.concernId}`)).json;
  expect(into).toMatchObject({ peopleCount: 5, safetyNow: true, words: 'Dogs loose behind the school' });
  expect(await updatesOf(kept.concernId)).toContainEqual({
    kind: 'said',
    by: 'p-officer',
    to: same.concernId,
    words: 'Two loose dogs, Linnet',
  });
});

test('a merge into itself, into nothing, or of what is merged already is refused', async () => {
  const [a, b] = [await filed(), await filed()];
  const merge = (id: string, into: string, revision = 1) =>
    ask(coordinator, 'POST', `${path}/${id}/merge`, { revision, into });
  expect((await merge(a.concernId, a.concernId)).status).toBe(422);
  expect((await merge(a.concernId, 'C-9999')).status).toBe(422);
  expect((await merge(a.concernId, b.concernId)).status).toBe(200);
  expect((await merge(a.concernId, b.concernId, 2)).status).toBe(422);
  expect((await merge(b.concernId, a.concernId, 2)).status).toBe(422); // a is b already: a ring
});

test('a missing part is asked of whoever filed it, and nothing is guessed in', async () => {
  const { concernId } = await filed({ place: null, placeWords: '', placeConfidence: 'words-only' });
  const asked = { revision: 1, missing: ['area'], words: 'Which block was it?' };
  const { json } = await ask(coordinator, 'POST', `${path}/${concernId}/ask`, asked);
  expect(json).toMatchObject({ place: null, placeWords: '', groupIds: [] });
  const mails = await store.as(coordinator, (tx) =>
    tx.execute(
      sql`select 1 from mail_out where about = ${concernId} and "to" = '{officer@city.example}' and text = 'Which block was it?'`,
    ),
  );
  expect(mails.rowCount).toBe(1);
});

test('two coordinators do not write over each other', async () => {
  const { concernId } = await filed();
  const act = (name: string) => ask(coordinator, 'POST', `${path}/${concernId}/assign`, { revision: 1, ownerId: name });
  const answers = [await act('p-officer'), await act('p-whitlock')];
  expect(answers.map(({ status }) => status)).toEqual([200, 409]);
});

test('triage is the coordinator’s and the commanders’', async () => {
  const { concernId } = await filed();
  for (const role of ['officer', 'analyst', 'chief', 'city-partner'] as const) {
    const { status } = await ask(actingAs(role), 'POST', `${path}/${concernId}/assign`, {
      revision: 1,
      ownerId: 'p-officer',
    });
    expect(status, role).toBe(403);
  }
});
