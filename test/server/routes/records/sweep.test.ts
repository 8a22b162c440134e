import { beforeAll, expect, test } from 'vitest';
import { Sweep, SweepVerdict } from '#data/schema/records/sweep.ts';
import { sweepRoutes } from '#server/routes/records/sweep.ts';
import { systemActing } from '#server/store/record-store.ts';
import { audit, mailOut, notice } from '#server/store/tables/notices.ts';
import { person } from '#server/store/tables/people.ts';
import { pattern } from '#server/store/tables/sweep.ts';
import { buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(sweepRoutes(store));
const analyst = actingAs('analyst');
const officer = actingAs('officer', 'p-whitlock');
const coordinator = actingAs('coordinator');
const WEEK = '2026-12-07';
const VERDICTS = '/api/records/sweep/verdicts';
const system = systemActing(NOW);

const aVerdict = (differs = {}) => ({
  kind: 'spike',
  candidateKey: 'eastbank~theft-from-vehicle',
  week: WEEK,
  category: 'theft-from-vehicle',
  groupIds: ['eastbank'],
  title: 'Theft from vehicle, Eastbank',
  sentence: 'Usual range 3 to 9; last week 14: unusual.',
  code: 'CB-1234',
  choice: 'watch',
  reason: '',
  watchFrom: 12,
  patternId: null,
  sendTo: [],
  ...differs,
});
const judge = (candidateKey: string, differs = {}) =>
  ask(analyst, 'POST', VERDICTS, aVerdict({ candidateKey, ...differs }));
const sweepOf = async (week: string, acting = analyst) =>
  Sweep.parse((await ask(acting, 'GET', `/api/records/sweep?week=${week}`)).json);
const toldOf = async (verdictId: string) =>
  (await store.as(system, (tx) => tx.select().from(notice))).filter(({ onceKey }) => onceKey.includes(verdictId));

beforeAll(async () => {
  await buildTown(store);
  await store.as(system, async (tx) => {
    await tx.insert(person).values({
      ...{ personId: 'p-left', name: 'Gone', role: 'officer', email: 'gone@city.example', isActive: false },
    });
    await tx.insert(pattern).values({
      ...{ patternId: 'P-0001', name: 'Garages', type: 'series', from: WEEK, to: WEEK, source: 'spike' },
      ...{ calls: [{ callId: 'c-1', kept: true, reason: '' }], label: 'sensitive', release: 'internal' },
      synopsis: { what: '', where: '', when: '', how: '', advice: '' },
      ...{ createdAt: NOW, createdBy: 'p-analyst', updatedAt: NOW, updatedBy: 'p-analyst' },
    });
  });
});

test('a verdict is kept as given and stands in its week’s sweep', async () => {
  const { status, json } = await judge('a');
  expect(status).toBe(201);
  expect(SweepVerdict.parse(json)).toMatchObject({
    ...{ candidateKey: 'a', choice: 'watch', watchFrom: 12, sentTo: [], revision: 1, createdBy: 'p-analyst' },
  });
  expect((await sweepOf(WEEK, officer)).verdicts).toContainEqual(json);
  expect((await sweepOf('2026-12-14')).verdicts).toEqual([]);
});

test('a candidate that is judged already is answered with that verdict, and stays', async () => {
  const first = await judge('twice');
  const second = await judge('twice', { choice: 'dismiss', reason: 'A holiday.' });
  expect(second.status).toBe(409);
  expect(second.json.current).toEqual(first.json);
});

test('each person it is sent to is told once, by notice and by mail, with the sentence, the choice and why', async () => {
  const sendTo = ['p-whitlock', 'p-officer', 'p-whitlock'];
  const { json } = await judge('told', { reason: 'Same garage again.', sendTo });
  expect(json.sentTo).toEqual([
    { personId: 'p-whitlock', name: 'Whitlock', at: NOW },
    { personId: 'p-officer', name: 'officer', at: NOW },
  ]);
  const told = await toldOf(json.verdictId);
  expect(told.map(({ toPersonId }) => toPersonId).sort()).toEqual(['p-officer', 'p-whitlock']);
  for (const one of told) {
    expect(one).toMatchObject({ kind: 'sweep', clause: 'A.9', groupId: 'eastbank', title: json.title });
    expect(one.words).toBe(
      `${json.sentence}\nWatched; shown again from 12 on. By p-analyst.\nWhy: Same garage again.\nIn Commonbeat: /spikes?series=told`,
    );
  }
  const mails = await store.as(system, (tx) => tx.select().from(mailOut));
  const about = told.map(({ noticeId }) => noticeId);
  const sent = mails.filter((mail) => about.includes(mail.about ?? ''));
  expect(sent.map(({ to }) => to.join()).sort()).toEqual(['officer@city.example', 'whitlock@city.example']);
  expect(sent[0]).toMatchObject({ subject: json.title, text: told[0]?.words });
});

test('thinking it over tells only those who were not told before', async () => {
  const { json } = await judge('again', { sendTo: ['p-whitlock'] });
  const differs = { choice: 'pattern', reason: '', watchFrom: 12, patternId: 'P-0001' };
  const changed = await ask(analyst, 'PUT', `${VERDICTS}/${json.verdictId}`, {
    ...differs,
    revision: 1,
    sendTo: ['p-whitlock', 'p-chief'],
  });
  expect(changed.status).toBe(200);
  expect(changed.json).toMatchObject({ choice: 'pattern', patternId: 'P-0001', watchFrom: null, revision: 2 });
  expect(changed.json.sentTo.map(({ personId }: { personId: string }) => personId)).toEqual(['p-whitlock', 'p-chief']);
  const told = await toldOf(json.verdictId);
  expect(told).toHaveLength(2);
  expect(told.find(({ toPersonId }) => toPersonId === 'p-chief')?.words).toContain('/patterns/P-0001');
  const stale = await ask(analyst, 'PUT', `${VERDICTS}/${json.verdictId}`, { ...differs, revision: 1, sendTo: [] });
  expect(stale.status).toBe(409);
  expect(stale.json.current).toEqual(changed.json);
});

test('a verdict that is taken back is gone from the sweep, the audit keeps it, and it can be judged anew', async () => {
  const { json } = await judge('undone');
  const path = `${VERDICTS}/${json.verdictId}`;
  expect((await ask(analyst, 'DELETE', `${path}?revision=2`)).status).toBe(409);
  expect((await ask(analyst, 'DELETE', `${path}?revision=1`)).status).toBe(204);
  expect((await sweepOf(WEEK)).verdicts.map(({ candidateKey }) => candidateKey)).not.toContain('undone');
  const lines = await store.as(actingAs('auditor'), (tx) => tx.select().from(audit));
  const removal = lines.find(({ action, recordId }) => action === 'remove' && recordId === json.verdictId);
  expect(removal?.changed).toMatchObject({ choice: ['watch', null], sentence: [json.sentence, null] });
  expect((await ask(analyst, 'DELETE', `${path}?revision=1`)).status).toBe(404);
  expect((await judge('undone')).status).toBe(201);
});

test('what was watched last in the half year before is shown until it is judged again', async () => {
  const watch = (key: string, week: string, differs = {}) => judge(key, { week, ...differs });
  const kept = (await watch('still', '2026-11-16')).json;
  await watch('still', '2026-11-09');
  await watch('given-up', '2026-11-09');
  await watch('given-up', '2026-11-16', { choice: 'dismiss', reason: 'Over.' });
  await watch('too-long-ago', '2026-05-18');
  const longest = (await watch('just-in', '2026-05-25')).json;
  await watch('later', '2026-11-30');
  expect((await sweepOf('2026-11-23')).watched).toEqual([kept, longest]);
  await watch('still', '2026-11-23', { choice: 'dismiss', reason: 'Back to usual.' });
  expect((await sweepOf('2026-11-23')).watched).toEqual([longest]);
});

test('what a person has opened is their own, adds up, and the same twice is once', async () => {
  const see = (keys: string[], acting = analyst) =>
    ask(acting, 'PUT', '/api/records/sweep/seen', {
      week: WEEK,
      seen: keys.map((candidateKey) => ({ kind: 'spike', candidateKey })),
    });
  expect((await see(['b', 'a'])).status).toBe(204);
  expect((await see(['a', 'c'])).status).toBe(204);
  expect((await see([])).status).toBe(204);
  await see(['of-another'], officer);
  const seen = async (week: string, acting = analyst) =>
    (await sweepOf(week, acting)).seen.map(({ candidateKey }) => candidateKey);
  expect(await seen(WEEK)).toEqual(['a', 'b', 'c']);
  expect(await seen(WEEK, officer)).toEqual(['of-another']);
  expect(await seen('2026-11-30')).toEqual([]);
});

test.each([
  ['a day that is no Monday', { week: '2026-12-08' }, 'week'],
  ['a year that the database does not know', { week: '0000-01-03' }, 'week'],
  ['a week to come', { week: '2026-12-21' }, 'week'],
  ['a dismissal without why', { choice: 'dismiss' }, 'reason'],
  ['a pattern that is not named', { choice: 'pattern' }, 'patternId'],
  ['a pattern that is not there', { choice: 'pattern', patternId: 'P-9999' }, 'patternId'],
  ['a group that is not there', { groupIds: ['eastbank', 'nowhere'] }, 'groupIds.1'],
  ['a person that is not there', { sendTo: ['p-officer', 'p-nobody'] }, 'sendTo.1'],
  ['a person who has left', { sendTo: ['p-left'] }, 'sendTo.0'],
  ['a person who may not read it', { sendTo: ['p-city-partner'] }, 'sendTo.0'],
])('%s is refused by its field, and nothing is kept', async (_, differs, field) => {
  const { status, json } = await judge('refused', differs);
  expect([status, json.errors.map(({ path }: { path: string }) => path)]).toEqual([422, [field]]);
  expect((await sweepOf(WEEK)).verdicts.map(({ candidateKey }) => candidateKey)).not.toContain('refused');
});

test('who may not judge is turned away; who may not read sees nothing', async () => {
  expect((await ask(officer, 'POST', VERDICTS, aVerdict())).status).toBe(403);
  expect((await ask(actingAs('city-partner'), 'GET', `/api/records/sweep?week=${WEEK}`)).status).toBe(403);
  expect((await ask(analyst, 'PUT', `${VERDICTS}/V-9999`, {})).status).toBe(422);
  expect((await ask(analyst, 'GET', '/api/records/sweep?week=2026-12-09')).json.errors[0].path).toBe('week');
});

test('a verdict on a protected kind is neither shown nor told to who reads no such calls', async () => {
  const differs = { category: 'mental-health', title: 'Mental health, Eastbank', week: '2026-11-02' };
  const told = await judge('protected', { ...differs, sendTo: ['p-chief', 'p-whitlock'] });
  expect([told.status, told.json.errors[0].path]).toEqual([422, 'sendTo.1']);
  const { json } = await judge('protected', { ...differs, sendTo: ['p-chief'] });
  const [notice] = await toldOf(json.verdictId);
  expect(notice).toMatchObject({ toPersonId: 'p-chief', groupId: null });
  expect(JSON.stringify(notice)).not.toMatch(/mental|eastbank|Usual range/i);
  for (const week of ['2026-11-02', '2026-11-09']) {
    const seenBy = async (acting: typeof analyst) => {
      const { verdicts, watched } = await sweepOf(week, acting);
      return [...verdicts, ...watched].some(({ verdictId }) => verdictId === json.verdictId);
    };
    expect([await seenBy(analyst), await seenBy(officer), await seenBy(coordinator)]).toEqual([true, false, false]);
  }
  expect((await ask(coordinator, 'DELETE', `${VERDICTS}/${json.verdictId}?revision=1`)).status).toBe(404);
  const own = await ask(coordinator, 'POST', VERDICTS, aVerdict({ ...differs, candidateKey: 'protected' }));
  expect([own.status, own.json.errors[0].path]).toEqual([422, 'category']);
});
