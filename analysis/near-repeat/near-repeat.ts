import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { bandsOf, countTimePairs, limitsInMeters, limitsInTicks, tableOf } from './bands.ts';
import { findClosePairs, type Pairs } from './close-pairs.ts';
import { areMonthsOnly, type DatedPoints, type Events, gatherEvents } from './events.ts';
import { fillOptions, type NearRepeatOptions } from './options.ts';
import { countBands, countShuffles } from './shuffle-times.ts';
import { findStrings, type NearRepeatString } from './strings.ts';

/** Pairs of calls this far apart in place and time, against what chance would give. */
export type NearRepeatBand = {
  kind: 'band';
  fromMeters: number;
  toMeters: number;
  fromDays: number;
  toDays: number;
  observed: number; // pairs, each counted once
  expected: number; // exact mean over all shuffles of the times
  ratio: number | null; // observed / expected; null where the band is left out as `no-pairs`
  p: number; // one-sided, upper: share of shuffles with as many pairs, the data counted as one of them
};

export type NearRepeatFinding = NearRepeatBand | NearRepeatString;

export type NearRepeatReason =
  | 'no-place'
  | 'no-time'
  | 'too-few-calls' // fewer than two
  | 'months-only' // the source gives no day
  | 'one-place' // all calls on one point
  | 'one-time' // all calls on one day, or at one minute
  | 'too-many-pairs' // more than fit in memory: narrow the filter or the bands
  | 'no-pairs'; // chance cannot put a pair into this band

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
  const bands = toBands(pairs, countTimePairs(events.ticks, limits), observed, reached, options, events.ticks.length);
  const empty = bands
    .filter(({ ratio }) => ratio === null)
    .map((band) => ({ what: inWords(band), reason: 'no-pairs' as const }));
  return { findings: [...bands, ...strings], leftOut: [...leftOut, ...empty], options };
}

/** The band of the same place or day, where there is one, and the one after it. */
const firstBands = (edges: readonly number[]): number => (edges[0] === 0 ? Math.min(2, edges.length) : 1);

function cannotShuffle({ x, y, ticks }: Events): 'one-place' | 'one-time' | null {
  if (ticks.every((tick) => tick === ticks[0])) return 'one-time';
  const isAlike = (column: Float64Array) => column.every((meters) => Math.abs(meters - (column[0] ?? 0)) < 0.001);
  return isAlike(x) && isAlike(y) ? 'one-place' : null;
}

function toBands(
  pairs: readonly Pairs[],
  timePairs: readonly number[],
  observed: Uint32Array,
  reached: Uint32Array,
  { meters, days, permutations }: NearRepeatOptions,
  calls: number,
): NearRepeatBand[] {
  const allPairs = (calls * (calls - 1)) / 2;
  return bandsOf(meters).flatMap((far, row) =>
    bandsOf(days).map((late, column): NearRepeatBand => {
      const cell = row * days.length + column;
      const expected = ((pairs[row]?.first.length ?? 0) * (timePairs[column] ?? 0)) / allPairs;
      const count = observed[cell] ?? 0;
      return {
        ...{ kind: 'band', fromMeters: far.from, toMeters: far.to, fromDays: late.from, toDays: late.to },
        observed: count,
        expected,
        ratio: expected > 0 ? count / expected : null,
        p: ((reached[cell] ?? 0) + 1) / (permutations + 1),
      };
    }),
  );
}

const inWords = ({ fromMeters, toMeters, fromDays, toDays }: NearRepeatBand): string =>
  `${fromMeters}-${toMeters} m within ${fromDays}-${toDays} days`;
