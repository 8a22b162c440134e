import { expect, test } from 'vitest';
import type { Role } from '#data/schema/release-level.ts';
import { groupRoutes } from '#server/routes/records/groups.ts';
import { noticeRoutes } from '#server/routes/records/notices.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const TODAY = NOW.slice(0, 10);
const { ask, add, post, hear } = await openRegister(store);
await hear('C-0001', '2026-09-01', { status: 'closed', ownerId: 'p-coordinator' });
await hear('C-0002', '2026-11-01', { status: 'open', ownerId: 'p-coordinator', contactName: 'Bo Tran' });
const pathsOf = ({ json }: { json: { errors: { path: string }[] } }) => json.errors.map(({ path }) => path);

test('V.B.1: the chief appoints one coordinator at a time, and open work follows the post', async () => {
  const appointment = { ownerId: 'p-coordinator', happenedOn: '2026-01-05', fields: { isActing: false } };
  expect((await post('appointment', appointment, 'division-commander')).status).toBe(403);
  const first = await add('appointment', appointment, 'chief');
  const open = await add('policy-suggestion', {
    ownerId: 'p-coordinator',
    concernIds: ['C-0001'],
    fields: { policy: 'Noise', suggestion: 'Quiet hours', why: 'Often said' },
  });
  const acting = await add(
    'appointment',
    { ownerId: 'p-officer', happenedOn: '2026-12-01', dueOn: '2027-01-15', fields: { isActing: true } },
    'chief',
  );
  expect(acting.fields).toMatchObject({ handedOverBy: 'p-coordinator', handedOver: 2 });
  const { entries } = (await ask(actingAs('officer'), 'GET', '/api/records/register/appointment')).json;
  expect(entries.map(({ status }: { status: string }) => status)).toEqual(['current', 'ended']);
  expect(entries[1]).toMatchObject({ entryId: first.entryId, fields: { endedOn: '2026-12-01' } });
  const { rows } = await store.pool.query('select concern_id, owner_id, status from concern order by 1');
  expect(rows).toEqual([
    { concern_id: 'C-0001', owner_id: 'p-coordinator', status: 'closed' },
    { concern_id: 'C-0002', owner_id: 'p-officer', status: 'open' },
  ]);
  const moved = await ask(actingAs('officer'), 'GET', `/api/records/register/policy-suggestion/${open.entryId}`);
  expect(moved.json.entry).toMatchObject({ ownerId: 'p-officer', status: 'suggested' });
});

test('V.B.2.a: groups without a liaison are listed until none is left; a new liaison ends the one before', async () => {
  const assign = (groupId: string, ownerId: string) =>
    add('liaison', { groupId, ownerId, fields: { serves: 'association' } });
  for (const groupId of ['eastbank', 'millrace', 'depot']) await assign(groupId, 'p-officer');
  const coverage = async () => (await ask(actingAs('chief'), 'GET', '/api/records/liaison-coverage')).json;
  expect(await coverage()).toEqual({ groups: 3, without: [] });
  await assign('depot', 'p-coordinator');
  const ofDepot = await ask(actingAs('officer'), 'GET', '/api/records/register/liaison?groupId=depot&open=true');
  expect(ofDepot.json.entries.map(({ ownerId }: { ownerId: string }) => ownerId)).toEqual(['p-coordinator']);
  const [current] = ofDepot.json.entries;
  const end = { revision: 1, status: 'ended' };
  await ask(actingAs('coordinator'), 'PATCH', `/api/records/register/liaison/${current.entryId}`, end);
  expect(await coverage()).toMatchObject({ without: [{ groupId: 'depot' }] });
  const business = { ownerId: 'p-officer', fields: { serves: 'business' } };
  expect(pathsOf(await post('liaison', business))).toEqual(['groupId']);
  await add('liaison', { ...business, fields: { serves: 'business', business: 'Corner Hardware' } });
  expect((await post('liaison', business, 'officer')).status).toBe(403);
});

