import type { Window } from '#data/schema/answer.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { lastFullWeek, toDayNumber, weekdayOf, weekOf } from './days.ts';

/** What a whole week is judged by: the first call, the cut-off, and years that could not be read. */
export type WeekSpan = {
  readonly firstDay: string;
  readonly unreadable: readonly { readonly year: number }[];
  readonly manifest: Pick<Manifest, 'cutoffLocal' | 'reportingLagDays'>;
};

/**
 * Mondays (day numbers) of the first and last of the most recent run of whole weeks, and
 * nothing missing in between. There is none where `last` is before `first`.
 */
export function wholeWeeks(span: WeekSpan): { first: number; last: number } {
  let last = lastArrived(span);
  while (last >= toDayNumber(span.firstDay) && !isWholeWeek(last, span)) last -= 7;
  let first = last + 7;
  while (isWholeWeek(first - 7, span)) first -= 7;
  return { first, last };
}

/** The whole weeks between two dates that have wholly arrived, as Mondays; null where there is none. */
export function weeksWithin(span: WeekSpan, { from, to }: Window): { firstWeek: number; lastWeek: number } | null {
  const { first, last } = wholeWeeks(span);
  const [start, end] = [toDayNumber(from), toDayNumber(to)];
  const firstWeek = Math.max(first, weekdayOf(start) === 0 ? start : weekOf(start) + 7);
  const lastWeek = Math.min(last, weekOf(end + 1) - 7);
  return firstWeek <= lastWeek ? { firstWeek, lastWeek } : null;
}

/** Not cut by the first call, not running, not still arriving, and of no year that could not be read. */
export function isWholeWeek(monday: number, span: WeekSpan): boolean {
  const { firstDay, unreadable } = span;
  const isMissing = ({ year }: { year: number }) =>
    monday <= toDayNumber(`${year}-12-31`) && monday + 6 >= toDayNumber(`${year}-01-01`);
  return monday >= toDayNumber(firstDay) && monday <= lastArrived(span) && !unreadable.some(isMissing);
}

const lastArrived = ({ manifest }: WeekSpan): number =>
  toDayNumber(lastFullWeek(manifest.cutoffLocal, manifest.reportingLagDays).from);
