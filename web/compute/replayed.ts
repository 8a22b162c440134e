import type { InSteps } from '#analysis/shared/steps.ts';
import { BUDGET_DEFAULTS } from '#analysis/spike/budget.ts';
import type { WeeklySeries } from '#analysis/spike/look.ts';
import { type ReplayedWeek, replayInSteps } from '#analysis/spike/replay.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { Loaded } from './loaded.ts';

const known = new WeakMap<Loaded, Map<string, ReplayedWeek[]>>();

/** Former weeks of these series judged again, once: no budget changes them. */
export function* replayedWeeks(
  loaded: Loaded,
  { layer, origin }: Filter,
  judged: number,
  series: readonly WeeklySeries[],
): InSteps<ReplayedWeek[]> {
  const ofLoaded = known.get(loaded) ?? new Map<string, ReplayedWeek[]>();
  known.set(loaded, ofLoaded);
  const key = `${layer}\n${origin}\n${judged}`;
  const found = ofLoaded.get(key);
  if (found) return found;
  const { calibrationWeeks, heldOutWeeks } = BUDGET_DEFAULTS;
  const replayed = yield* replayInSteps(series, calibrationWeeks + heldOutWeeks, BUDGET_DEFAULTS);
  ofLoaded.set(key, replayed);
  return replayed;
}
