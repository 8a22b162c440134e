import { expect, test } from 'vitest';
import { findUnsent, periodsDue, spansInWords } from '#analysis/report/unsent.ts';

const year = { from: '2026-01-01', to: '2026-12-31', dueDaysAfter: 5 };
const namesOf = (periods: readonly { name: string }[]) => periods.map(({ name }) => name);

test('a month is due the day after its due day, and not while it may still be written', () => {
  const asked = { ...year, every: 'month' as const, from: '2026-10-15' };
  expect(namesOf(periodsDue({ ...asked, today: '2026-12-05' }))).toEqual(['2026-10']);
  expect(namesOf(periodsDue({ ...asked, today: '2026-12-06' }))).toEqual(['2026-10', '2026-11']);
  expect(periodsDue({ ...asked, to: '2026-10-30', today: '2027-06-01' })).toEqual([]); // October had not ended
  expect(namesOf(periodsDue({ ...year, every: 'quarter', today: '2026-12-14' }))).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
  ]);
});

const months = periodsDue({ ...year, every: 'month', today: '2026-05-20' });
const owner = (subject: string, from = '2025-01-01', to: string | null = null) => ({
  subject,
  name: subject.toUpperCase(),
  from,
  to,
});

test('each author owes the months they were in office, and those who miss the same ones stand together', () => {
  const sent = new Set(['2026-01/ann', '2026-01/bo', '2026-02/ann', '2026-02/bo', '2026-03/cy']);
  const owing = [owner('ann'), owner('bo'), owner('cy', '2026-03-31'), owner('di', '2025-01-01', '2026-02-01')];
  expect(findUnsent(owing, months, sent)).toEqual([
    { names: ['ANN', 'BO'], periods: ['2026-03', '2026-04'] },
    { names: ['CY'], periods: ['2026-04'] },
    { names: ['DI'], periods: ['2026-01', '2026-02'] },
  ]);
});

test('two spans of one author owe each month once, and nobody who sent all of them is named', () => {
  const owing = [owner('ann', '2025-01-01', '2026-01-10'), owner('ann', '2026-01-20', '2026-02-01'), owner('bo')];
  const sent = new Set(months.map(({ name }) => `${name}/bo`));
  expect(findUnsent(owing, months, sent)).toEqual([{ names: ['ANN'], periods: ['2026-01', '2026-02'] }]);
});

test('months and quarters that follow one another are told as one span, over the year’s end too', () => {
  expect(spansInWords(['2025-11', '2025-12', '2026-01', '2026-03'])).toBe('November 2025 to January 2026, March 2026');
  expect(spansInWords(['2025-Q4', '2026-Q1', '2026-Q3'])).toBe('2025-Q4 to 2026-Q1, 2026-Q3');
});
