import { expect, test } from 'vitest';
import { judgeChange } from '#analysis/change/change.ts';
import { standingOf } from '#data/register/standing.ts';
import { actingAs, freshStore } from '#test/fixture/record-desk.ts';
import { openRegister } from '#test/fixture/register-desk.ts';

const { ask, add } = await openRegister(await freshStore());

test.each(['B.6', 'V.B.2.g'])(
  '%s: an assessment shows what was expected and what was seen against a comparison area, and says too early or no clear change when so',
  async () => {
    const measure = {
      what: 'Thefts from vehicles',
      beforeWeeks: 26,
      before: 60,
      afterWeeks: 6,
      after: 10,
      compareBefore: 50,
      compareAfter: 12,
    };
    const { fields } = await add('project', {
      fields: { problem: 'Windows broken', comparison: 'Linden Flats', measures: [measure] },
    });
    expect(judgeChange(fields.measures[0])).toMatchObject({ verdict: 'too-early', observed: 10 });
    const later = { ...fields.measures[0], afterWeeks: 26, after: 52, compareAfter: 51 };
    expect(judgeChange(later)).toMatchObject({ verdict: 'no-clear-change', observed: 52, expected: 61 });
    expect(judgeChange({ ...later, after: 20 }).verdict).toBe('fewer');
  },
);

test('B.7: an assessment keeps the day it was asked for and done, a state for each recommendation, and the survey it repeats', async () => {
  const asked = { assessmentKind: 'cpted', requestedBy: 'The manager', site: 'Depot lot', purpose: 'Break-ins' };
  const recommendation = { words: 'Two lamps', toWhom: 'The city', state: 'open', stateOn: '2026-10-20' };
  const first = await add('assessment', {
    groupId: 'depot',
    happenedOn: '2026-10-01',
    fields: {
      ...asked,
      visitedOn: '2026-10-12',
      items: { lighting: { answer: 'no', note: 'Two lamps out' } },
      recommendations: [recommendation],
    },
  });
  const path = `/api/records/register/assessment/${first.entryId}`;
  const undated = await ask(actingAs('officer'), 'PATCH', path, { revision: 1, status: 'done' });
  expect(undated.json.errors).toEqual([expect.objectContaining({ path: 'fields.doneOn' })]);
  const done = await ask(actingAs('officer'), 'PATCH', path, {
    revision: 1,
    status: 'done',
    fields: { ...first.fields, doneOn: '2026-10-20', recommendations: [{ ...recommendation, state: 'done' }] },
  });
  expect(done.json).toMatchObject({ happenedOn: '2026-10-01', fields: { doneOn: '2026-10-20' } });
  expect(done.json.fields.recommendations[0].state).toBe('done');
  const stateless = await ask(actingAs('officer'), 'PATCH', path, {
    revision: 2,
    fields: { ...done.json.fields, recommendations: [{ words: 'A fence' }] },
  });
  expect(stateless.json.errors).toEqual([{ path: 'fields.recommendations.0.state', message: 'Choose one.' }]);
  const again = await add('assessment', {
    groupId: 'depot',
    fields: { ...asked, resurveyOf: first.entryId, items: { lighting: { answer: 'yes' } } },
  });
  const page = (await ask(actingAs('officer'), 'GET', `/api/records/register/assessment/${again.entryId}`)).json;
  expect(page.linked[0].fields.items.lighting.answer).toBe('no');
  expect(page.entry.fields.items.lighting.answer).toBe('yes');
});

test('B.8: a lapsed watch is flagged, and no roster, only its number, can be kept', async () => {
  const current = { rosterCheckedOn: '2026-05-01', mapCheckedOn: '2026-05-01', lastMeetingOn: '2025-12-14' };
  const fields = { captain: 'A. Sorrel', rosterHeld: true, rosterHouseholds: 34, ...current };
  const watch = await add('watch', { groupId: 'millrace', status: 'active', fields });
  expect(standingOf(watch, '2026-12-14').mark).toBe('open');
  expect(standingOf(watch, '2026-12-15')).toEqual({ mark: 'lapsed', reasons: ['No meeting within a year'] });
  const counts = await ask(actingAs('officer', 'p-officer', '2026-12-15T08:00:00'), 'GET', '/api/records/register');
  expect(counts.json.find(({ kind }: { kind: string }) => kind === 'watch').marks.lapsed).toBe(1);
  const named = await ask(actingAs('officer'), 'PATCH', `/api/records/register/watch/${watch.entryId}`, {
    revision: 1,
    fields: { ...watch.fields, roster: ['Alma Reyes, 12 Linnet Street'] },
  });
  expect(named.json.errors).toEqual([{ path: 'fields.roster', message: 'No such field may be kept here.' }]);
  expect((await ask(actingAs('wall'), 'GET', '/api/records/register/watch')).status).toBe(403);
});
