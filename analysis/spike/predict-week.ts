import { cTestRange, cTestUpper } from '#analysis/shared/c-test.ts';
import { type Baseline, seasonBaseline, weeksNeeded } from './baseline.ts';
import { farringtonBaseline } from './farrington-baseline.ts';
import { forecastRange, upperMidP } from './negative-binomial.ts';
import type { SpikeOptions } from './options.ts';

/** What the weeks before say of one week, or of a run of weeks taken together. */
export type Prediction = {
  readonly method: 'farrington' | 'negative-binomial' | 'c-test';
  readonly expected: number;
  readonly low: number; // usual range, whole calls
  readonly high: number;
  readonly pastWeeks: number; // of the baseline; for a run, how many such runs they make
  readonly pastCalls: number;
  readonly upperP: (observed: number) => number;
};

const FEWEST_TO_FIT = 5; // calls; below, a fitted scatter means nothing and the exact test is used

/** Null: fewer than `options.shortWeeks` weeks of past. */
export function predictWeek(past: readonly number[], options: SpikeOptions): Prediction | null {
  const baseline = farringtonBaseline(past, options);
  if (baseline === null || baseline.calls < FEWEST_TO_FIT) return predictRun(past, 1, options);
  return byNegativeBinomial(baseline, 'farrington', options);
}

/** By the same season or the C-test, whatever the history: for what `run` weeks hold together, which need not be whole: 4, or 30 days as 4.29. */
export function predictRun(past: readonly number[], run: number, options: SpikeOptions): Prediction | null {
  if (past.length < options.shortWeeks) return null;
  if (past.length < weeksNeeded(options)) {
    const recent = past.slice(-options.shortWeeks);
    return byCTest(
      recent.reduce((sum, count) => sum + count, 0),
      recent.length / run,
      options,
    );
  }
  const baseline = seasonBaseline(past, options, run);
  if (baseline.calls < FEWEST_TO_FIT) return byCTest(Math.round(baseline.calls), baseline.weeks / run, options);
  return byNegativeBinomial(baseline, 'negative-binomial', options);
}

function byNegativeBinomial(
  { weeks, calls, forecast }: Baseline,
  method: Prediction['method'],
  options: SpikeOptions,
): Prediction {
  return {
    method,
    expected: forecast.mean,
    ...forecastRange(forecast, (1 - options.level) / 2),
    pastWeeks: weeks,
    pastCalls: calls,
    upperP: (observed) => upperMidP(observed, forecast),
  };
}

function byCTest(calls: number, weeks: number, options: SpikeOptions): Prediction {
  return {
    method: 'c-test',
    expected: calls / weeks,
    ...cTestRange(calls, weeks, (1 - options.level) / 2),
    pastWeeks: weeks,
    pastCalls: calls,
    upperP: (observed) => cTestUpper(observed, calls, weeks),
  };
}
