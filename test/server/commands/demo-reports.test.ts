import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalReport } from '#analysis/report/canonical.ts';
import { findLacks } from '#analysis/report/lacks.ts';
import { receiverOf, standingOf } from '#analysis/report/standing.ts';
import { makeLife } from '#data/demo/life/life.ts';
import { CROS, PEOPLE } from '#data/demo/life/people.ts';
import { DUE_TODAY, MONTH_DUE_DAYS, WRONG_QUARTER } from '#data/demo/life/report-words.ts';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import { Report } from '#data/schema/records/report.ts';
import { demoSource } from '#server/commands/demo-records.ts';
import { makeReports } from '#server/commands/demo-reports.ts';

const TODAY = '2026-12-14';
const choices = { ...USUAL_CHOICES, monthlyReportDueDays: MONTH_DUE_DAYS };
const reports = makeReports(makeLife(demoSource()));
const quarters = reports.filter(({ kind }) => kind === 'quarterly');
const sent = quarters.filter(({ status }) => status !== 'draft');

test('29 monthly rounds and nine quarters were sent; the tenth quarter is a draft', () => {
  const rounds = reports.filter(({ kind, status }) => kind === 'monthly-division' && status === 'received');
  expect(rounds).toHaveLength(29);
  expect(sent).toHaveLength(9);
  expect(quarters.filter(({ status }) => status === 'draft').map(({ reportId }) => reportId)).toEqual(['2026-Q4']);
  for (const report of reports) expect(Report.safeParse(report).error).toBeUndefined();
});

test('what was sent carries the hash of what it says, and the receipt of the one it is for', () => {
  const roleOf = (personId: string | null) => PEOPLE.find((person) => person.personId === personId)?.role;
  for (const report of reports.filter(({ status }) => status === 'received')) {
    expect(report.hash).toBe(createHash('sha256').update(canonicalReport(report)).digest('hex'));
    expect([report.reportId, roleOf(report.receivedBy)]).toEqual([report.reportId, receiverOf(report, choices)]);
  }
});

test('each officer sent 28 months or 29, three groups have reports of their own, and one report is due today', () => {
  const months = reports.filter(({ kind }) => kind === 'monthly-officer');
  for (const officer of CROS) expect(months.filter(({ subject }) => subject === officer)).toHaveLength(29);
  const groups = reports.filter(({ kind }) => kind === 'monthly-group');
  expect(new Set(groups.map(({ subject }) => subject)).size).toBe(3);
  const standings = reports.map((report) => ({ report, ...standingOf(report, TODAY, choices) }));
  const due = standings.filter(({ dueOn, report }) => dueOn === TODAY && report.status === 'draft');
  expect(due.map(({ report }) => report.reportId)).toEqual([DUE_TODAY]);
  expect(standings.filter(({ daysLate }) => daysLate > 0).map(({ report }) => report.reportId)).toEqual([
    '2026-03/p-teague',
  ]);
});

test('one quarter left a concern out, and only that one would be refused today', () => {
  const refused = sent.flatMap((report, i) => {
    const earlier = sent.slice(Math.max(0, i - 1), i);
    const lacks = findLacks(report, { earlier, fresh: null, unsentEarlier: null, today: TODAY });
    return lacks.map(({ code }) => [report.reportId, code]);
  });
  expect(refused).toEqual([[WRONG_QUARTER.name, 'dropped']]);
});

test('the draft of this quarter still needs actions and the end of the quarter', () => {
  const [draft] = quarters.slice(-1);
  expect(draft).toBeDefined();
  if (!draft) return;
  const lacks = findLacks(draft, { earlier: sent.slice(-1), fresh: null, unsentEarlier: null, today: TODAY });
  expect(new Set(lacks.map(({ code }) => code))).toEqual(new Set(['no-action', 'not-ended']));
});
