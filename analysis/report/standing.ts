import { addDays, toDayNumber } from '#analysis/shared/days.ts';
import type { PolicyChoices } from '#data/policy/choices.ts';
import type { Report } from '#data/schema/records/report.ts';
import type { ReportStanding } from '#data/schema/records/report-view.ts';
import type { Role } from '#data/schema/release-level.ts';

/** Neither policy sets a day, nor who reads a month: the department chose. */
export type ReportChoices = Pick<PolicyChoices, 'monthlyReportDueDays' | 'quarterlyReportDueDays' | 'monthlyReportTo'>;

export function standingOf(
  { kind, to, status, sentAt }: Pick<Report, 'kind' | 'to' | 'status' | 'sentAt'>,
  today: string,
  choices: ReportChoices,
): ReportStanding {
  const dueOn = addDays(to, kind === 'quarterly' ? choices.quarterlyReportDueDays : choices.monthlyReportDueDays);
  const until = sentAt?.slice(0, 10) ?? today;
  const daysLate = Math.max(0, toDayNumber(until) - toDayNumber(dueOn));
  if (status !== 'draft') return { dueOn, state: status, daysLate };
  if (daysLate > 0) return { dueOn, state: 'late', daysLate };
  return { dueOn, state: today > to ? 'due' : 'running', daysLate };
}

/** Who a report is for, and so who receives it. */
export function receiverOf({ kind }: Pick<Report, 'kind'>, { monthlyReportTo }: ReportChoices): Role {
  if (kind === 'quarterly') return 'chief';
  return kind === 'monthly-division' ? 'division-commander' : monthlyReportTo;
}

/** Whose report it is: a group's is its liaison's, and the coordinator may stand in. */
export function isAuthor(
  { kind, subject }: Pick<Report, 'kind' | 'subject'>,
  { personId, role }: { readonly personId: string; readonly role: Role },
  liaisonOf: (groupId: string) => string | null,
): boolean {
  if (kind === 'quarterly') return role === 'coordinator';
  if (kind === 'monthly-division') return role === 'section-commander' || role === 'coordinator';
  if (kind === 'monthly-officer') return subject === personId;
  return role === 'coordinator' || (subject !== null && liaisonOf(subject) === personId);
}
