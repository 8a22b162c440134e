/** What the calls cover, as day numbers: `lastDay` is the last that has wholly arrived. */
export type Covered = { readonly firstDay: number; readonly lastDay: number };

/** First days of two periods of the same number of whole weeks. */
export type Periods = { before: number; after: number; weeks: number };

export type PeriodOptions = {
  readonly weeks: number | null; // of each period; null: as many as there are, at most a year
  readonly baseline: 'just-before' | 'year-before'; // the same weeks of the year before take the season out
};

export type PeriodReason =
  | 'too-early' // not one whole week has arrived since the day of action
  | 'too-few-weeks-before' // the calls begin too shortly before it
  | 'no-year-before'; // the calls begin less than a year before it

const MOST_WEEKS = 52;
const YEAR = 7 * MOST_WEEKS; // days: the weekdays stay where they are

/**
 * Weeks are counted from the day of action, which is the first day after, so both periods hold every weekday equally
 * often. Both are cut to the weeks that the calls cover.
 */
export function cutPeriods(
  actionDay: number,
  { firstDay, lastDay }: Covered,
  { weeks: asked, baseline, minDays }: PeriodOptions & { readonly minDays: number },
): Periods | PeriodReason {
  const weeksAfter = Math.floor((lastDay + 1 - actionDay) / 7);
  if (weeksAfter < 1) return 'too-early';
  const most = Math.min(asked ?? MOST_WEEKS, weeksAfter, MOST_WEEKS);
  if (baseline === 'year-before') {
    if (actionDay - YEAR < firstDay) return 'no-year-before';
    return { before: actionDay - YEAR, after: actionDay, weeks: most };
  }
  const weeks = Math.min(most, Math.floor((actionDay - firstDay) / 7));
  if (weeks < Math.max(1, Math.min(most, minDays / 7))) return 'too-few-weeks-before';
  return { before: actionDay - 7 * weeks, after: actionDay, weeks };
}
