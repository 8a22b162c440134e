import { SPIKE_DEFAULTS, type SpikeOptions } from './options.ts';
import { predictWeek } from './predict-week.ts';

/**
 * The usual range of every week, from the weeks before it only; null where there are
 * too few. Calls per whole week, oldest first: a part of a week at either end would
 * read as a quiet one.
 */
export function expectedBand(
  counts: ArrayLike<number>,
  chosen: Partial<SpikeOptions> = {},
): ({ low: number; high: number } | null)[] {
  const options = { ...SPIKE_DEFAULTS, ...chosen };
  const weeks = Array.from(counts);
  return weeks.map((_, week) => {
    const prediction = predictWeek(weeks.slice(0, week), options);
    return prediction && { low: prediction.low, high: prediction.high };
  });
}
