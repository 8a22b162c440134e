import { expect, test } from 'vitest';
import { contactRoutes } from '#server/routes/records/contacts.ts';
import { dutyRoutes } from '#server/routes/records/duties.ts';
import { actingAs, deskOf, freshStore } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const { ask, add, post } = await openRegister(store);

test('A.9: a request, its pattern and the group that was told are traced from either end, and a spike names rule, baseline, period and rows', async () => {
  const request = await add('analysis-request', {
    title: 'Thefts by the lot',
    groupId: 'eastbank',
    ownerId: 'p-analyst',
    fields: { question: 'Which hours?' },
  });
  const path = `/api/records/register/analysis-request/${request.entryId}`;
  const unproved = { answer: 'Wednesday afternoons', patternType: 'hot-place' };
  const refused = await ask(actingAs('analyst'), 'PATCH', path, {
    revision: 1,
    status: 'answered',
    fields: { ...request.fields, ...unproved },
  });
  expect(refused.json.errors).toEqual([expect.objectContaining({ path: 'fields.rule' })]);
  const evidence = {
    rule: 'spike, 1 in 100',
    baseline: '26 weeks',
    period: '2026-12-07 to 2026-12-13',
    rows: ['CB-5T2R-01'],
  };
  const answered = await ask(actingAs('analyst'), 'PATCH', path, {
    revision: 1,
    status: 'answered',
    fields: {
      ...request.fields,
      ...unproved,
      ...evidence,
      briefed: [{ groupId: 'eastbank', toldOn: '2026-12-10', what: 'Park at the front' }],
    },
  });
  expect(answered.json.fields).toMatchObject(evidence);
  const problem = await add('potential-problem', {
    groupId: 'eastbank',
    fields: { source: 'spike', reason: 'Rising', ...evidence, analysisRequest: request.entryId },
  });
  const linkedOf = async (kind: string, id: string) =>
    (await ask(actingAs('officer'), 'GET', `/api/records/register/${kind}/${id}`)).json.linked.map(
      ({ entryId }: { entryId: string }) => entryId,
    );
  expect(await linkedOf('analysis-request', request.entryId)).toEqual([problem.entryId]);
  expect(await linkedOf('potential-problem', problem.entryId)).toEqual([request.entryId]);
  const ofGroup = await ask(actingAs('officer'), 'GET', '/api/records/register-entries?groupId=eastbank');
  expect(ofGroup.json.total).toBe(2);
});

test('B.2: a news item is internal until a person lets it out, with a reason, after its words were looked through', async () => {
  const words = 'An arrest was made. Questions to 828-555-0143 or to Alma Reyes, 12 Linnet Street.';
  const item = await add('news', {
    groupId: 'eastbank',
    release: 'public',
    fields: { newsKind: 'significant-case', words },
  });
  expect(item.release).toBe('internal');
  const path = `/api/records/register/news/${item.entryId}`;
  expect((await ask(actingAs('officer'), 'PATCH', path, { revision: 1, release: 'public' })).json.release).toBe(
    'internal',
  );
  const out = (revision: number, cleared: string[]) =>
    ask(actingAs('officer'), 'POST', `${path}/release`, { revision, to: 'public', why: 'For the meeting', cleared });
  const refused = await out(2, []);
  expect(refused.status).toBe(422);
  expect(refused.json.errors.map(({ message }: { message: string }) => message)).toEqual([
    'phone: 828-555-0143',
    'address: 12 Linnet Street',
    'name: Alma Reyes',
  ]);
  const clean = { ...item.fields, words: 'An arrest was made. Questions to 828-555-0143.' };
  await ask(actingAs('officer'), 'PATCH', path, { revision: 2, fields: clean });
  const released = await out(3, ['828-555-0143']);
  expect(released.json).toMatchObject({ release: 'public', released: { by: 'p-officer', cleared: ['828-555-0143'] } });
  const changed = await ask(actingAs('officer'), 'PATCH', path, {
    revision: 4,
    fields: { ...clean, words: 'Two arrests.' },
  });
  expect(changed.json).toMatchObject({ release: 'internal', released: null });
});

test('B.4: that an explainer was given to a group on a day stands in the group’s log', async () => {
  const explainer = await add('explainer', { fields: { topic: 'procedure', words: 'How to get a report.' } });
  const given = { explainerId: explainer.entryId, way: 'meeting' };
  expect((await post('explainer-given', { fields: given })).json.errors).toEqual([
    { path: 'groupId', message: 'Name the group.' },
  ]);
  const giving = await add('explainer-given', { groupId: 'millrace', happenedOn: '2026-11-03', fields: given });
  const log = await ask(actingAs('officer'), 'GET', '/api/records/register-entries?groupId=millrace');
  expect(log.json.entries).toEqual([expect.objectContaining({ entryId: giving.entryId, happenedOn: '2026-11-03' })]);
});

test('B.5: a consultation is a contact that was made, and counts for the quarter’s clock as one', async () => {
  const askContacts = deskOf(contactRoutes(store));
  const askDuties = deskOf(dutyRoutes(store));
  const officer = actingAs('officer', 'p-officer', '2027-02-10T09:00:00');
  const clock = async () =>
    (await askDuties(officer, 'GET', '/api/records/duties/board')).json.groups.find(
      ({ groupId }: { groupId: string }) => groupId === 'depot',
    ).clock;
  const consultation = {
    groupId: 'depot',
    representativeId: null,
    result: 'made',
    way: 'consultation',
    at: '2027-02-02T18:00:00',
    officerId: 'p-officer',
    topics: 'The lot behind the mill',
    next: '',
  };
  expect(await clock()).toMatchObject({ owed: true, state: 'due', dueOn: '2027-03-31' });
  await askContacts(officer, 'POST', '/api/records/contacts', { ...consultation, result: 'attempted' });
  expect(await clock()).toMatchObject({ state: 'due', attempts: 1 });
  const made = await askContacts(officer, 'POST', '/api/records/contacts', consultation);
  expect(made.status).toBe(201);
  expect(made.json).toMatchObject({ result: 'made', way: 'consultation' });
  expect(await clock()).toMatchObject({ state: 'done', attempts: 1 });
});
