import { expect, test } from 'vitest';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { findSpikes } from '#analysis/spike/spike.ts';
import { PROGRAMS } from '#data/register/programs.ts';
import { actingAs, freshStore } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const store = await freshStore();
const { ask, add, post, hear } = await openRegister(store);
const begin = (letter: string, countsOnly: boolean) =>
  add('program', { status: 'active', fields: { letter, about: 'As the order says', countsOnly } });
const ids = new Map<string, string>();
for (const { letter, countsOnly } of PROGRAMS) ids.set(letter, (await begin(letter, countsOnly)).entryId);

test.each(PROGRAMS)(
  'V.A.1.$letter: $name stands in the catalog under the order’s name and carries activity, totaled by program, group and quarter',
  async ({ letter, name, countsOnly }) => {
    const where = { placeWords: 'Library', material: [{ what: 'Cards', count: 30 }] };
    const fields = { programId: ids.get(letter), peopleReached: 12, ...(countsOnly ? {} : where) };
    const groupId = countsOnly ? null : 'eastbank';
    await add('program-activity', { groupId, happenedOn: '2026-11-02', fields }, 'officer');
    await add('program-activity', { groupId, happenedOn: '2026-08-02', fields }, 'officer');
    const totals = await ask(actingAs('officer'), 'GET', '/api/records/program-totals?from=2026-07-01&to=2026-12-31');
    const mine = totals.json.filter(({ program }: { program: string }) => program === name);
    const times = { program: name, groupId, times: 1, peopleReached: 12 };
    expect(mine).toEqual([
      expect.objectContaining({ ...times, quarter: '2026-Q3' }),
      expect.objectContaining({ ...times, quarter: '2026-Q4' }),
    ]);
  },
);

test('V.A.1.a: places with no liaison are found', async () => {
  await add('liaison', { groupId: 'eastbank', ownerId: 'p-officer', fields: { serves: 'association' } });
  const coverage = await ask(actingAs('officer'), 'GET', '/api/records/liaison-coverage');
  expect(coverage.json).toMatchObject({ groups: 3, without: [{ groupId: 'depot' }, { groupId: 'millrace' }] });
});

test('V.A.1.b: results below the minimum n are not shown by area, nor the one that would give them away, by any address', async () => {
  const questions = [{ code: 'safe', words: 'Do you feel safe?', favorable: 'Yes' }];
  const results = [
    { question: 'safe', area: 'Eastbank', answers: 90, favorable: 61 },
    { question: 'safe', area: 'Millrace', answers: 12, favorable: 9 },
    { question: 'safe', area: 'Depot', answers: 4, favorable: 3 },
  ];
  const wave = await add('survey-wave', { fields: { way: 'mail', leastAnswers: 10, questions, results } });
  const path = `/api/records/register/survey-wave/${wave.entryId}`;
  const shown = await ask(actingAs('chief'), 'GET', `/api/records/survey-waves/${wave.entryId}/answers`);
  expect(shown.json[0].answer).toEqual({
    areas: [
      { area: 'Eastbank', withheld: null, answers: 90, favorable: 61, percent: 68, margin: 10.3 },
      { area: 'Millrace', withheld: 'protects-another' },
      { area: 'Depot', withheld: 'few-answers' },
    ],
    whole: { answers: 106, percent: 69, margin: 9.5 },
  });
  const bare = [results[0], ...results.slice(1).map((row) => ({ ...row, answers: null, favorable: null }))];
  const answers = [wave, (await ask(actingAs('chief'), 'GET', path)).json.entry];
  answers.push((await ask(actingAs('chief'), 'GET', '/api/records/register/survey-wave')).json.entries[0]);
  const stale = await ask(actingAs('coordinator'), 'PATCH', path, { revision: 7, title: 'Late' });
  answers.push(stale.json.current);
  for (const answer of answers) expect(answer.fields.results).toEqual(bare);
  await ask(actingAs('coordinator'), 'PATCH', path, { revision: 1, fields: { ...wave.fields, results: bare } });
  const kept = await ask(actingAs('chief'), 'GET', `/api/records/survey-waves/${wave.entryId}/answers`);
  expect(kept.json).toEqual(shown.json);
  const low = await post('survey-wave', { fields: { way: 'mail', leastAnswers: 2, questions } });
  expect(low.json.errors[0].path).toBe('fields.leastAnswers');
});

