import type { InSteps, Step } from '#analysis/shared/steps.ts';
import { weeksNeeded } from './baseline.ts';
import { farringtonWeeks } from './farrington-baseline.ts';
import { isNotable, lookAt, type WeeklySeries } from './look.ts';
import type { SpikeOptions } from './options.ts';

/** What judging one former week, as on the Monday after it, would have found. */
export type ReplayedWeek = {
  readonly week: number; // its place in the series, from 0
  readonly looks: number; // series judged
  readonly p: readonly number[]; // of the series that could have been alarms, rarest first
};

/**
 * The weeks before the last one judged again, oldest first, each from the weeks before it only. Series must be of one
 * length. A step is a week, told oftener where a week takes long.
 */
export function* replayInSteps(
  series: readonly WeeklySeries[],
  weeks: number,
  options: SpikeOptions,
): InSteps<ReplayedWeek[]> {
  const judged = Math.max(0, ...series.map(({ counts }) => counts.length)) - 1;
  const first = Math.max(judged - weeks, earliest(judged, options));
  const replayed: ReplayedWeek[] = [];
  for (let week = first; week < judged; week++) {
    const total = judged - first;
    replayed.push(yield* replayWeek(series, week, options, { done: week - first, total }));
    yield { done: week - first + 1, total };
  }
  return replayed;
}

const FEWEST = 26; // weeks of one method; where there are fewer, those of the next shorter history are taken too

/** Only weeks that are judged by the same method tell how often it rings. */
function earliest(judged: number, options: SpikeOptions): number {
  const steps = [farringtonWeeks(options), weeksNeeded(options)].filter((from) => judged - from >= FEWEST);
  return steps[0] ?? options.shortWeeks;
}

const FITS_A_STEP = 100; // some hundredths of a second

function* replayWeek(
  series: readonly WeeklySeries[],
  week: number,
  options: SpikeOptions,
  step: Step,
): InSteps<ReplayedWeek> {
  const p: number[] = [];
  let looks = 0;
  let fits = 0;
  for (const { areaId, category, counts } of series) {
    const observed = counts[week] ?? 0;
    // Too few calls to be an alarm whatever was expected: the fit can be spared, the look counts.
    if (observed < options.minExcess) {
      looks++;
      continue;
    }
    if (++fits % FITS_A_STEP === 0) yield step;
    const look = lookAt({ areaId, category, counts: Array.from(counts).slice(0, week + 1) }, options);
    if (typeof look === 'string') continue;
    looks++;
    if (isNotable(look, options)) p.push(look.p);
  }
  return { week, looks, p: p.sort((a, b) => a - b) };
}
