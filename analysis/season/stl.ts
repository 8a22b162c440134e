import { loessOf, smooth } from './loess.ts';
import { medianTwice } from './median-twice.ts';
import type { Smoother } from './plan-fits.ts';

export type StlSettings = {
  readonly period: number; // whole steps
  readonly seasonal: Smoother;
  readonly trend: Smoother;
  readonly lowPass: Smoother;
  readonly isPeriodic: boolean; // the same season in every cycle: the mean of each place in it
  readonly inner: number;
  readonly outer: number; // robustness rounds; 0: none
};

export type Decomposition = {
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
  readonly weights: Float64Array; // 0 to 1: how far each step was believed
};

/**
 * Season, trend and remainder by loess. Needs more than two whole periods.
 *
 * Cleveland RB, Cleveland WS, McRae JE, Terpenning I (1990), Journal of Official Statistics 6(1), 3-73; R `stl`.
 */
export function decompose(values: Float64Array, settings: StlSettings): Decomposition {
  const n = values.length;
  const weights = new Float64Array(n).fill(1);
  const trend = new Float64Array(n);
  const seasonal = new Float64Array(n);
  const room = makeRoom(n, settings.period);
  for (let round = 0; round <= settings.outer; round++) {
    const believed = round > 0 ? weights : null;
    for (let i = 0; i < settings.inner; i++) improve(values, settings, believed, { trend, seasonal, ...room });
    if (round < settings.outer) weigh(values, trend, seasonal, weights, room.rest);
  }
  if (settings.isPeriodic) averageCycles(seasonal, settings.period);
  const remainder = values.map((value, i) => value - (seasonal[i] ?? 0) - (trend[i] ?? 0));
  return { seasonal, trend, remainder, weights };
}

type Room = {
  rest: Float64Array;
  cycle: Float64Array; // one period before, one after
  low: Float64Array;
  lower: Float64Array;
  place: Float64Array; // what one place of the period holds, cycle by cycle
  believed: Float64Array; // how far each of them is
  fitted: Float64Array;
};
type State = Room & { trend: Float64Array; seasonal: Float64Array };

function makeRoom(n: number, period: number): Room {
  const [long, cycles] = [n + 2 * period, Math.ceil(n / period)];
  return {
    rest: new Float64Array(n),
    cycle: new Float64Array(long),
    low: new Float64Array(long),
    lower: new Float64Array(long),
    place: new Float64Array(cycles),
    believed: new Float64Array(cycles),
    fitted: new Float64Array(cycles + 2),
  };
}

/** One pass of the inner loop: season from what the trend leaves, trend from what the season leaves. */
function improve(
  values: Float64Array,
  { period, seasonal: seasonalBy, trend: trendBy, lowPass }: StlSettings,
  weights: Float64Array | null,
  state: State,
): void {
  const { trend, seasonal, rest, cycle, low, lower } = state;
  const n = values.length;
  for (let i = 0; i < n; i++) rest[i] = (values[i] ?? 0) - (trend[i] ?? 0);
  smoothCycles(seasonalBy, period, weights, state);
  movingMean(cycle, n + 2 * period, period, low);
  movingMean(low, n + period + 1, period, lower);
  movingMean(lower, n + 2, 3, low);
  smooth(loessOf(lowPass, n, 0), low, null, lower);
  for (let i = 0; i < n; i++) {
    seasonal[i] = (cycle[period + i] ?? 0) - (lower[i] ?? 0);
    rest[i] = (values[i] ?? 0) - (seasonal[i] ?? 0);
  }
  smooth(loessOf(trendBy, n, 0), rest, weights, trend);
}

/** The same place of all cycles together: `rest` smoothed into `cycle`. */
function smoothCycles(
  smoother: Smoother,
  period: number,
  weights: Float64Array | null,
  { rest, cycle, place: own, believed, fitted }: Room,
): void {
  const [fewer, left] = [Math.floor(rest.length / period), rest.length % period];
  const [short, long] = [loessOf(smoother, fewer, 1), loessOf(smoother, fewer + 1, 1)];
  for (let place = 0; place < period; place++) {
    const loess = place < left ? long : short;
    for (let i = 0, at = place; i < loess.count; i++, at += period) {
      own[i] = rest[at] ?? 0;
      if (weights !== null) believed[i] = weights[at] ?? 0;
    }
    smooth(loess, own, weights && believed, fitted);
    for (let i = 0, at = place; i < loess.count + 2; i++, at += period) cycle[at] = fitted[i] ?? 0;
  }
}

/** Means of `length` values in a row: `count - length + 1` of them. */
function movingMean(values: Float64Array, count: number, length: number, into: Float64Array): void {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i] ?? 0;
  into[0] = sum / length;
  for (let i = length; i < count; i++) {
    sum = sum - (values[i - length] ?? 0) + (values[i] ?? 0);
    into[i - length + 1] = sum / length;
  }
}

/** Bisquare weights: a step further off than six medians is not believed at all. */
function weigh(
  values: Float64Array,
  trend: Float64Array,
  seasonal: Float64Array,
  weights: Float64Array,
  room: Float64Array,
): void {
  const n = values.length;
  for (let i = 0; i < n; i++) {
    weights[i] = Math.abs((values[i] ?? 0) - ((trend[i] ?? 0) + (seasonal[i] ?? 0)));
    room[i] = weights[i] ?? 0;
  }
  const far = 3 * medianTwice(room);
  for (let i = 0; i < n; i++) {
    const off = weights[i] ?? 0;
    const share = off / far;
    weights[i] = off <= 0.001 * far ? 1 : off <= 0.999 * far ? (1 - share * share) ** 2 : 0;
  }
}

function averageCycles(seasonal: Float64Array, period: number): void {
  for (let place = 0; place < period; place++) {
    let [sum, count] = [0, 0];
    for (let i = place; i < seasonal.length; i += period) {
      sum += seasonal[i] ?? 0;
      count++;
    }
    for (let i = place; i < seasonal.length; i += period) seasonal[i] = sum / count;
  }
}
