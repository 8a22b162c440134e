import { createHash } from 'node:crypto';
import { canonicalReport } from '#analysis/report/canonical.ts';
import type { ReportDraft } from '#analysis/report/draft.ts';
import { draftMonth } from '#analysis/report/draft-month.ts';
import { draftQuarter } from '#analysis/report/draft-quarter.ts';
import { monthPeriod, type Period, quarterPeriod } from '#analysis/report/period.ts';
import type { ReportRecords } from '#analysis/report/report-records.ts';
import type { Scope } from '#analysis/report/scope.ts';
import { addDays } from '#analysis/shared/days.ts';
import { keptAt } from '#data/demo/life/kept.ts';
import type { DemoLife } from '#data/demo/life/life.ts';
import { CHIEF, COORDINATOR, CROS, DIVISION_COMMANDER, LIAISON_OF, SECTION_COMMANDER } from '#data/demo/life/people.ts';
import { ACTIONS_FOR, DUE_TODAY, SUMMARIES, WRONG_QUARTER } from '#data/demo/life/report-words.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import type { Report } from '#data/schema/records/report.ts';
import { DIVISION } from '#server/store/reports.ts';

const FIRST_MONTH = 2024 * 12 + 6; // July 2024
const ROUNDS = 29; // to November 2026
const GROUP_ROUNDS = 3; // the last ones, of groups that asked for a report of their own
const GROUPS = ['eastbank', 'canal-basin', 'juniper-rise'];
const SENT_LATE = '2026-03/p-teague';
const QUARTERS = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3'];
const NOW = '2026-Q4';
const REPORTED: ReadonlySet<RegisterKind> = new Set(['potential-problem', 'assessment', 'watch', 'practice-change']);

/**
 * The monthly rounds and the quarters as they were sent, hashed and received, and the drafts of the demo's
 * morning. One quarter is wrong on purpose: it was sent without one concern of the quarter before.
 */
export function makeReports(life: DemoLife): Report[] {
  const entries = life.entries.filter(({ kind }) => REPORTED.has(kind));
  const records: ReportRecords = { ...life, entries, people: life.persons };
  return [...months(records), ...quarters(records)];
}

function months(records: ReportRecords): Report[] {
  return Array.from({ length: ROUNDS }, (_, i) => {
    const month = FIRST_MONTH + i;
    const period = monthPeriod(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`);
    const then = until(records, period);
    const sentOf = (scope: Scope, by: string, to: string) => {
      const draft = draftMonth(period, scope, then);
      const days = draft.reportId === SENT_LATE ? 17 : 6 + (i % 4);
      const at = `${addDays(period.to, days)}T15:10:00`;
      return draft.reportId === DUE_TODAY ? kept(draft, at, by) : sentReport(draft, at, by, to);
    };
    const groups = i < ROUNDS - GROUP_ROUNDS ? [] : GROUPS;
    return [
      sentOf({ kind: 'monthly-division', subject: DIVISION }, COORDINATOR, DIVISION_COMMANDER),
      ...CROS.map((subject) => sentOf({ kind: 'monthly-officer', subject }, subject, SECTION_COMMANDER)),
      ...groups.map((subject) =>
        sentOf({ kind: 'monthly-group', subject }, LIAISON_OF[subject] ?? COORDINATOR, SECTION_COMMANDER),
      ),
    ];
  }).flat();
}

function quarters(records: ReportRecords): Report[] {
  const sent: Report[] = [];
  for (const name of QUARTERS) {
    const period = quarterPeriod(name);
    const whole = decided(draftQuarter(period, until(records, period), sent.slice(-1)), name);
    const draft = name === WRONG_QUARTER.name ? withoutOne(whole) : whole;
    sent.push(sentReport(draft, `${addDays(period.to, 12)}T11:30:00`, COORDINATOR, CHIEF));
  }
  const now = quarterPeriod(NOW);
  const draft = draftQuarter(now, until(records, now), sent.slice(-1));
  return [...sent, kept(draft, '2026-12-11T10:42:00', COORDINATOR)];
}

/** The entries that were there by the end of a period. */
const until = (records: ReportRecords, { to }: Period): ReportRecords => ({
  ...records,
  entries: records.entries.filter(({ happenedOn }) => happenedOn <= to),
});

/** What the coordinator wrote: an action for every item that is still open. */
function decided(draft: ReportDraft, name: string): ReportDraft {
  return {
    ...draft,
    summary: SUMMARIES[name] ?? '',
    parts: draft.parts.map((part) => ({
      ...part,
      none: part.items.length === 0 ? 'None this quarter.' : part.none,
      items: part.items.map((item, i) => {
        const needs = (part.part === 'c' || part.part === 'd') && item.reasonForNone === '';
        return needs ? { ...item, action: ACTIONS_FOR[i % ACTIONS_FOR.length] ?? '' } : item;
      }),
    })),
  };
}

/** Part d without its first item: what today's check of a report refuses. */
const withoutOne = (draft: ReportDraft): ReportDraft => ({
  ...draft,
  parts: draft.parts.map((part) => (part.part === 'd' ? { ...part, items: part.items.slice(1) } : part)),
});

function kept(draft: ReportDraft, at: string, by: string): Report {
  return {
    ...draft,
    status: 'draft',
    sentAt: null,
    sentBy: null,
    hash: null,
    receivedAt: null,
    receivedBy: null,
    ...keptAt(at, by),
  };
}

function sentReport(draft: ReportDraft, sentAt: string, by: string, to: string): Report {
  const report: Report = { ...kept(draft, sentAt, by), status: 'received', sentAt, sentBy: by };
  const receivedAt = `${addDays(sentAt.slice(0, 10), 1)}T08:20:00`;
  return {
    ...report,
    hash: createHash('sha256').update(canonicalReport(report)).digest('hex'),
    receivedAt,
    receivedBy: to,
    revision: 3,
    updatedAt: receivedAt,
    updatedBy: to,
  };
}
