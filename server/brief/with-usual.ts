import type { CountedKind } from '#analysis/briefing/briefing.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';
import { predictRun } from '#analysis/spike/predict-week.ts';
import type { Days, KindCount } from './count-calls.ts';

const LONGEST_COMPARED = 92; // a quarter: beyond it "the same weeks of former years" is the whole year

/** A count beside what its past predicts for as many days. */
export function withUsual({ category, label, calls, weeksBefore }: KindCount, { from, to }: Days): CountedKind {
  const length = toDayNumber(to) - toDayNumber(from) + 1;
  const isCompared = weeksBefore !== null && length >= 7 && length <= LONGEST_COMPARED;
  const usual = isCompared ? predictRun(weeksBefore, length / 7, SPIKE_DEFAULTS) : null;
  return { category, label, calls, usual };
}
