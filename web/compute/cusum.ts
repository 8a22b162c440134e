import {
  CUSUM_CAVEAT,
  CUSUM_CONVENTION,
  CUSUM_DEFAULTS,
  type CusumFinding,
  type CusumOptions,
  findShifts,
} from '#analysis/cusum/cusum.ts';
import { toDayNumber, toLocalDate, weekOf } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { steppedSeries } from './stepped-series.ts';
import { toCode } from './to-code.ts';

/** All calls of the filter with their watched weeks, or one kind in one area. Weeks are Mondays. */
export type Shift = Omit<CusumFinding, 'areaId' | 'category' | 'sums' | 'signalWeek' | 'risingSince'> & {
  areaId: string | null;
  category: string | null;
  signalWeek: string | null;
  risingSince: string | null;
  weeks: { week: string; count: number; sum: number }[]; // of the whole; none for a series
};

export type ShiftOptions = Partial<Pick<CusumOptions, 'runLength' | 'shift' | 'watchedWeeks' | 'usualWeeks'>>;

/** Small rises that last, in the weeks up to the end of the filter's dates: all its calls, and every kind in every area. */
export function cusum(loaded: Loaded, question: Question<'cusum'>): Questions['cusum']['answer'] {
  const { filter } = question;
  const options = { ...CUSUM_DEFAULTS, ...question.options };
  const { watchedWeeks, usualWeeks } = options;
  const { first, last } = wholeWeeks(loaded);
  const lastWeek = Math.min(last, weekOf(toDayNumber(filter.to) + 1) - 7);
  const firstWeek = Math.max(first, lastWeek - 7 * (watchedWeeks + usualWeeks - 1));
  const isMonths = loaded.months.length > 0;
  const reason = isMonths ? 'months-only' : firstWeek > lastWeek ? 'no-full-week' : null;
  const steps = { firstDay: firstWeek, daysEach: 7, count: Math.max(0, (lastWeek - firstWeek) / 7 + 1) };
  const counted = reason === null ? steppedSeries(loaded, filter, steps) : { whole: new Uint32Array(0), series: [] };
  const all = findShifts(reason === null ? [{ areaId: '', category: '', counts: counted.whole }] : [], options);
  const ofSeries = findShifts(all.findings.length === 0 ? [] : counted.series, options);
  const mondayOf = (week: number | null) => (week === null ? null : toLocalDate(firstWeek + 7 * week));
  const start = counted.whole.length - watchedWeeks;
  const toShift = ({ sums, ...found }: CusumFinding): Shift => ({
    ...found,
    signalWeek: mondayOf(found.signalWeek),
    risingSince: mondayOf(found.risingSince),
    weeks: [],
  });
  const window = { from: toLocalDate(lastWeek - 7 * (watchedWeeks - 1)), to: toLocalDate(lastWeek + 6) };
  return {
    findings: [
      ...all.findings.map((found) => ({
        ...{ ...toShift(found), areaId: null, category: null },
        weeks: found.sums.map((sum, i) => ({
          ...{ week: mondayOf(start + i) ?? '', count: counted.whole[start + i] ?? 0, sum },
        })),
      })),
      ...ofSeries.findings.map(toShift),
    ],
    leftOut: reason === null ? [...all.leftOut.map(ofAll), ...ofSeries.leftOut] : [{ what: 'all series', reason }],
    options: { ...options },
    window: all.findings.length > 0 ? window : null,
    records: countKept(loaded, all.findings.length > 0 ? { ...filter, ...window } : filter),
    convention: CUSUM_CONVENTION,
    caveat: withMissingYears(loaded, CUSUM_CAVEAT),
    code: toCode(loaded, question),
  };
}

const ofAll = ({ reason }: { reason: string }) => ({ what: 'all calls', reason });
