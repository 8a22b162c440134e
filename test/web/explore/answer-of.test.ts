import { expect, test } from 'vitest';
import type { Explored } from '#web/compute/door.ts';
import { answerOf } from '#web/explore/answer-of.ts';

const none: Explored = {
  weeks: [],
  months: [],
  hourOfWeek: [],
  hoursOfExposure: [],
  withoutHour: 0,
  types: [],
  categories: [],
  places: [],
  areas: [],
  calls: 0,
};
const now = '2026-12-14T07:42:00';

test('the answer is the last full week, not the running one', () => {
  const weeks = [
    { week: '2026-12-07', count: 83, low: 50, high: 84, complete: true },
    { week: '2026-12-14', count: 1, low: null, high: null, complete: false },
  ];
  expect(answerOf({ ...none, weeks }, '2026-12-07', now, 'Dec 7 to 13')).toMatchObject({
    sentence: 'Usual range 50 to 84; last week 83: usual.',
    verdict: 'usual',
  });
});

test('calls that never came are said as zero, without a verdict', () => {
  expect(answerOf(none, '2026-12-07', now, 'Dec 7 to 13')).toMatchObject({
    sentence: 'Last week 0; too little history for a usual range.',
    verdict: 'not-judged',
  });
});

test('months are counted and never judged as weeks', () => {
  const months = [{ month: '2019-12-01', count: 14_852 }];
  expect(answerOf({ ...none, months, calls: 14_852 }, '2019-10-21', now, 'Dec 2019')).toMatchObject({
    sentence: '14,852 calls, Dec 2019; not judged, since the source gives months only.',
    verdict: 'not-judged',
  });
});

test('a selection that is a judged series has its verdict, not that of the line', () => {
  const weeks = [{ week: '2026-12-07', count: 7, low: 0, high: 4, complete: true }];
  const series = {
    areaId: '0331',
    category: 'assault',
    week: '2026-12-07',
    observed: 7,
    expected: 1.6,
    low: 0,
    high: 4,
    p: 0.001,
    q: 0.12,
    verdict: 'watch' as const,
    direction: 'above' as const,
    method: 'negative-binomial' as const,
    weeksOfHistory: 520,
    concerns: 0,
  };
  const said = (judged: (typeof series)[]) => answerOf({ ...none, weeks }, '2026-12-07', now, 'Dec 7 to 13', judged);
  expect(said([]).verdict).toBe('unusual');
  expect(said([series])).toMatchObject({ verdict: 'watch', sentence: 'Usual range 0 to 4; last week 7: watch.' });
  expect(said([{ ...series, observed: 6 }]).verdict).toBe('unusual');
});
