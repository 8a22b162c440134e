import { expect, test } from 'vitest';
import { answerSentence, toLookAt, verdictOf, weekInWords } from '#web/ask/verdicts.ts';

const now = '2026-12-14T07:42:00'; // a Monday

test('a week is called last week only while it is', () => {
  expect(weekInWords('2026-12-07', now)).toBe('last week');
  expect(weekInWords('2026-12-14', now)).toBe('this week');
  expect(weekInWords('2021-08-02', now)).toBe('week of Aug 2, 2021');
  expect(weekInWords('2026-08-03', now)).toBe('week of Aug 3');
});

test('the answer stands on its usual range, and says when it is below', () => {
  expect(answerSentence({ observed: 52, low: 24, high: 41, verdict: 'unusual' }, 'last week')).toBe(
    'Usual range 24 to 41; last week 52: unusual.',
  );
  expect(answerSentence({ observed: 10, low: 24, high: 41, verdict: 'watch' }, 'last week')).toBe(
    'Usual range 24 to 41; last week 10: watch, below it.',
  );
});

test('without a range there is no verdict, and the sentence says why', () => {
  expect(answerSentence({ observed: 3, low: null, high: null, verdict: 'not-judged' }, 'week of Aug 2')).toBe(
    '3 in the week of Aug 2; too little history for a usual range.',
  );
});

test('an incomplete week is never judged', () => {
  const week = { week: '2026-12-14', count: 0, low: 20, high: 40 };
  expect(verdictOf({ ...week, complete: false })).toBe('not-judged');
  expect(verdictOf({ ...week, complete: true })).toBe('watch');
});

test('only watch and unusual are to be looked at, in the order of their evidence', () => {
  const series = (category: string, verdict: 'usual' | 'watch' | 'unusual') => ({
    areaId: 'eastbank',
    category,
    week: '2026-12-07',
    observed: 14,
    expected: 5,
    low: 3,
    high: 9,
    p: 0.001,
    q: 0.01,
    verdict,
    direction: 'above' as const,
    method: 'negative-binomial' as const,
    weeksOfHistory: 129,
    concerns: 2,
  });
  const found = toLookAt([series('noise', 'unusual'), series('theft', 'usual'), series('arson', 'watch')]);
  expect(found.map(({ category }) => category)).toEqual(['noise', 'arson']);
});