test('V.B.2.a: a liaison named or taken away on the group’s own page is written in the register in the same act', async () => {
  const askGroups = deskOf(groupRoutes(store));
  const millrace = async () => (await askGroups(actingAs('officer'), 'GET', '/api/records/groups/millrace')).json.group;
  const put = async (liaisonId: string | null, role: Role = 'coordinator') => {
    const { groupId, status: _, createdAt, createdBy, updatedAt, updatedBy, ...fields } = await millrace();
    return askGroups(actingAs(role), 'PUT', '/api/records/groups/millrace', { ...fields, liaisonId });
  };
  const assigned = async () => {
    const address = '/api/records/register/liaison?groupId=millrace';
    const { entries } = (await ask(actingAs('officer'), 'GET', address)).json;
    return entries.map((entry: { ownerId: string; status: string; fields: { endedOn?: string } }) => [
      entry.ownerId,
      entry.status,
      entry.fields.endedOn ?? null,
    ]);
  };
  expect(await assigned()).toEqual([['p-officer', 'current', null]]);
  expect((await put('p-coordinator', 'officer')).status).toBe(403); // as in the register: the coordinator assigns
  expect((await put('p-officer', 'officer')).status).toBe(200); // what else stands on the page is the officer's to keep
  expect((await put('p-coordinator')).json).toMatchObject({ liaisonId: 'p-coordinator' });
  const [changed, before] = [
    ['p-coordinator', 'current', null],
    ['p-officer', 'ended', TODAY],
  ];
  expect(await assigned()).toEqual([changed, before]);
  await put('p-coordinator'); // named again: nothing new
  expect(await assigned()).toEqual([changed, before]);
  expect((await put('p-nobody')).status).toBe(422);
  expect(await assigned()).toEqual([changed, before]);
  await put(null);
  expect(await assigned()).toEqual([['p-coordinator', 'ended', TODAY], before]);
  const { without } = (await ask(actingAs('chief'), 'GET', '/api/records/liaison-coverage')).json;
  expect(without).toContainEqual(expect.objectContaining({ groupId: 'millrace' }));
});

test('V.B.2.b: every member is told of an objective, and who has not read it is listed', async () => {
  const objective = await add('objective', {
    title: 'Lock it',
    ownerId: 'p-coordinator',
    fields: { statement: 'Fewer open cars' },
  });
  const readers = async () =>
    (await ask(actingAs('coordinator'), 'GET', `/api/records/objectives/${objective.entryId}/readers`)).json;
  const before = await readers();
  expect(before.readers).toHaveLength(6);
  expect(before.readers.every(({ readAt }: { readAt: string | null }) => readAt === null)).toBe(true);
  const askNotices = deskOf(noticeRoutes(store));
  const { json } = await askNotices(actingAs('officer'), 'GET', '/api/records/notices?scope=mine&kind=objective');
  const path = `/api/records/notices/${json[0].noticeId}/acknowledgments`;
  const read = await askNotices(actingAs('officer'), 'POST', path, { revision: 1, words: '' });
  expect(read.status).toBeLessThan(300);
  const after = (await readers()).readers.filter(({ readAt }: { readAt: string | null }) => readAt === null);
  expect(after.map(({ personId }: { personId: string }) => personId)).not.toContain('p-officer');
  expect(after).toHaveLength(5);
});

test('V.B.2.c: a policy suggestion shows the concerns it comes from, and has none without', async () => {
  const draft = {
    ownerId: 'p-officer',
    fields: { policy: 'Lamps', suggestion: 'Report outages', why: 'Dark corners' },
  };
  expect(pathsOf(await post('policy-suggestion', draft))).toEqual(['concernIds']);
  expect(pathsOf(await post('policy-suggestion', { ...draft, concernIds: ['C-7777'] }))).toEqual(['concernIds.0']);
  const { concernIds, entryId } = await add('policy-suggestion', { ...draft, concernIds: ['C-0002'] });
  expect(concernIds).toEqual(['C-0002']);
  const beside = await ask(actingAs('officer'), 'GET', '/api/records/register-entries?concernId=C-0002');
  expect(beside.json.entries.map((entry: { entryId: string }) => entry.entryId)).toEqual([entryId]);
});

