import { addDays, lastDayOfMonth, lastFullDay, toDayNumber } from '#analysis/shared/days.ts';
import type { LeftOut, Window } from '#data/schema/answer.ts';
import type { Tables } from '#web/tables/open-tables.ts';

/** What a window is set against: as long a one just before, or the same days a year ago. */
export type Against = 'before' | 'year';

type Span = Pick<Tables, 'firstDay' | 'lastDay' | 'months' | 'unreadable'> & {
  manifest: Pick<Tables['manifest'], 'cutoffLocal' | 'reportingLagDays'>;
};

/** `isMonths`: both are whole calendar months, so that calls known by month count too. */
type Compared = { now: Window; before: Window; isMonths: boolean; leftOut: LeftOut[] };

/**
 * The two windows that a question compares, without the days that are still arriving. Whole calendar months are set
 * against whole calendar months. A year ago are the same dates for months, the same weekdays for whole weeks (52 weeks
 * back), else the same dates. A reason where the calls do not reach over both.
 */
export function comparedWindows(span: Span, asked: Window, against: Against): Compared | { reason: string } {
  const arrived = lastArrivedDay(span);
  const now = asked.to <= arrived ? { from: asked.from, to: asked.to } : { from: asked.from, to: arrived };
  if (now.to < now.from) return { reason: 'still-arriving' };
  const months = wholeMonthsIn(now);
  if (span.months.length > 0 && months === 0) return { reason: 'months-only' };
  const before = against === 'year' ? yearAgo(now, months) : justBefore(now, months);
  if (before.to >= now.from) return { reason: 'windows-overlap' };
  if (before.from < span.firstDay) return { reason: 'not-in-files' };
  if (span.unreadable.some(({ year }) => [now, before].some((one) => holdsYear(one, year))))
    return { reason: 'missing-year' };
  const cut = now.to < asked.to ? [{ what: daysOf(nextDay(now.to), asked.to), reason: 'still-arriving' }] : [];
  return { now, before, isMonths: months > 0, leftOut: cut };
}

const lastArrivedDay = ({ manifest, months, lastDay }: Span): string =>
  months.length > 0 ? lastDay : lastFullDay(manifest.cutoffLocal, manifest.reportingLagDays);

/** How many calendar months a window is; 0 where it begins or ends within one. */
function wholeMonthsIn({ from, to }: Window): number {
  if (!from.endsWith('-01') || to !== lastDayOfMonth(to)) return 0;
  return monthNumber(to) - monthNumber(from) + 1;
}

function justBefore({ from, to }: Window, months: number): Window {
  const last = addDays(from, -1);
  if (months > 0) return { from: `${monthOf(monthNumber(from) - months)}-01`, to: last };
  return { from: addDays(from, toDayNumber(from) - toDayNumber(to) - 1), to: last };
}

function yearAgo({ from, to }: Window, months: number): Window {
  const days = toDayNumber(to) - toDayNumber(from) + 1;
  if (months === 0 && days % 7 === 0) return { from: addDays(from, -364), to: addDays(to, -364) };
  const sameDate = (date: string) => {
    const month = monthOf(monthNumber(date) - 12);
    const last = lastDayOfMonth(`${month}-01`);
    const same = `${month}-${date.slice(8)}`;
    return same > last || (months > 0 && date === to) ? last : same; // February 29 has no like in other years
  };
  return { from: sameDate(from), to: sameDate(to) };
}

const monthNumber = (date: string): number => 12 * Number(date.slice(0, 4)) + Number(date.slice(5, 7)) - 1;
const monthOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
const nextDay = (date: string): string => addDays(date, 1);
const daysOf = (from: string, to: string): string => (from === to ? from : `${from} to ${to}`);
const holdsYear = ({ from, to }: Window, year: number): boolean => from <= `${year}-12-31` && to >= `${year}-01-01`;
