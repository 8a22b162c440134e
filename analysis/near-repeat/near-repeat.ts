import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { countTimePairs, limitsInMeters, limitsInTicks, tableOf } from './bands.ts';
import { findClosePairs } from './close-pairs.ts';
import { areMonthsOnly, type DatedPoints, type Events, gatherEvents } from './events.ts';
import { judgeBands, type NearRepeatBand, unjudgedBands } from './judge-bands.ts';
import { fillOptions, type NearRepeatOptions } from './options.ts';
import { countBands, countShuffles } from './shuffle-times.ts';
import { findStrings, type NearRepeatString } from './strings.ts';

export type NearRepeatFinding = NearRepeatBand | NearRepeatString;

export type NearRepeatReason =
  | 'no-place'
  | 'no-time'
  | 'too-few-calls' // fewer than two
  | 'months-only' // the source gives no day
  | 'one-place' // all calls on one point
  | 'one-time' // all calls on one day, or at one minute
  | 'too-many-pairs' // more than fit in memory: narrow the filter or the bands
  | 'no-pairs' // chance cannot put a pair into this band
  | 'no-contrast'; // the band holds all pairs, however the times fall

export const NEAR_REPEAT_CONVENTION =
  'Knox test: pairs of calls by distance and time band; expected is the exact mean, and p the share, over shuffles of the times among the places. A distance of exactly an edge lies in the nearer band unless asked otherwise; Manhattan distance on a local plane in meters unless Euclidean is asked for; strings are connected pairs of the first bands.';
export const NEAR_REPEAT_CAVEAT =
  'Pairs that follow each other need not have one cause: a busy place in a busy season, or one person calling twice, makes near repeats too. Each band has its own p; with many bands some fall below 0.05 by chance.';

type Found = { findings: NearRepeatFinding[]; leftOut: LeftOut<NearRepeatReason>[]; options: NearRepeatOptions };

/**
 * Does one call raise the chance of another nearby soon after? Bands by distance, then
 * time; after them the strings of linked calls, largest first.
 *
 * Knox (1964), Applied Statistics 13(1), 25-29; bands and shuffles as in R `NearRepeat`. Says nothing
 * about who or why. Not to be trusted where places or dates were rounded beyond the bands.
 */
export const findNearRepeats = (calls: DatedPoints, chosen: Partial<NearRepeatOptions> = {}): Found =>
  runThrough(findNearRepeatsInSteps(calls, chosen));

/** The same, one shuffle a step. */
export function* findNearRepeatsInSteps(calls: DatedPoints, chosen: Partial<NearRepeatOptions> = {}): InSteps<Found> {
  const options = fillOptions(chosen);
  const { events, withoutPlace, withoutTime } = gatherEvents(calls, options.clock);
  const leftOut: LeftOut<NearRepeatReason>[] = [];
  if (withoutPlace > 0) leftOut.push({ what: `${withoutPlace} calls`, reason: 'no-place' });
  if (withoutTime > 0) leftOut.push({ what: `${withoutTime} calls`, reason: 'no-time' });
  const nothing = (reason: NearRepeatReason): Found => ({
    findings: [],
    leftOut: [...leftOut, { what: 'near repeats', reason }],
    options,
  });
  if (events.ticks.length < 2) return nothing('too-few-calls');
  if (areMonthsOnly(calls)) return nothing('months-only');

  const limits = limitsInTicks(options.days, options.edge, events.ticksADay);
  const limitsMeters = limitsInMeters(options.meters, options.edge);
  const pairs = findClosePairs(events.x, events.y, limitsMeters, options.distance);
  if (pairs === null) return nothing('too-many-pairs');
  const strings = findStrings(pairs.slice(0, firstBands(options.meters)), events, calls, {
    maxTicks: limits[firstBands(options.days) - 1] ?? 0,
    minString: options.minString,
  });

  const unshuffled = cannotShuffle(events);
  if (unshuffled !== null)
    return { findings: strings, leftOut: [...leftOut, { what: 'bands', reason: unshuffled }], options };
  const table = tableOf(limits);
  const observed = countBands(pairs, events.ticks, table, limits.length);
  const reached = yield* countShuffles(pairs, events.ticks, table, observed, options);
  const counted = {
    pairs: pairs.map(({ first }) => first.length),
    timePairs: countTimePairs(events.ticks, limits),
    allPairs: (events.ticks.length * (events.ticks.length - 1)) / 2,
  };
  const bands = judgeBands(counted, observed, reached, options);
  return { findings: [...bands, ...strings], leftOut: [...leftOut, ...unjudgedBands(bands, counted)], options };
}

/** The band of the same place or day, where there is one, and the one after it. */
const firstBands = (edges: readonly number[]): number => (edges[0] === 0 ? Math.min(2, edges.length) : 1);

function cannotShuffle({ x, y, ticks }: Events): 'one-place' | 'one-time' | null {
  if (ticks.every((tick) => tick === ticks[0])) return 'one-time';
  const isAlike = (column: Float64Array) => column.every((meters) => Math.abs(meters - (column[0] ?? 0)) < 0.001);
  return isAlike(x) && isAlike(y) ? 'one-place' : null;
}
