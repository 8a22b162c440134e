import { flatten } from '#analysis/shared/flat-points.ts';
import { pick } from '#analysis/shared/pick.ts';
import { placedRows } from '#analysis/shared/points.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { type BorderRule, dbscan, NO_CLUSTER } from './dbscan.ts';
import { type Stacks, stackUp } from './stacks.ts';

/** Calls that lie densely together, with those in reach of them. */
export type CallCluster = {
  calls: number;
  coreCalls: number; // with enough calls around them to make a cluster
  places: number;
  largestStack: number; // calls at its busiest place
  lon: number; // mean of its calls
  lat: number;
  radiusMeters: number; // from there to its farthest call
  rows: number[]; // of the columns given, in rising order
};

export type ClustersOptions = {
  readonly radiusMeters: number;
  readonly minCalls: number; // within the radius, the call itself counted
  readonly border: BorderRule; // whose a border call between two clusters is
};

export type ClustersReason =
  | 'no-place'
  | 'too-few-calls' // fewer than a cluster needs
  | 'in-no-cluster'
  | 'one-place'; // all calls on one point: a stack, with no extent

export const CLUSTERS_CONVENTION =
  'DBSCAN in meters on a local plane: a core has enough calls within the radius, itself and the edge counted; a border call between two clusters belongs to the nearest core; calls on one point count each.';
export const CLUSTERS_CAVEAT =
  'Clusters follow where people and streets are, and where calls are pinned: one address with many calls is a cluster of its own. No chance is reckoned, and another radius draws others.';

/**
 * Where calls lie densely together, whatever the boundaries; largest first. Says nothing about
 * chance: an evenly busy downtown is one large cluster.
 */
export function findClusters(
  points: { readonly lon: Float64Array; readonly lat: Float64Array },
  chosen: Partial<ClustersOptions> = {},
): { findings: CallCluster[]; leftOut: LeftOut<ClustersReason>[]; options: ClustersOptions } {
  const options: ClustersOptions = { radiusMeters: 150, minCalls: 10, border: 'nearest', ...chosen };
  refuse(options);
  const { lon, lat } = points;
  const rows = placedRows(points);
  const leftOut: LeftOut<ClustersReason>[] = [];
  if (rows.length < lon.length) leftOut.push({ what: `${lon.length - rows.length} calls`, reason: 'no-place' });
  if (rows.length < options.minCalls)
    return { findings: [], leftOut: [...leftOut, { what: 'clusters', reason: 'too-few-calls' }], options };

  const flat = flatten({ lon: pick(lon, rows), lat: pick(lat, rows) });
  const stacks = stackUp(flat);
  if (stacks.x.length === 1) leftOut.push({ what: 'extent of the cluster', reason: 'one-place' });
  const { clusterOf, isCore } = dbscan(stacks, options.radiusMeters, options.minCalls, options.border);

  const members = new Map<number, number[]>(); // calls, as numbers among those with a place
  let noise = 0;
  for (let i = 0; i < rows.length; i++) {
    const cluster = clusterOf[stacks.stackOf[i] ?? 0] ?? NO_CLUSTER;
    const known = cluster === NO_CLUSTER ? undefined : members.get(cluster);
    if (cluster === NO_CLUSTER) noise++;
    else if (known) known.push(i);
    else members.set(cluster, [i]);
  }
  if (noise > 0) leftOut.push({ what: `${noise} calls`, reason: 'in-no-cluster' });
  const findings = [...members.values()].map((calls) => describe(calls, stacks, isCore, flat, rows, points));
  return { findings: findings.sort((a, b) => b.calls - a.calls || a.lon - b.lon || a.lat - b.lat), leftOut, options };
}

function refuse({ radiusMeters, minCalls, border }: ClustersOptions): void {
  if (!(radiusMeters > 0 && Number.isFinite(radiusMeters)))
    throw new RangeError(`radiusMeters needs to be above 0, not ${radiusMeters}`);
  if (!Number.isInteger(minCalls) || minCalls < 1)
    throw new RangeError(`minCalls is a whole number of at least 1, not ${minCalls}`);
  if (border !== 'nearest' && border !== 'first') throw new RangeError(`border is nearest or first, not ${border}`);
}

function describe(
  calls: readonly number[],
  { stackOf, calls: stackSize }: Stacks,
  isCore: Uint8Array,
  { x, y }: { x: Float64Array; y: Float64Array },
  rows: Uint32Array,
  points: { readonly lon: Float64Array; readonly lat: Float64Array },
): CallCluster {
  const mean = (column: Float64Array, of: (i: number) => number) =>
    calls.reduce((sum, i) => sum + (column[of(i)] ?? 0), 0) / calls.length;
  const [east, north] = [mean(x, (i) => i), mean(y, (i) => i)];
  const own = new Set(calls.map((i) => stackOf[i] ?? 0));
  const rowOf = (i: number) => rows[i] ?? 0;
  return {
    calls: calls.length,
    coreCalls: calls.filter((i) => isCore[stackOf[i] ?? 0] === 1).length,
    places: own.size,
    largestStack: [...own].reduce((most, stack) => Math.max(most, stackSize[stack] ?? 0), 0),
    lon: mean(points.lon, rowOf),
    lat: mean(points.lat, rowOf),
    radiusMeters: calls.reduce((far, i) => Math.max(far, Math.hypot((x[i] ?? 0) - east, (y[i] ?? 0) - north)), 0),
    rows: calls.map(rowOf),
  };
}
