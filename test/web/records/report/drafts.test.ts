import { expect, test } from 'vitest';
import { draftQuarter } from '#analysis/report/draft-quarter.ts';
import { editReport } from '#analysis/report/edit.ts';
import { quarterPeriod } from '#analysis/report/period.ts';
import type { Report } from '#data/schema/records/report.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { clashes, onTopOf, toChange, withEdit, withoutSaved } from '#web/records/report/drafts.ts';

const kept = { ...draftQuarter(quarterPeriod('2026-Q4'), smallCity, []), revision: 3 } as Report; // its receipt is of no matter here
const words = (value: string) => ({ part: 'a', itemId: 'C-0291', field: 'words' as const, value });
const none = new Map();

test('an edit back to what is kept is no edit', () => {
  const typed = withEdit(none, kept, words('Twice'));
  expect(toChange(typed, 3)).toEqual({ revision: 3, items: [{ part: 'a', itemId: 'C-0291', words: 'Twice' }] });
  expect(withEdit(typed, kept, words('')).size).toBe(0);
});

test('what was typed while it was being saved is still to save', () => {
  const sent = withEdit(none, kept, words('Twice'));
  const more = withEdit(sent, kept, words('Twice a week'));
  expect(withoutSaved(sent, sent).size).toBe(0);
  expect([...withoutSaved(more, sent).values()].map(({ value }) => value)).toEqual(['Twice a week']);
});

test('words of another at the same place clash; at another place they do not', () => {
  const mine = withEdit(none, kept, words('Mine'));
  const same = editReport(kept, { items: [{ part: 'a', itemId: 'C-0291', words: 'Theirs' }] });
  const elsewhere = editReport(kept, { summary: 'Theirs', items: [{ part: 'a', itemId: 'C-0305', words: 'Theirs' }] });
  expect(clashes(mine, same).map(({ value, base }) => [value, base])).toEqual([['Mine', '']]);
  expect(clashes(mine, elsewhere)).toEqual([]);
  expect(clashes(onTopOf(mine, same), same)).toEqual([]);
});
