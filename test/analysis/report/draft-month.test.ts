import { expect, test } from 'vitest';
import { findPart, itemsOf, type ReportDraft } from '#analysis/report/draft.ts';
import { draftMonth } from '#analysis/report/draft-month.ts';
import { gapsOf } from '#analysis/report/gaps.ts';
import { monthPeriod } from '#analysis/report/period.ts';
import { sentenceOf } from '#analysis/report/printed.ts';
import { recordsFor } from '#analysis/report/scope.ts';
import { smallCity } from '#test/fixture/reports/city.ts';
import { aGroup } from '#test/fixture/reports/records.ts';

const november = monthPeriod('2026-11');
const whitlock = draftMonth(november, { kind: 'monthly-officer', subject: 'p-whitlock' }, smallCity);

const said = (report: ReportDraft, part: string) => {
  const found = findPart(report, part);
  return found ? sentenceOf(found) : `no part ${part}`;
};
const lines = (report: ReportDraft, part: string) =>
  itemsOf(report, part).map((item) => `${item.title}: ${sentenceOf(item)}`);

test('an officer’s month counts what the officer did, and no day of another month', () => {
  expect(said(whitlock, 'contacts')).toBe('1 contact made and 2 attempts, with 1 group reached.');
  expect(lines(whitlock, 'contacts')).toEqual([
    'Eastbank: 1 contact made, 0 attempts. Last reached Nov 12.',
    'Harrow Meadow: 0 contacts made, 2 attempts. Not reached.',
  ]);
  expect(said(whitlock, 'meetings')).toBe('2 meetings held; 1 attended by us.');
  expect(lines(whitlock, 'meetings')[0]).toBe(
    'Eastbank, Nov 10: Attended by CRO Whitlock; 14 people came. 1 promise made.',
  );
  expect(said(whitlock, 'concerns')).toBe('0 new, 1 closed, 2 open at the end of the month.');
  expect(itemsOf(whitlock, 'groups').map(({ itemId }) => itemId)).toEqual(['eastbank', 'harrow-meadow']);
});

test('the field list of a monthly report is there, each part with items or with its sentence', () => {
  expect(whitlock.parts.map(({ part }) => part)).toEqual([
    'groups',
    'contacts',
    'meetings',
    'concerns',
    'actions',
    'progress',
    'referrals',
    'patterns',
    'assessments',
    'watches',
    'recommended',
    'command',
  ]);
  for (const { items, none } of whitlock.parts) expect(items.length > 0).toBe(none === '');
});

test('each open referral prints, silent or answered, and one answered before the month does not', () => {
  expect(lines(whitlock, 'referrals')).toEqual([
    'Traffic Unit: Loud parties, Harrow Meadow: C-0317, asked Oct 12. Why: Only they may measure speed. Answer expected Oct 26. Waiting.',
    'Traffic Unit: Speeding on College Avenue: C-0305, asked Oct 20. Why: Only they may measure speed. Answered Nov 18: Two weeks of measuring: the sign helps.',
  ]);
  expect(said(whitlock, 'referrals')).toBe(
    '2 referrals open in the month; 1 silent past the day an answer was expected.',
  );
});

test('gaps come first: no contact, silent referral, meeting not attended, late promise', () => {
  const own = recordsFor({ kind: 'monthly-officer', subject: 'p-whitlock' }, smallCity, november);
  expect(gapsOf(own, smallCity, november).map(({ kind, recordId }) => [kind, recordId])).toEqual([
    ['no-contact', 'harrow-meadow'],
    ['silent-referral', 'R-0012'],
    ['meeting-not-attended', 'MT-0002'],
    ['late-promise', 'PR-0001'],
  ]);
  expect(itemsOf(whitlock, 'command')).toHaveLength(4);
});

test('a group that a colleague reached is no gap of its officer, nor is a neighborhood without a group', () => {
  const [tried] = smallCity.contacts.filter(({ contactId }) => contactId === 'CT-0004');
  if (!tried) throw new Error('the small city has no CT-0004');
  const reached = { ...tried, contactId: 'CT-0009', result: 'made' as const, officerId: 'p-ames' };
  const fallow = aGroup({ groupId: 'fallow-gate', name: 'Fallow Gate', kind: 'neighborhood' });
  const city = { ...smallCity, contacts: [...smallCity.contacts, reached], groups: [...smallCity.groups, fallow] };
  const gaps = itemsOf(draftMonth(november, { kind: 'monthly-officer', subject: 'p-whitlock' }, city), 'command');
  expect(gaps.map(({ itemId }) => itemId)).toEqual(['R-0012', 'MT-0002', 'PR-0001']);
});

test('a group’s month is what was done for it, by whomever', () => {
  const pell = draftMonth(november, { kind: 'monthly-group', subject: 'pell-street' }, smallCity);
  expect(pell.reportId).toBe('2026-11/pell-street');
  expect(said(pell, 'contacts')).toBe('1 contact made and 0 attempts, with 1 group reached.');
  expect(itemsOf(pell, 'concerns').map(({ itemId }) => itemId)).toEqual(['C-0330']);
  expect(lines(pell, 'patterns')[0]).toContain('It rests on 2 records.');
});

test('the division’s month adds up to all of its officers’', () => {
  const division = draftMonth(november, { kind: 'monthly-division', subject: 'division' }, smallCity);
  const ames = draftMonth(november, { kind: 'monthly-officer', subject: 'p-ames' }, smallCity);
  const count = (report: ReportDraft, part: string, key: string) =>
    findPart(report, part)?.figures.find((figure) => figure.key === key)?.value ?? Number.NaN;
  for (const [part, key] of [
    ['contacts', 'contacts-made'],
    ['contacts', 'contacts-tried'],
    ['concerns', 'concerns-new'],
    ['concerns', 'concerns-open'],
    ['actions', 'actions'],
  ] as const) {
    expect(count(division, part, key)).toBe(count(whitlock, part, key) + count(ames, part, key));
  }
});
