import { expect, test } from 'vitest';
import type { CallRow } from '#web/compute/door.ts';
import { explain, type Facts } from '#web/spikes/explain.ts';

const call = (id: string, placeKey: string | null, receivedLocal: string, origin = 'public'): CallRow => ({
  id,
  receivedLocal,
  timePrecision: 'minute',
  typeCode: 'THEFT FROM VEHICLE',
  category: 'theft-from-vehicle',
  origin,
  addressBlock: null,
  placeKey,
  disposition: null,
  placement: 'placed',
  lon: -80.2,
  lat: 36.4,
});

// Fourteen calls where three to nine are usual; half of them at one lot.
const facts: Facts = {
  series: {
    areaId: 'eastbank',
    category: 'theft-from-vehicle',
    week: '2026-12-07',
    observed: 14,
    expected: 5.6,
    low: 3,
    high: 9,
    p: 0.0004,
    q: 0.02,
    verdict: 'unusual',
    direction: 'above',
    method: 'negative-binomial',
    weeksOfHistory: 129,
    concerns: 2,
  },
  places: [{ placeKey: 'lot', label: 'TERN PARK LOT 1', lon: -80.2, lat: 36.4, count: 5 }],
  types: [{ code: 'THEFT FROM VEHICLE', category: 'theft-from-vehicle', count: 14 }],
  typesBefore: [{ code: 'THEFT FROM VEHICLE', category: 'theft-from-vehicle', count: 290 }],
  calls: [call('1', 'lot', '2026-12-09T13:05:00'), call('2', 'lot', '2026-12-10T13:20:00')],
  elsewhere: { week: '2026-12-07', count: 61, low: 50, high: 70, complete: true },
  others: '23 groups',
  reportingLagDays: 0,
};
const answerTo = (question: string, changes: Partial<Facts> = {}) => {
  const found = explain({ ...facts, ...changes }).find((each) => each.question === question);
  if (!found) throw new Error(`“${question}” was not asked`);
  return found;
};

test('a rise here alone is told from a rise everywhere', () => {
  expect(answerTo('Only here?').answer).toBe('Yes. The other 23 groups had 61; usual 50 to 70.');
  const everywhere = { week: '2026-12-07', count: 88, low: 50, high: 70, complete: true };
  expect(answerTo('Only here?', { elsewhere: everywhere })).toMatchObject({ verdict: 'watch' });
  expect(answerTo('Only here?', { elsewhere: null }).verdict).toBe('not-judged');
});

test('one place that holds much of the rise is named', () => {
  expect(answerTo('One place?')).toMatchObject({
    verdict: 'watch',
    answer: 'Partly. 5 of 14 came from Tern Park Lot 1.',
  });
  const loud = [{ placeKey: 'lot', label: 'Lot', lon: 0, lat: 0, count: 8 }];
  expect(answerTo('One place?', { places: loud }).answer).toBe('Yes. 8 of 14 came from Lot.');
  const spread = [{ placeKey: 'lot', label: 'Lot', lon: 0, lat: 0, count: 2 }];
  expect(answerTo('One place?', { places: spread }).verdict).toBe('usual');
});

test('a source word that was never used before is a recording change, a rare one is not', () => {
  const fresh = [{ code: 'LARCENY - AUTO', category: 'theft-from-vehicle', count: 6 }];
  expect(answerTo('Recording change?', { types: fresh }).answer).toMatch(/“Larceny - auto” \(6 calls\) was not used/);
  expect(answerTo('Recording change?').verdict).toBe('usual');
});

test('two calls at a place within half an hour may be one thing; a day apart they are two', () => {
  expect(answerTo('Filed twice?').verdict).toBe('usual');
  const twice = [call('1', 'lot', '2026-12-09T13:05:00'), call('2', 'lot', '2026-12-09T13:35:00')];
  expect(answerTo('Filed twice?', { calls: twice }).answer).toBe(
    'Perhaps. 1 pair at the same place within 30 minutes.',
  );
  const nowhere = twice.map((each) => ({ ...each, placeKey: null }));
  expect(answerTo('Filed twice?', { calls: nowhere }).verdict).toBe('usual');
});

test('calls begun by officers are said to measure activity', () => {
  const patrol = [call('1', 'a', '2026-12-09T13:05:00', 'officer'), call('2', 'b', '2026-12-09T14:05:00')];
  expect(answerTo('More patrol?', { calls: patrol }).answer).toMatch(/^1 of 2 were begun by officers/);
  expect(answerTo('More patrol?').verdict).toBe('usual');
});
