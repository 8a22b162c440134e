import { bundleWeeks } from '#analysis/trend/bundle.ts';
import { findTrends, TREND_CAVEAT, TREND_CONVENTION } from '#analysis/trend/trend.ts';
import type { Question, Questions } from './door.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { overWeeks } from './weekly-question.ts';

const WEEKS_A_STEP = 4; // single weeks resemble their neighbors

/** What rose or fell over the whole weeks of the filter, by category and area. */
export function trend(loaded: Loaded, question: Question<'trend'>): Questions['trend']['answer'] {
  const { weeksPerStep = WEEKS_A_STEP, ...options } = question.options;
  const answer = overWeeks(
    loaded,
    question.filter,
    (series) => {
      const steps = series.map((one) => ({ ...one, counts: bundleWeeks(one.counts, weeksPerStep) }));
      const found = findTrends(steps, options);
      return { ...found, options: { ...found.options, weeksPerStep } };
    },
    { convention: TREND_CONVENTION, caveat: TREND_CAVEAT },
  );
  return { ...answer, code: toCode(loaded, question) };
}
