import type { LeftOut } from '#data/schema/answer.ts';
import { fillOptions, type SeasonOptions, toSettings } from './options.ts';
import { type Decomposition, decompose } from './stl.ts';

/** Counts of one category in one area, one a step (week or day), oldest first; empty steps are zeros. */
export type SeasonalCounts = {
  readonly areaId: string;
  readonly category: string;
  readonly counts: ArrayLike<number>;
};

export type Season = Decomposition & {
  areaId: string;
  category: string;
  steps: number;
  strength: number; // of the season, 0 to 1: how much of what the trend leaves it explains
  trendStrength: number;
  highStep: number; // place in the last whole period's steps where the season stands highest, 0 the oldest step
  lowStep: number;
  high: number; // calls above the trend there
  low: number; // calls below it, negative
};

export type SeasonReason =
  | 'short-history' // not more than two whole periods
  | 'no-calls'
  | 'no-variance' // every step holds the same count
  | 'not-a-number';

export const SEASON_CONVENTION =
  'STL (Cleveland 1990) with the defaults of R’s stl; a year of 52.18 weeks is taken as 52 whole weeks, so that the season slips by a day and a quarter each year; days take a period of 7.';
export const SEASON_CAVEAT =
  'Two or three years show a season only roughly, and what happened once at the same time in two years looks like one.';

/** Season, trend and what is left of each series; the strongest season first. */
export function findSeasons(series: readonly SeasonalCounts[], chosen: Partial<SeasonOptions> = {}) {
  const options = fillOptions(chosen);
  const findings: Season[] = [];
  const leftOut: LeftOut<SeasonReason>[] = [];
  for (const one of series) {
    const found = judge(one, options);
    if (typeof found === 'string') leftOut.push({ what: `${one.category} in ${one.areaId}`, reason: found });
    else findings.push(found);
  }
  findings.sort((a, b) => b.strength - a.strength);
  return { findings, leftOut, options };
}

function judge({ areaId, category, counts }: SeasonalCounts, options: SeasonOptions): Season | SeasonReason {
  const values = Float64Array.from(counts);
  if (!values.every(Number.isFinite)) return 'not-a-number';
  if (values.length <= 2 * options.period) return 'short-history';
  const [first] = values;
  if (values.every((value) => value === first)) return first === 0 ? 'no-calls' : 'no-variance';
  const parts = decompose(values, toSettings(options, values.length));
  const lastCycle = values.length - options.period;
  const cycle = parts.seasonal.subarray(lastCycle);
  const [high, low] = [Math.max(...cycle), Math.min(...cycle)];
  return {
    areaId,
    category,
    steps: values.length,
    strength: strengthOf(parts.seasonal, parts.remainder),
    trendStrength: strengthOf(parts.trend, parts.remainder),
    highStep: lastCycle + cycle.indexOf(high),
    lowStep: lastCycle + cycle.indexOf(low),
    high,
    low,
    ...parts,
  };
}

/** Wang X, Smith K, Hyndman R (2006), Data Mining and Knowledge Discovery 13, 335-364. */
function strengthOf(part: Float64Array, remainder: Float64Array): number {
  const both = varianceOf(part.map((value, i) => value + (remainder[i] ?? 0)));
  return both > 0 ? Math.max(0, 1 - varianceOf(remainder) / both) : 0;
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