test('V.B.2.d: a success is a closed concern, and nothing is published before it passed the release check', async () => {
  const fields = { publicationKind: 'success', outlet: 'web-page', words: 'Bo Tran asked; the lamp was mended.' };
  expect(pathsOf(await post('publication', { concernIds: ['C-0002'], fields }))).toEqual(['concernIds']);
  const item = await add('publication', { concernIds: ['C-0001'], fields });
  const path = `/api/records/register/publication/${item.entryId}`;
  const publish = (revision: number) => ask(actingAs('officer'), 'PATCH', path, { revision, status: 'published' });
  expect(pathsOf(await publish(1))).toEqual(['status']);
  const out = (revision: number) =>
    ask(actingAs('officer'), 'POST', `${path}/release`, { revision, to: 'public', why: 'Good news', cleared: [] });
  const clean = { ...item.fields, words: 'A group asked; the lamp was mended.' };
  await ask(actingAs('officer'), 'PATCH', path, { revision: 1, fields: clean });
  expect((await out(2)).json.released.by).toBe('p-officer');
  const published = await publish(3);
  expect(published.json).toMatchObject({
    status: 'published',
    release: 'public',
    fields: { publishedOn: '2026-12-14' },
  });
  const rewritten = await ask(actingAs('officer'), 'PATCH', path, {
    revision: 4,
    fields: { ...clean, words: 'Bo Tran' },
  });
  expect(pathsOf(rewritten)).toEqual(['fields.words']);
});

test('V.B.2.f: a practice change says what was, what is to be, and why, and is found by its quarter', async () => {
  const fields = { bearsOn: 'communications', before: 'No call back', after: 'A call back in a day', why: 'Asked for' };
  const change = await add('practice-change', { happenedOn: '2026-10-02', fields });
  const inQuarter = await ask(
    actingAs('officer'),
    'GET',
    '/api/records/register/practice-change?from=2026-10-01&to=2026-12-31',
  );
  expect(inQuarter.json).toMatchObject({ total: 1, entries: [{ entryId: change.entryId }] });
  const before = await ask(actingAs('officer'), 'GET', '/api/records/register/practice-change?to=2026-09-30');
  expect(before.json.total).toBe(0);
});

test('V.B.2.h: all three sources are kept; of internal investigations no case, no words, and only for few', async () => {
  const need = (sourceKind: string) => ({ sourceKind, topic: 'de-escalation', audience: 'patrol' });
  for (const source of ['citizen-representatives', 'supervisors'])
    await add('training-need', { fields: { ...need(source), need: 'Listen longer' } }, 'officer');
  const internal = need('internal-investigations');
  expect((await post('training-need', { fields: internal }, 'officer')).status).toBe(403);
  expect(pathsOf(await post('training-need', { fields: { ...internal, need: 'After case 26-118' } }))).toEqual([
    'fields.need',
  ]);
  const kept = await add('training-need', { title: 'Case 26-118', fields: internal });
  expect(kept).toMatchObject({ title: 'De-escalation', fields: internal });
  const seenBy = async (role: 'officer' | 'coordinator' | 'chief') =>
    (await ask(actingAs(role), 'GET', '/api/records/register/training-need')).json.total;
  expect([await seenBy('officer'), await seenBy('coordinator'), await seenBy('chief')]).toEqual([2, 3, 3]);
  const path = `/api/records/register/training-need/${kept.entryId}`;
  expect((await ask(actingAs('officer'), 'GET', path)).status).toBe(404);
});
