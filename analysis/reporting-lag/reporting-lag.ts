import { toLocalDate, weekOf } from '#analysis/shared/days.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { arrivedByDay, daysUntil } from './arrival.ts';
import { nowcast } from './nowcast.ts';

/** When each record happened and when it was known, as day numbers of local dates; one entry a record. */
export type Reported = { readonly occurred: ArrayLike<number>; readonly known: ArrayLike<number> };

export type LagOptions = {
  readonly today: number; // day number: records known up to and on it are in the files
  readonly longestDays: number; // later ones are taken as never coming
  readonly weeks: number; // whole weeks that are looked at, the last of them before `today`'s own
  readonly completeShare: number; // of a week's records, from which it is taken as it stands
  readonly nowcastShare: number; // below it a week is left out
  readonly level: number; // of the nowcast's range
  readonly fewest: number; // records needed to learn the delays from
};

export const LAG_DEFAULTS: Omit<LagOptions, 'today'> = {
  longestDays: 56,
  weeks: 6,
  completeShare: 0.98,
  nowcastShare: 0.5,
  level: 0.95,
  fewest: 50,
};

export type LagReason =
  | 'too-few-records' // to learn the delays from
  | 'known-before-it-happened' // reversed dates; counted, and used for nothing
  | 'not-a-date' // a day that is missing or broken
  | 'after-today' // known later than the files say they end
  | 'still-arriving'; // a week of which too little is here: left out

export type LagWeek = {
  week: number; // day number of its Monday
  observed: number;
  share: number; // of its records that are here by now, as estimated
  verdict: 'complete' | 'nowcast' | 'left-out';
  expected: number; // records once all are here; the observed number where it is complete
  low: number;
  high: number;
};

export type LagFinding = {
  records: number; // from which the delays were learned
  arrived: number[]; // share known within 0, 1, 2 … days
  medianDays: number;
  lagDays: number; // days until `completeShare` is known: the reporting lag to set
  weeks: LagWeek[]; // oldest first
};

export const LAG_CONVENTION =
  'Delays from the day something happened to the day it was known, corrected for those that cannot have arrived yet (reverse-time hazard); a week is nowcast by its observed count over the share that is here, with a negative binomial range for what is missing.';
export const LAG_CAVEAT =
  'Takes the delays of late for those of now: a holiday, a backlog or a new way of reporting breaks that. Records that come later than the longest delay are taken as never coming.';

/**
 * How long records take to arrive, and which of the last weeks can be counted as they stand. One finding, or none.
 *
 * Lawless JF (1994), Canadian Journal of Statistics 22(1), 15-31; Brookmeyer R, Damiano A (1989), Stat Med 8, 23-34.
 */
export function findLag({ occurred, known }: Reported, chosen: Partial<LagOptions> & Pick<LagOptions, 'today'>) {
  const options: LagOptions = { ...LAG_DEFAULTS, ...chosen };
  const { today, longestDays, fewest } = options;
  const left = new Map<LagReason, number>();
  const miss = (reason: LagReason) => left.set(reason, (left.get(reason) ?? 0) + 1);
  const kept: { day: number; delay: number }[] = [];
  for (let i = 0; i < occurred.length; i++) {
    const day = occurred[i] ?? Number.NaN;
    const delay = (known[i] ?? Number.NaN) - day;
    if (!Number.isFinite(delay)) miss('not-a-date');
    else if (delay < 0) miss('known-before-it-happened');
    else if (day + delay > today) miss('after-today');
    else if (delay <= longestDays) kept.push({ day, delay });
  }
  const leftOut: LeftOut<LagReason>[] = [...left].map(([reason, count]) => ({ what: records(count), reason }));
  if (kept.length < fewest) return { findings: [], leftOut: [...leftOut, tooFew(kept.length)], options };
  const arrived = arrivedByDay(kept, today, longestDays);
  const weeks = lastWeeks(kept, arrived, options);
  for (const { week, verdict } of weeks)
    if (verdict === 'left-out') leftOut.push({ what: `the week of ${toLocalDate(week)}`, reason: 'still-arriving' });
  const finding: LagFinding = {
    records: kept.length,
    arrived,
    medianDays: daysUntil(arrived, 0.5),
    lagDays: daysUntil(arrived, options.completeShare),
    weeks,
  };
  return { findings: [finding], leftOut, options };
}

const tooFew = (count: number): LeftOut<LagReason> => ({ what: records(count), reason: 'too-few-records' });
const records = (count: number): string => (count === 1 ? '1 record' : `${count} records`);

function lastWeeks(kept: readonly { day: number }[], arrived: readonly number[], options: LagOptions): LagWeek[] {
  const { today, weeks } = options;
  const last = weekOf(today + 1) - 7; // the last Monday whose Sunday is not after today
  return Array.from({ length: weeks }, (_, i) => {
    const week = last - 7 * (weeks - 1 - i);
    const observed = kept.filter(({ day }) => day >= week && day < week + 7).length;
    let share = 0;
    for (let day = week; day < week + 7; day++) share += (arrived[Math.min(today - day, arrived.length - 1)] ?? 1) / 7;
    return { week, ...nowcast(observed, share, options) };
  });
}
