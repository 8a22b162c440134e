import { beforeAll, expect, test } from 'vitest';
import { Bulletin, Pattern, PatternLine } from '#data/schema/records/pattern.ts';
import { patternRoutes } from '#server/routes/records/patterns.ts';
import { systemActing } from '#server/store/record-store.ts';
import { bulletin } from '#server/store/tables/sweep.ts';
import { buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(patternRoutes(store));
const analyst = actingAs('analyst');
const coordinator = actingAs('coordinator', 'p-coordinator', '2026-12-15T09:00:00');
const PATH = '/api/records/patterns';

const CALLS = [
  { callId: '2026-001', kept: true, reason: '' },
  { callId: '2026-002', kept: true, reason: '' },
  { callId: '2026-003', kept: false, reason: 'The owner had left it open.' },
];
const FIELDS = {
  name: 'Garages along Linnet Avenue',
  type: 'series',
  groupIds: ['eastbank'],
  from: '2026-11-30',
  to: '2026-12-12',
  calls: CALLS,
  synopsis: { what: 'Side doors pried', where: 'Linnet', when: 'Weekday evenings', how: '', advice: '' },
  label: 'sensitive',
  release: 'internal',
};
const aPattern = (differs = {}) => ({ ...FIELDS, source: 'lasso', code: 'CB-1234', ...differs });
const make = async (differs = {}) => (await ask(analyst, 'POST', PATH, aPattern(differs))).json;
const change = (patternId: string, differs = {}) =>
  ask(coordinator, 'PUT', `${PATH}/${patternId}`, {
    ...{ ...FIELDS, status: 'open', closedWhy: '', revision: 1 },
    ...differs,
  });
const listed = async (status: string) =>
  PatternLine.array().parse((await ask(analyst, 'GET', `${PATH}?status=${status}`)).json);
const idsOf = (lines: PatternLine[]) => lines.map(({ patternId }) => patternId);
const fieldsOf = (errors: { path: string }[]) => errors.map(({ path }) => path);

beforeAll(() => buildTown(store));

test('patterns count on their own from P-0001, and are kept as made', async () => {
  const { status, json } = await ask(analyst, 'POST', PATH, aPattern());
  expect(status).toBe(201);
  expect(Pattern.parse(json)).toMatchObject({
    ...{ patternId: 'P-0001', status: 'open', closedWhy: '', source: 'lasso', code: 'CB-1234', calls: CALLS },
    ...{ revision: 1, createdBy: 'p-analyst', createdAt: NOW },
  });
  const found = await ask(actingAs('officer'), 'GET', `${PATH}/P-0001`);
  expect(found.json).toEqual({ pattern: json, bulletins: [] });
  expect((await ask(analyst, 'GET', `${PATH}/P-9999`)).status).toBe(404);
});

test('a change keeps why a call is left out, and who changed it when', async () => {
  const { patternId } = await make();
  const calls = CALLS.map((call) => ({ ...call, kept: false, reason: call.reason || 'Another tool.' }));
  const { status, json } = await change(patternId, { calls, type: 'spree' });
  expect(status).toBe(200);
  expect(Pattern.parse(json)).toMatchObject({ calls, type: 'spree', source: 'lasso', revision: 2 });
  expect(json).toMatchObject({ updatedBy: 'p-coordinator', updatedAt: '2026-12-15T09:00:00', createdBy: 'p-analyst' });
});

test('who writes over a later state is answered with it, and nothing is lost', async () => {
  const { patternId } = await make();
  const first = await change(patternId, { name: 'First' });
  const second = await change(patternId, { name: 'Second' });
  expect(second.status).toBe(409);
  expect(second.json.current).toEqual(first.json);
  expect((await ask(analyst, 'GET', `${PATH}/${patternId}`)).json.pattern.name).toBe('First');
});

test('a pattern closes with how it ended, and one that is opened again has not ended', async () => {
  const { patternId } = await make();
  const closing = { status: 'closed', closedWhy: ' ' };
  expect(fieldsOf((await change(patternId, closing)).json.errors)).toEqual(['closedWhy']);
  const closed = await change(patternId, { ...closing, closedWhy: 'An arrest on December 13; no call since.' });
  expect(closed.json).toMatchObject({ status: 'closed', closedWhy: 'An arrest on December 13; no call since.' });
  expect(idsOf(await listed('closed'))).toEqual([patternId]);
  expect(idsOf(await listed('open'))).not.toContain(patternId);
  const opened = await change(patternId, { revision: 2, closedWhy: 'An arrest on December 13; no call since.' });
  expect(opened.json).toMatchObject({ status: 'open', closedWhy: '' });
  expect(await listed('closed')).toEqual([]);
});

test('the list has the newest first, with how many calls are kept and left out, and when it was sent last', async () => {
  const { patternId } = await make({ name: 'Sent twice' });
  const sent = { patternId, sentBy: 'p-analyst', sentTo: [], facts: { secret: true }, hash: 'h' };
  await store.as(systemActing(NOW), (tx) =>
    tx.insert(bulletin).values([
      { ...sent, bulletinId: 'PB-0001', sentAt: '2026-12-11T10:00:00' },
      { ...sent, bulletinId: 'PB-0002', sentAt: '2026-12-12T10:00:00' },
    ]),
  );
  const later = (await ask(coordinator, 'POST', PATH, aPattern({ name: 'Later' }))).json.patternId;
  const lines = await listed('all');
  expect(idsOf(lines).slice(0, 2)).toEqual([later, patternId]);
  expect(lines[0]).toMatchObject({ name: 'Later', kept: 2, leftOut: 1, lastSentAt: null });
  expect(lines[1]).toMatchObject({ kept: 2, leftOut: 1, lastSentAt: '2026-12-12T10:00:00' });
  const { bulletins } = (await ask(analyst, 'GET', `${PATH}/${patternId}`)).json;
  expect(Bulletin.array().parse(bulletins)).toEqual(bulletins);
  expect(bulletins.map(({ bulletinId }: Bulletin) => bulletinId)).toEqual(['PB-0002', 'PB-0001']);
});

test.each([
  ['no call', { calls: [] }, 'calls'],
  ['a call twice', { calls: [CALLS[0], CALLS[0]] }, 'calls.1.callId'],
  ['a call left out without why', { calls: [{ callId: 'x', kept: false, reason: ' ' }] }, 'calls.0.reason'],
  ['501 calls', { calls: Array.from({ length: 501 }, (_, i) => ({ ...CALLS[0], callId: `${i}` })) }, 'calls'],
  ['days the wrong way round', { from: '2026-12-13' }, 'to'],
  ['a kind that is not one of the seven', { type: 'vibe' }, 'type'],
  ['a sensitive one that leaves the department', { release: 'group' }, 'release'],
  ['a group that is not there', { groupIds: ['nowhere'] }, 'groupIds.0'],
])('%s is refused by its field, new and changed', async (_, differs, field) => {
  const { patternId } = await make();
  const made = await ask(analyst, 'POST', PATH, aPattern(differs));
  expect([made.status, fieldsOf(made.json.errors)]).toEqual([422, [field]]);
  const changed = await change(patternId, differs);
  expect([changed.status, fieldsOf(changed.json.errors)]).toEqual([422, [field]]);
});

test('an officer reads patterns and writes none; the city partner reads none', async () => {
  expect((await ask(actingAs('officer'), 'GET', PATH)).status).toBe(200);
  expect((await ask(actingAs('officer'), 'POST', PATH, aPattern())).status).toBe(403);
  expect((await ask(actingAs('city-partner'), 'GET', PATH)).status).toBe(403);
});
