import type { RegisterEntry } from '#data/schema/records/register.ts';
import { REGISTER, stateOf } from './catalog.ts';

export type Standing = {
  readonly mark: 'open' | 'closed' | 'soon' | 'late' | 'lapsed' | 'waits';
  readonly reasons: readonly string[]; // why it is late, lapsed or waits
};

type Stands = Pick<RegisterEntry, 'kind' | 'status' | 'dueOn' | 'fields' | 'approvedOn'>;
const SOON_DAYS = 14;

/** How an entry stands on a day: what is late, what has lapsed, what waits for the chief. */
export function standingOf(entry: Stands, today: string): Standing {
  const isOpen = stateOf(entry.kind, entry.status)?.isOpen ?? true;
  if (REGISTER[entry.kind].needsChief && entry.approvedOn === null && entry.status === 'proposed')
    return { mark: 'waits', reasons: ['Waits for the chief'] };
  const lapsed = entry.kind === 'watch' && entry.status === 'active' ? whyLapsed(entry.fields, today) : [];
  if (lapsed.length > 0) return { mark: 'lapsed', reasons: lapsed };
  if (!isOpen) return { mark: 'closed', reasons: [] };
  const left = entry.dueOn === null ? null : daysBetween(today, entry.dueOn);
  const what = REGISTER[entry.kind].dueOn ?? 'Due';
  if (left !== null && left < 0) return { mark: 'late', reasons: [`${what}: ${inDays(-left)} ago`] };
  if (left !== null && left <= SOON_DAYS)
    return { mark: 'soon', reasons: [left === 0 ? `${what}: today` : `${what}: in ${inDays(left)}`] };
  return { mark: 'open', reasons: [] };
}

/** Why a watch no longer stands: it meets yearly, and its roster and map are looked at yearly (1902.2 B.8). */
export function whyLapsed(fields: Record<string, unknown>, today: string): string[] {
  const reasons: string[] = [];
  if (!isWithinYear(fields.lastMeetingOn, today)) reasons.push('No meeting within a year');
  if (fields.rosterHeld !== true) reasons.push('No roster held');
  else if (!isWithinYear(fields.rosterCheckedOn, today)) reasons.push('Roster not checked within a year');
  if (!isWithinYear(fields.mapCheckedOn, today)) reasons.push('Map not checked within a year');
  return reasons;
}

const isWithinYear = (day: unknown, today: string): boolean =>
  typeof day === 'string' && daysBetween(day, today) <= 365;

const DAY = 86_400_000;
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
