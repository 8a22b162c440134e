import { toDayNumber } from '#analysis/shared/days.ts';
import type { Report } from '#data/schema/records/report.ts';
import type { Role } from '#data/schema/release-level.ts';
import { addDays } from './period.ts';

/** Days after the period's end: neither policy sets a day, so each is the department's choice. */
export type DueDays = { readonly monthly: number; readonly quarterly: number };
export const USUAL_DUE_DAYS: DueDays = { monthly: 10, quarterly: 15 };

export type Standing = {
  readonly dueOn: string;
  readonly state: 'running' | 'due' | 'late' | 'sent' | 'received';
  readonly daysLate: number; // of a draft until today, of a report until it was sent
};

export function standingOf(
  { kind, to, status, sentAt }: Pick<Report, 'kind' | 'to' | 'status' | 'sentAt'>,
  today: string,
  days: DueDays,
): Standing {
  const dueOn = addDays(to, kind === 'quarterly' ? days.quarterly : days.monthly);
  const until = sentAt?.slice(0, 10) ?? today;
  const daysLate = Math.max(0, toDayNumber(until) - toDayNumber(dueOn));
  if (status !== 'draft') return { dueOn, state: status, daysLate };
  if (daysLate > 0) return { dueOn, state: 'late', daysLate };
  return { dueOn, state: today > to ? 'due' : 'running', daysLate };
}

/** Who a report is for, and so who receives it. */
export const RECEIVER_OF: Record<Report['kind'], Role> = {
  'monthly-officer': 'section-commander',
  'monthly-group': 'section-commander',
  'monthly-division': 'division-commander',
  quarterly: 'chief',
};

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
