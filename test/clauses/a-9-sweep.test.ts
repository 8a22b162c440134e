import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { noticeRoutes } from '#server/routes/records/notices.ts';
import { patternRoutes } from '#server/routes/records/patterns.ts';
import { proofRoutes } from '#server/routes/records/proof.ts';
import { sweepRoutes } from '#server/routes/records/sweep.ts';
import { buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const ask = deskOf(
  newRoutes()
    .route('/', sweepRoutes(store))
    .route('/', patternRoutes(store))
    .route('/', noticeRoutes(store))
    .route('/', proofRoutes(store)),
);
const analyst = actingAs('analyst');
const officer = actingAs('officer', 'p-whitlock');
const WEEK = '2026-12-07';
const CALLS = [
  { callId: 'A26-0047091', kept: true, reason: '' },
  { callId: 'A26-0046878', kept: false, reason: 'A broken window at night; the others were by day.' },
];

beforeAll(() => buildTown(store));

test('A.9: an unusual week is decided with its sentence and why, made into a pattern that keeps every call it left out, and read by the officer of its group', async () => {
  const { json: pattern } = await ask(analyst, 'POST', '/api/records/patterns', {
    ...{ name: 'Cars in the lots', type: 'series', groupIds: ['eastbank'], from: WEEK, to: '2026-12-13', calls: CALLS },
    synopsis: { what: 'Cars entered', where: 'Tern Park lots', when: 'Afternoons', how: '', advice: '' },
    ...{ label: 'sensitive', release: 'internal', source: 'spike', code: 'CB-5T2R-01' },
  });
  const { json: verdict } = await ask(analyst, 'POST', '/api/records/sweep/verdicts', {
    ...{ kind: 'spike', candidateKey: 'eastbank~theft-from-vehicle', week: WEEK, category: 'theft-from-vehicle' },
    ...{ groupIds: ['eastbank'], title: 'Theft from vehicle, Eastbank', code: 'CB-5T2R-01' },
    sentence: 'Usual range 1 to 8; last week 14: unusual.',
    ...{ choice: 'pattern', reason: 'One lot, two afternoons.', watchFrom: null, patternId: pattern.patternId },
    sendTo: [officer.actor.personId],
  });

  const [told] = (await ask(officer, 'GET', '/api/records/notices?kind=sweep')).json;
  expect(told).toMatchObject({ clause: 'A.9', groupId: 'eastbank', toPersonId: officer.actor.personId });
  expect(told.words).toContain(verdict.sentence);
  expect(told.words).toContain('One lot, two afternoons.');
  const path = `/api/records/notices/${told.noticeId}/acknowledgments`;
  expect((await ask(officer, 'POST', path, { revision: told.revision, words: '' })).status).toBe(200);
  const read = (await ask(officer, 'GET', `/api/records/patterns/${pattern.patternId}`)).json;
  expect(read.pattern).toMatchObject({ groupIds: ['eastbank'], calls: CALLS });

  const span = 'profile=asheville-1902&from=2026-10-01&to=2026-12-31';
  const { clauses } = (await ask(actingAs('chief'), 'GET', `/api/records/proof?${span}`)).json;
  const proof = clauses.find(({ clause }: { clause: string }) => clause === 'A.9');
  const found = proof.rows.map(({ record, of }: { record: string; of: string }) => `${record} ${of}`).sort();
  expect(found).toEqual(['notice P-0001', 'pattern P-0001', 'sweep-verdict P-0001']);
  expect(proof.rows.map(({ title }: { title: string }) => title)).toContainEqual(expect.stringContaining(', read by '));
});
