import { expect, test } from 'vitest';
import { daysIn } from '#server/commands/days-in.ts';

const span = { paths: [], titles: [], city: 'Testville', firstDay: '2026-01-01', cutoffLocal: '2026-12-13T23:50:00' };
const byDay = { span: { ...span, lastDay: '2026-12-13' }, isMonthly: false };
const byMonth = { ...byDay, isMonthly: true }; // one source of two

test('a period that is in wholly is left as it is', () => {
  expect(daysIn(byDay, { from: '2026-11-01', to: '2026-11-30' })).toEqual({
    ...{ from: '2026-11-01', to: '2026-11-30', said: '' },
  });
  expect(daysIn(byMonth, { from: '2026-11-01', to: '2026-11-30' }).said).toBe(
    'Of some calls only the month is known, and November 2026 is the last month that is in.',
  );
});

test('a period whose end is not in ends with the last day that is, or with the last whole month', () => {
  const asked = { from: '2026-11-01', to: '2026-12-31' };
  expect(daysIn(byDay, asked)).toEqual({
    ...{ from: '2026-11-01', to: '2026-12-13' },
    said: 'The calls are in up to 2026-12-13: what was asked for up to 2026-12-31 ends there.',
  });
  expect(daysIn(byMonth, asked)).toMatchObject({ from: '2026-11-01', to: '2026-11-30' });
});

test('a period of which nothing is in is refused with what can be chosen', () => {
  expect(() => daysIn(byDay, { from: '2026-12-14', to: '2026-12-31' })).toThrow('choose that day or earlier ones');
  expect(() => daysIn(byMonth, { from: '2026-12-01', to: '2026-12-31' })).toThrow('choose 2026-11 or an earlier month');
});
