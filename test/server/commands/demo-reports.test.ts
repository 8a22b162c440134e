import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonicalReport } from '#analysis/report/canonical.ts';
import { findLacks } from '#analysis/report/lacks.ts';
import { makeLife } from '#data/demo/life/life.ts';
import { WRONG_QUARTER } from '#data/demo/life/report-words.ts';
import { Report } from '#data/schema/records/report.ts';
import { demoSource } from '#server/commands/demo-records.ts';
import { makeReports } from '#server/commands/demo-reports.ts';

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

test('what was sent carries the hash of what it says, and the receipt of whom it went to', () => {
  for (const report of reports.filter(({ status }) => status === 'received')) {
    expect(report.hash).toBe(createHash('sha256').update(canonicalReport(report)).digest('hex'));
    expect(report.receivedBy).not.toBeNull();
  }
});

test('one quarter left a concern out, and only that one would be refused today', () => {
  const refused = sent.flatMap((report, i) => {
    const earlier = sent.slice(Math.max(0, i - 1), i);
    const lacks = findLacks(report, { earlier, fresh: null, unsentEarlier: null, today: '2026-12-14' });
    return lacks.map(({ code }) => [report.reportId, code]);
  });
  expect(refused).toEqual([[WRONG_QUARTER.name, 'dropped']]);
});

test('the draft of this quarter still needs actions and the end of the quarter', () => {
  const [draft] = quarters.slice(-1);
  expect(draft).toBeDefined();
  if (!draft) return;
  const lacks = findLacks(draft, { earlier: sent.slice(-1), fresh: null, unsentEarlier: null, today: '2026-12-14' });
  expect(new Set(lacks.map(({ code }) => code))).toEqual(new Set(['no-action', 'not-ended']));
});
