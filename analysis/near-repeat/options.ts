import type { Metric } from '#analysis/shared/near-pairs.ts';
import type { EdgeRule } from './bands.ts';

export type NearRepeatOptions = {
  readonly meters: readonly number[]; // upper edges of the distance bands, rising; 0 is a band of its own: the same place
  readonly days: readonly number[]; // upper edges of the time bands, rising; 0 is the same day
  readonly distance: Metric;
  readonly edge: EdgeRule;
  readonly clock: 'dates' | 'elapsed'; // whole local dates apart, or time elapsed to the minute
  readonly permutations: number;
  readonly seed: number;
  readonly minString: number; // calls a string needs to be listed
};

const DEFAULTS: NearRepeatOptions = {
  meters: [0, 100, 200, 300, 400],
  days: [7, 14, 21, 28],
  distance: 'manhattan',
  edge: 'nearer',
  clock: 'dates',
  permutations: 999,
  seed: 1,
  minString: 2,
};

/** Fills in the defaults. Throws a RangeError that names the option where one cannot be used. */
export function fillOptions(chosen: Partial<NearRepeatOptions>): NearRepeatOptions {
  const options = { ...DEFAULTS, ...chosen };
  refuseEdges('meters', options.meters);
  refuseEdges('days', options.days);
  refuseNumber('permutations', options.permutations, 1);
  refuseNumber('minString', options.minString, 2);
  return options;
}

export const areEdges = (edges: readonly number[]): boolean =>
  edges.length > 0 &&
  edges.length <= MOST_BANDS &&
  edges.every((edge, i) => Number.isFinite(edge) && edge >= 0 && edge > (edges[i - 1] ?? -1));

const MOST_BANDS = 50;
export const EDGES_WANTED = `1 to ${MOST_BANDS} edges, rising from 0 or more`;

function refuseEdges(name: string, edges: readonly number[]): void {
  if (!areEdges(edges)) throw new RangeError(`${name} needs ${EDGES_WANTED}, not ${edges.join(', ')}`);
}

function refuseNumber(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least)
    throw new RangeError(`${name} is a whole number of at least ${least}, not ${value}`);
}
