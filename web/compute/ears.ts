import { EARS_CAVEAT, EARS_CONVENTION, EARS_DEFAULTS, type EarsRule, findEars } from '#analysis/ears/ears.ts';
import { lastFullDay, toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { firstKnownDay, steppedSeries } from './stepped-series.ts';
import { toCode } from './to-code.ts';

/** A day beside its limit; `limit` is null where the days before are all alike or too few. */
export type EarsDay = { day: string; count: number; expected: number | null; limit: number | null; isAlarm: boolean };

/** All calls of the filter over the days asked for, or one kind in one area on the last of them. */
export type DailyAlarms = { areaId: string | null; category: string | null; days: EarsDay[] };

export type DailyOptions = { rule?: EarsRule; days?: number; baseline?: number; minSigma?: number };

const USUAL = { rule: 'C2', days: 28, baseline: 7, minSigma: 1 } as const satisfies Required<DailyOptions>;
const LOOKS_BACK = 4; // C3 reads the baselines of two days before, each two days off

/** The days up to the end of the filter's dates by one rule of EARS, and every kind in every area on the last of them. */
export function ears(loaded: Loaded, question: Question<'ears'>): Questions['ears']['answer'] {
  const { filter } = question;
  const { rule, days, baseline, minSigma } = { ...USUAL, ...question.options };
  const { cutoffLocal, reportingLagDays } = loaded.manifest;
  const lastDay = Math.min(toDayNumber(filter.to), toDayNumber(lastFullDay(cutoffLocal, reportingLagDays)));
  const firstDay = Math.max(firstKnownDay(loaded), lastDay - days - baseline - LOOKS_BACK + 1);
  const isMonths = loaded.months.length > 0;
  const reason = isMonths ? 'months-only' : firstDay > lastDay ? 'no-full-day' : null;
  const steps = { firstDay, daysEach: 1, count: Math.max(0, lastDay - firstDay + 1) };
  const { whole, series } = reason === null ? steppedSeries(loaded, filter, steps) : { whole: null, series: [] };
  const called = series.filter(({ counts }) => counts.some((count) => count > 0));
  const silent = series.length - called.length;
  const options = { rules: [rule], baseline, minSigma, alpha: EARS_DEFAULTS.alpha };
  const ofSeries = findEars(called, { ...options, days: 1 });
  const window = { from: toLocalDate(Math.max(firstDay, lastDay - days + 1)), to: toLocalDate(lastDay) };
  return {
    findings: [
      ...(whole === null
        ? []
        : [{ areaId: null, category: null, days: daysOf(whole, firstDay, { ...options, days }) }]),
      ...ofSeries.findings.map(({ areaId, category, observed, expected, upper, verdict }) => ({
        ...{ areaId, category },
        days: [{ day: window.to, count: observed, expected, limit: upper, isAlarm: verdict === 'watch' }],
      })),
    ],
    leftOut:
      reason === null
        ? [
            ...ofSeries.leftOut.map(withoutRule),
            ...(silent > 0 ? [{ what: `${silent} series`, reason: 'no-calls' }] : []),
          ]
        : [{ what: 'all series', reason }],
    options: { rule, days, baseline, minSigma, alpha: EARS_DEFAULTS.alpha[rule] },
    window: reason === null ? window : null,
    records: countKept(loaded, reason === null ? { ...filter, ...window } : filter),
    convention: EARS_CONVENTION,
    caveat: withMissingYears(loaded, EARS_CAVEAT),
    code: toCode(loaded, question),
  };
}

type Asked = Parameters<typeof findEars>[1] & { days: number };

function daysOf(counts: Uint32Array, firstDay: number, options: Asked): EarsDay[] {
  const { findings } = findEars([{ areaId: '', category: '', counts }], options);
  const judged = new Map(findings.map((finding) => [finding.day, finding]));
  const start = Math.max(0, counts.length - options.days);
  return Array.from(counts.subarray(start), (count, i) => {
    const found = judged.get(start + i);
    return {
      ...{ day: toLocalDate(firstDay + start + i), count },
      ...{ expected: found?.expected ?? null, limit: found?.upper ?? null, isAlarm: found?.verdict === 'watch' },
    };
  });
}

/** One rule is asked for: naming it behind every series says nothing. */
const withoutRule = ({ what, reason }: LeftOut): LeftOut => ({ what: what.replace(/ C[123]$/, ''), reason });
