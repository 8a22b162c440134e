import { expect, test } from 'vitest';
import { showSurvey } from '#analysis/survey/survey.ts';

const row = (area: string, answers: number) => ({ area, answers, favorable: Math.floor(answers / 2) });
const withheld = (rows: ReturnType<typeof row>[], least = 10) =>
  showSurvey(rows, least)
    .areas.filter((area) => area.withheld !== null)
    .map(({ area }) => area);

// Cochran (1977), 3.6: the margin of a share at its widest.
test('the margin of error is 3.1 points for a thousand answers and 9.8 for a hundred', () => {
  expect(showSurvey([row('a', 1000)], 10).whole?.margin).toBe(3.1);
  expect(showSurvey([row('a', 100)], 10).whole?.margin).toBe(9.8);
});

test('one small area takes the next smallest with it; two that hide enough stand alone', () => {
  expect(withheld([row('a', 90), row('b', 12), row('c', 9)])).toEqual(['b', 'c']);
  expect(withheld([row('a', 90), row('b', 8), row('c', 9)])).toEqual(['b', 'c']);
  expect(withheld([row('a', 90), row('b', 40), row('c', 3), row('d', 2)])).toEqual(['b', 'c', 'd']);
  expect(withheld([row('a', 10), row('b', 10)])).toEqual([]);
});

test('of a wave that few answered, not even the whole is shown', () => {
  expect(showSurvey([row('a', 4), row('b', 4)], 10)).toMatchObject({ whole: null });
});