test('V.A.1.g (and k): no address, place, name or word of these programs can be stored, past the form or past the server', async () => {
  for (const letter of ['g', 'k']) {
    const programId = ids.get(letter);
    for (const [field, value] of Object.entries({
      placeWords: '12 Linnet Street',
      notes: 'Alma Reyes, away to May',
      material: [{ what: 'Key of 12 Linnet Street', count: 1 }],
      address: '12 Linnet Street',
    })) {
      const refused = await post('program-activity', { fields: { programId, peopleReached: 3, [field]: value } });
      expect(refused.json.errors).toEqual([{ path: `fields.${field}`, message: 'No such field may be kept here.' }]);
    }
    const grouped = await post('program-activity', { groupId: 'eastbank', fields: { programId, peopleReached: 3 } });
    expect(grouped.json.errors[0].path).toBe('groupId');
    const kept = await add('program-activity', { title: '12 Linnet Street', fields: { programId, peopleReached: 3 } });
    expect(JSON.stringify(kept)).not.toContain('Linnet');
    const out = { revision: 1, to: 'public', why: 'Yearly count', cleared: [] };
    const path = `/api/records/register/program-activity/${kept.entryId}`;
    expect((await ask(actingAs('officer'), 'POST', `${path}/release`, out)).status).toBe(422);
    const behind = store.pool.query(
      `update register_entry set fields = fields || '{"home": "12 Linnet Street"}' where entry_id = $1`,
      [kept.entryId],
    );
    await expect(behind).rejects.toThrow('counts_only');
    const loosened = await ask(actingAs('coordinator'), 'PATCH', `/api/records/register/program/${programId}`, {
      revision: 1,
      fields: { letter, about: 'As the order says', countsOnly: false },
    });
    expect(loosened.json.errors[0].path).toBe('fields.countsOnly');
  }
});

test('V.A.2: what was told of statistics and self-protection is kept, to whom and when', async () => {
  const explainer = await add('explainer', {
    fields: { topic: 'self-protection', words: 'Lock it, take it, hide it.' },
  });
  const fields = { explainerId: explainer.entryId, way: 'hand-out', people: 40 };
  const given = await add('explainer-given', { groupId: 'millrace', fields });
  const page = await ask(actingAs('officer'), 'GET', `/api/records/register/explainer/${explainer.entryId}`);
  expect(page.json.linked[0]).toMatchObject({ entryId: given.entryId, groupId: 'millrace' });
});

test('V.A.3: a program that the chief has not approved takes no activity; an approved proposal becomes one that does', async () => {
  const fields = { about: 'Reading with officers', need: 'Asked for by two schools', countsOnly: false };
  const proposal = await add('proposal', { title: 'Story hour', fields }, 'officer');
  const path = `/api/records/register/proposal/${proposal.entryId}`;
  const decision = { revision: 1, verdict: 'approved', words: 'Begin in January' };
  expect((await ask(actingAs('division-commander'), 'POST', `${path}/decision`, decision)).status).toBe(403);
  expect((await ask(actingAs('officer'), 'PATCH', path, { revision: 1, status: 'approved' })).json.errors[0].path).toBe(
    'status',
  );
  const unapproved = await add('program', { title: 'Story hour', fields: { about: 'Reading', countsOnly: false } });
  const activity = (programId: string) => post('program-activity', { fields: { programId, peopleReached: 9 } });
  const refused = await activity(unapproved.entryId);
  expect(refused.status).toBe(422);
  expect(refused.json.detail).toContain('The chief has not approved Story hour');
  const approved = await ask(actingAs('chief'), 'POST', `${path}/decision`, decision);
  expect(approved.json).toMatchObject({
    status: 'approved',
    approvedBy: 'p-chief',
    fields: { answer: 'Begin in January' },
  });
  expect((await activity(approved.json.fields.programId)).status).toBe(201);
});

