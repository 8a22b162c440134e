import { addDays } from '#analysis/shared/days.ts';
import type { Verdict } from '#data/schema/answer.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { markOf } from '#web/chart/week-marks.tsx';
import type { SeriesVerdict, WeekPoint } from '#web/compute/door.ts';
import { mondayOf } from './dates.ts';

/** The name of a series in the address and in keys. */
export const seriesKey = ({ areaId, category }: { areaId: string; category: string }): string =>
  `${areaId}~${category}`;

/** "last week" only when it is; "week of Dec 7" otherwise, with the year when it is another. */
export function weekInWords(week: string, nowLocal: string): string {
  const thisWeek = mondayOf(nowLocal.slice(0, 10));
  if (week === thisWeek) return 'this week';
  if (week === addDays(thisWeek, -7)) return 'last week';
  return `week of ${week.slice(0, 4) === nowLocal.slice(0, 4) ? shortDate(week) : longDate(week)}`;
}

/** A week of the line, judged by where it stands on its own usual range. */
export function verdictOf(point: WeekPoint): Verdict {
  if (point.low === null || point.high === null || !point.complete) return 'not-judged';
  const mark = markOf(point);
  return mark === 'watch' || mark === 'unusual' ? mark : 'usual';
}

type Judged = { observed: number; low: number | null; high: number | null; verdict: Verdict };

/** "Usual range 24 to 41; last week 52: unusual." Below is said, since the mark does not. */
export function answerSentence({ observed, low, high, verdict }: Judged, week: string): string {
  const said = isNamed(week) ? `${observed} in the ${week}` : `${week} ${observed}`;
  if (low === null || high === null || verdict === 'not-judged')
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}; too little history for a usual range.`;
  const below = observed < low ? ', below it' : '';
  return `Usual range ${low} to ${high}; ${said}: ${verdict}${below}.`;
}

/** "14 last week, usual 3 to 9", without its number, which is set in bold before it. */
export const usualInWords = ({ low, high }: SeriesVerdict, week: string): string =>
  `${isNamed(week) ? `in the ${week}` : week}, usual ${low} to ${high}`;

const isNamed = (week: string): boolean => week.startsWith('week of');

/** What is to be looked at, strongest evidence first; never a ranking of places. */
export const toLookAt = (findings: readonly SeriesVerdict[]): SeriesVerdict[] =>
  findings.filter(({ verdict }) => verdict === 'unusual' || verdict === 'watch');

/** The scale strips of one table share: the largest count or limit in it. */
export const stripScale = (findings: readonly SeriesVerdict[]): number =>
  Math.max(1, ...findings.map(({ observed, high }) => Math.max(observed, high)));
