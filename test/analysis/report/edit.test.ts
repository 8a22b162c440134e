import { expect, test } from 'vitest';
import { canonicalReport } from '#analysis/report/canonical.ts';
import { itemsOf } from '#analysis/report/draft.ts';
import { draftQuarter } from '#analysis/report/draft-quarter.ts';
import { editReport, refreshReport, strayEdits } from '#analysis/report/edit.ts';
import { quarterPeriod } from '#analysis/report/period.ts';
import { isAuthor, standingOf } from '#analysis/report/standing.ts';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import type { Report } from '#data/schema/records/report.ts';
import { smallCity } from '#test/fixture/reports/city.ts';

const Q3 = quarterPeriod('2026-Q3');
const Q4 = quarterPeriod('2026-Q4');
const earlier = [{ ...draftQuarter(Q3, smallCity, []) } as Report]; // its receipt is of no matter here
const q4 = draftQuarter(Q4, smallCity, earlier);
const actionIn = (report: typeof q4, part: string) => itemsOf(report, part).find((i) => i.itemId === 'C-0317')?.action;

test('an action is decided once and stands in parts c and d', () => {
  const edited = editReport(q4, { items: [{ part: 'd', itemId: 'C-0317', action: 'Refer up', words: 'We tried.' }] });
  expect([actionIn(edited, 'a'), actionIn(edited, 'c'), actionIn(edited, 'd')]).toEqual(['', 'Refer up', 'Refer up']);
  expect(itemsOf(edited, 'c').find((item) => item.itemId === 'C-0317')?.words).toBe('');
});

test('words and actions outlive new figures', () => {
  const edited = editReport(q4, { items: [{ part: 'd', itemId: 'C-0317', action: 'Refer up', words: 'We tried.' }] });
  const later = { ...smallCity, updates: [] };
  const refreshed = refreshReport(edited, draftQuarter(Q4, later, earlier));
  const item = itemsOf(refreshed, 'd').find(({ itemId }) => itemId === 'C-0317');
  expect([item?.words, item?.action]).toEqual(['We tried.', 'Refer up']);
  expect(itemsOf(refreshed, 'a')[0]?.figures[0]?.value).toBe(0);
});

test('a drafted reason falls when the concern is opened again', () => {
  const reopened = smallCity.concerns.map((each) => ({ ...each, closedOn: null, closeReason: null }));
  const refreshed = refreshReport(q4, draftQuarter(Q4, { ...smallCity, concerns: reopened }, earlier));
  expect(itemsOf(q4, 'c').find(({ itemId }) => itemId === 'C-0305')?.reasonForNone).not.toBe('');
  expect(itemsOf(refreshed, 'c').find(({ itemId }) => itemId === 'C-0305')?.reasonForNone).toBe('');
});

test('an edit of what is not there is named', () => {
  expect(
    strayEdits(q4, { items: [{ part: 'a', itemId: 'C-9999', words: 'x' }], none: [{ part: 'z', none: '' }] }),
  ).toEqual(['part z', 'C-9999 in part a']);
});

test('the canonical text does not depend on the order of keys, and holds no receipt', () => {
  const report = { ...q4, status: 'sent', sentAt: '2027-01-04T09:00:00', sentBy: 'p-c' } as Report; // its kept columns are not hashed
  const turned = Object.fromEntries(Object.entries(report).reverse()) as Report;
  expect(canonicalReport(turned)).toBe(canonicalReport(report));
  expect(canonicalReport({ ...report, status: 'received', receivedBy: 'p-chief' })).toBe(canonicalReport(report));
  expect(canonicalReport({ ...report, summary: 'Another' })).not.toBe(canonicalReport(report));
});

test('a report is due on its day, late on the day after, and stays late once sent', () => {
  const draft = { kind: 'quarterly', to: '2026-12-31', status: 'draft', sentAt: null } as const;
  expect(standingOf(draft, '2026-12-31', USUAL_CHOICES).state).toBe('running');
  expect(standingOf(draft, '2027-01-15', USUAL_CHOICES)).toEqual({ dueOn: '2027-01-15', state: 'due', daysLate: 0 });
  expect(standingOf(draft, '2027-01-16', USUAL_CHOICES)).toEqual({ dueOn: '2027-01-15', state: 'late', daysLate: 1 });
  const sent = { ...draft, status: 'sent', sentAt: '2027-01-18T09:00:00' } as const;
  expect(standingOf(sent, '2027-03-01', USUAL_CHOICES)).toEqual({ dueOn: '2027-01-15', state: 'sent', daysLate: 3 });
});

test('an officer’s month is the officer’s own; a group’s is its liaison’s', () => {
  const officer = { personId: 'p-ames', role: 'officer' } as const;
  const liaisonOf = (groupId: string) => (groupId === 'pell-street' ? 'p-ames' : 'p-whitlock');
  expect(isAuthor({ kind: 'monthly-officer', subject: 'p-ames' }, officer, liaisonOf)).toBe(true);
  expect(isAuthor({ kind: 'monthly-officer', subject: 'p-whitlock' }, officer, liaisonOf)).toBe(false);
  expect(isAuthor({ kind: 'monthly-group', subject: 'pell-street' }, officer, liaisonOf)).toBe(true);
  expect(isAuthor({ kind: 'monthly-group', subject: 'eastbank' }, officer, liaisonOf)).toBe(false);
  expect(isAuthor({ kind: 'quarterly', subject: null }, officer, liaisonOf)).toBe(false);
});