test('V.A.4: a planted slow rise is listed before it has four concerns, and a person accepts it with its evidence', async () => {
  await hear('C-9001', '2026-07-20', { category: 'disturbance' });
  await hear('C-9002', '2026-10-28', { category: 'disturbance' });
  await hear('C-9003', '2026-11-20', { category: 'disturbance' });
  await hear('C-9010', '2026-12-01', { category: 'theft', groupIds: ['millrace'] });
  const { json } = await ask(actingAs('officer'), 'GET', '/api/records/early-warnings');
  expect(json).toEqual([expect.objectContaining({ groupId: 'eastbank', category: 'disturbance' })]);
  const subjects = (await ask(actingAs('officer'), 'GET', '/api/records/early-warnings/subjects')).json;
  expect(subjects).toContainEqual({
    ...{ subject: 'millrace\ntheft', groupId: 'millrace', group: 'millrace', category: 'theft' },
    ...{ concerns: [{ id: 'C-9010', heardOn: '2026-12-01' }], openConcerns: [{ id: 'C-9010', since: '2026-12-01' }] },
  });
  const [first] = json[0].evidence;
  expect(first.rows.toSorted()).toEqual(['C-9002', 'C-9003']);
  const { rule, baseline, period, rows } = first;
  const unproved = { source: 'early-warning', reason: 'Fights by the bus stop' };
  expect(
    (await post('potential-problem', { fields: unproved })).json.errors.map(({ path }: { path: string }) => path),
  ).toEqual(['fields.rule', 'fields.baseline', 'fields.period', 'fields.rows']);
  const accepted = await add('potential-problem', {
    groupId: 'eastbank',
    concernIds: rows,
    fields: { ...unproved, rule, baseline, period, rows },
  });
  expect(accepted).toMatchObject({ createdBy: 'p-coordinator', fields: { rule, rows } });
});

// One concern in 45 days for most of a year; from then on the gap shrinks, to one a day.
test('V.A.4: a planted slow rise is listed before its weekly count of concerns passes the spike rule', async () => {
  const days = [...Array(8)].map((_, at) => FIRST + at * 45);
  for (const gap of [22, 17, 14, 11, 9, 7, 5, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1]) days.push((days.at(-1) ?? FIRST) + gap);
  const heardOn = days.map(toLocalDate);
  for (const [at, day] of heardOn.entries())
    await hear(`C-${9100 + at}`, day, { category: 'dumping', groupIds: ['depot'] });
  const last = toDayNumber(heardOn.at(-1) ?? '');
  const isListed = async (day: string) => {
    const officer = actingAs('officer', 'p-officer', `${day}T18:30:00`);
    const { json } = await ask(officer, 'GET', '/api/records/early-warnings');
    return json.some(({ subject }: { subject: string }) => subject === 'depot\ndumping');
  };
  const steadyTo = days[7] ?? FIRST;
  expect(await isListed(toLocalDate(steadyTo))).toBe(false);
  const listedOn = await firstDay(steadyTo, last, isListed);
  const spikeOn = await firstDay(FIRST + 8 * 7, last + 7, async (day) => {
    const weeks = Math.floor((toDayNumber(day) - FIRST) / 7); // whole weeks that are over
    const counts = [...Array(weeks)].map(
      (_, week) => heardOn.filter((on) => Math.floor((toDayNumber(on) - FIRST) / 7) === week).length,
    );
    const [found] = findSpikes([{ areaId: 'depot', category: 'dumping', counts }]).findings;
    return found !== undefined && found.verdict !== 'usual';
  });
  expect(spikeOn).not.toBeNull(); // the rise does pass the rule in the end
  expect(listedOn).not.toBeNull();
  expect(toDayNumber(spikeOn ?? '') - toDayNumber(listedOn ?? '')).toBeGreaterThanOrEqual(14);
});

const FIRST = toDayNumber('2025-10-06'); // a Monday

async function firstDay(from: number, to: number, is: (day: string) => Promise<boolean>): Promise<string | null> {
  for (let day = from; day <= to; day++) if (await is(toLocalDate(day))) return toLocalDate(day);
  return null;
}
