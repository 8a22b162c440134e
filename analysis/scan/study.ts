import { flatten } from '#analysis/shared/flat-points.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { ScanOptions } from './options.ts';

/** One place and its calls by week, oldest first; the last week is the one looked at. All places hold the same weeks. */
export type ScanPlace = {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly counts: ArrayLike<number>;
  readonly residents?: number | null;
};

export type ScanReason =
  | 'no-place' // without coordinates
  | 'no-residents' // the Poisson model cannot say what to expect there
  | 'above-share' // holds more than a circle may
  | 'too-few-places' // fewer than two
  | 'too-few-weeks' // fewer than two
  | 'no-calls'
  | 'one-place' // all calls in one place
  | 'one-week' // all calls in one week
  | 'too-wide' // more cylinders than fit in memory: lower maxShare, maxWeeks or maxRadiusKm
  | 'no-rise'; // no cylinder holds more calls than expected

/** What stays the same over all replications. */
export type Study = {
  readonly places: readonly ScanPlace[]; // from west to east: the order of the file cannot matter
  readonly x: Float64Array; // meters
  readonly y: Float64Array;
  readonly sizes: Float64Array; // residents of each place, or its calls
  readonly size: number; // of all places
  readonly recent: Float64Array; // of the last 1, 2, ... weeks: see `expectedIn`
  readonly divisor: number;
  readonly total: number; // calls
  readonly weeks: number;
};

export function prepareStudy(
  given: readonly ScanPlace[],
  { model, maxWeeks }: ScanOptions,
): { study: Study | null; leftOut: LeftOut<ScanReason>[] } {
  const leftOut: LeftOut<ScanReason>[] = [];
  const leave = (what: string, reason: ScanReason) => leftOut.push({ what, reason });
  const nothing = (reason: ScanReason) => ({ study: null, leftOut: [...leftOut, { what: 'scan', reason }] });
  const kept = given.filter(({ id, lon, lat, residents }) => {
    const isPlaced = Number.isFinite(lon) && Number.isFinite(lat);
    if (!isPlaced) leave(id, 'no-place');
    else if (model === 'poisson' && !((residents ?? 0) > 0)) leave(id, 'no-residents');
    else return true;
    return false;
  });
  const weeks = kept[0]?.counts.length ?? 0;
  const uneven = kept.find(({ counts }) => counts.length !== weeks);
  if (uneven) throw new RangeError(`${uneven.id} holds ${uneven.counts.length} weeks where others hold ${weeks}`);
  if (kept.length < 2) return nothing('too-few-places');
  if (weeks < 2) return nothing('too-few-weeks');

  const { places, x, y } = fromWestToEast(kept);
  const byPlace = Float64Array.from(places, ({ counts }) => sumOf(counts));
  const byWeek = Float64Array.from({ length: weeks }, (_, week) =>
    places.reduce((sum, { counts }) => sum + (counts[week] ?? 0), 0),
  );
  const total = sumOf(byWeek);
  if (total === 0) return nothing('no-calls');
  if (model === 'permutation' && byPlace.some((calls) => calls === total)) return nothing('one-place');
  if (byWeek.some((calls) => calls === total)) return nothing('one-week');

  const sizes = model === 'poisson' ? Float64Array.from(places, ({ residents }) => residents ?? 0) : byPlace;
  const size = sumOf(sizes);
  const longest = Math.min(maxWeeks ?? Math.floor(weeks / 2), weeks - 1);
  const weeksOrCalls = (week: number) => (model === 'poisson' ? total : (byWeek[week] ?? 0));
  let sum = 0;
  const recent = Float64Array.from({ length: longest }, (_, last) => {
    sum += weeksOrCalls(weeks - 1 - last);
    return sum;
  });
  const divisor = model === 'poisson' ? size * weeks : total;
  return { study: { places, x, y, sizes, size, recent, divisor, total, weeks }, leftOut };
}

/**
 * Calls to expect in a circle over the last `week + 1` weeks. Whole numbers until the division, so that as
 * many calls as expected are exactly as many.
 */
export const expectedIn = ({ recent, divisor }: Study, sizeOfCircle: number, week: number): number =>
  (sizeOfCircle * (recent[week] ?? 0)) / divisor;

const sumOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0);

function fromWestToEast(places: readonly ScanPlace[]) {
  const flat = flatten({
    lon: Float64Array.from(places, (one) => one.lon),
    lat: Float64Array.from(places, (one) => one.lat),
  });
  const millimeters = (meters: number | undefined) => Math.round((meters ?? 0) * 1000);
  const [east, north] = [Array.from(flat.x, millimeters), Array.from(flat.y, millimeters)];
  const by = (column: readonly number[], a: number, b: number) => (column[a] ?? 0) - (column[b] ?? 0);
  const idOf = (i: number) => places[i]?.id ?? '';
  const order = [...places.keys()].sort((a, b) => by(east, a, b) || by(north, a, b) || (idOf(a) < idOf(b) ? -1 : 1));
  return {
    places: order.flatMap((i) => places[i] ?? []),
    x: Float64Array.from(order, (i) => (east[i] ?? 0) / 1000),
    y: Float64Array.from(order, (i) => (north[i] ?? 0) / 1000),
  };
}
