import { bandsOf } from './bands.ts';
import type { NearRepeatOptions } from './options.ts';

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

/** Pairs in each distance band whatever the time, in each time band whatever the distance, and in all. */
export type Counted = {
  readonly pairs: readonly number[];
  readonly timePairs: readonly number[];
  readonly allPairs: number;
};

/** Observed pairs and the shuffles that reached them, by distance and then time, as bands. */
export function judgeBands(
  { pairs, timePairs, allPairs }: Counted,
  observed: Uint32Array,
  reached: Uint32Array,
  { meters, days, permutations }: Pick<NearRepeatOptions, 'meters' | 'days' | 'permutations'>,
): NearRepeatBand[] {
  return bandsOf(meters).flatMap((far, row) =>
    bandsOf(days).map((late, column): NearRepeatBand => {
      const cell = row * days.length + column;
      const expected = ((pairs[row] ?? 0) * (timePairs[column] ?? 0)) / allPairs;
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

/** Bands that chance cannot fill, and those that hold all pairs and so could come out no other way. */
export function unjudgedBands(bands: readonly NearRepeatBand[], { pairs, timePairs, allPairs }: Counted) {
  const isWhole = (cell: number) =>
    timePairs[cell % timePairs.length] === allPairs || pairs[Math.floor(cell / timePairs.length)] === allPairs;
  const told = (reason: 'no-pairs' | 'no-contrast') => (band: NearRepeatBand) => ({ what: inWords(band), reason });
  return [
    ...bands.filter(({ ratio }) => ratio === null).map(told('no-pairs')),
    ...bands.filter(({ ratio }, cell) => ratio !== null && isWhole(cell)).map(told('no-contrast')),
  ];
}

const inWords = ({ fromMeters, toMeters, fromDays, toDays }: NearRepeatBand): string =>
  `${fromMeters}-${toMeters} m within ${fromDays}-${toDays} days`;
