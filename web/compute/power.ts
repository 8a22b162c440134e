import type { InSteps } from '#analysis/shared/steps.ts';
import { findPowerInSteps, POWER_CAVEAT, POWER_CONVENTION } from '#analysis/spike/power.ts';
import type { Question, Questions } from './door.ts';
import type { Loaded } from './loaded.ts';
import { overAllWeeks } from './over-all-weeks.ts';
import { toCode } from './to-code.ts';

/** What rise would be noticed in each series of the layer, or in the one asked for. */
export function* power(loaded: Loaded, question: Question<'power'>): InSteps<Questions['power']['answer']> {
  const { series: only, ...options } = question.options;
  const { series, framed } = overAllWeeks(loaded, question.filter);
  const chosen = only
    ? series.filter(({ areaId, category }) => areaId === only.areaId && category === only.category)
    : series;
  // The budget is one over all series, also where a single one is looked at.
  const nominal = (options.falseAlarmsAWeek ?? 1) / Math.max(1, series.length);
  const found = yield* findPowerInSteps(chosen, { ...options, watchP: options.watchP ?? nominal });
  return {
    ...framed(found, { convention: POWER_CONVENTION, caveat: POWER_CAVEAT }),
    code: toCode(loaded, question),
  };
}
