import { Components } from '#analysis/shared/components.ts';
import { cutIntoStrips, type Strips, visitNearPairs } from '#analysis/shared/near-pairs.ts';
import { pick } from '#analysis/shared/pick.ts';
import type { Stacks } from './stacks.ts';

/** Whose a call is that lies in reach of two clusters but makes none itself. */
export type BorderRule = 'nearest' | 'first';

export const NO_CLUSTER = -1;

/**
 * DBSCAN over stacks: the cluster of each stack, or -1, and which stacks are cores. A core has
 * `minCalls` calls within `radius` meters, itself and the edge counted; cores in reach of each
 * other are one cluster, and what else is in reach of a core belongs to it.
 *
 * Ester M, Kriegel HP, Sander J, Xu X (1996), KDD-96, 226-231; as sklearn `DBSCAN`, but for border ties.
 */
export function dbscan(stacks: Stacks, radius: number, minCalls: number, rule: BorderRule) {
  const strips = cutIntoStrips(stacks.x, stacks.y, radius);
  const isCore = findCores(stacks, strips, minCalls);
  const clusterOf = joinCores(stacks, isCore, radius);
  addBorders(clusterOf, stacks, strips, isCore, rule);
  return { clusterOf, isCore };
}

/** The cluster of each core, the number of one of them, found among the cores alone: most calls are none. */
function joinCores({ x, y }: Stacks, isCore: Uint8Array, radius: number): Int32Array {
  const cores = new Uint32Array(isCore.keys()).filter((i) => isCore[i] === 1);
  const components = new Components(cores.length);
  visitNearPairs(cutIntoStrips(pick(x, cores), pick(y, cores), radius), 'euclidean', (i, j) => {
    components.join(i, j);
    return true;
  });
  const clusterOf = new Int32Array(isCore.length).fill(NO_CLUSTER);
  cores.forEach((core, i) => {
    clusterOf[core] = cores[components.rootOf(i)] ?? NO_CLUSTER;
  });
  return clusterOf;
}

function findCores({ calls }: Stacks, strips: Strips, minCalls: number): Uint8Array {
  const near = new Float64Array(calls);
  visitNearPairs(strips, 'euclidean', (i, j) => {
    near[i] = (near[i] ?? 0) + (calls[j] ?? 0);
    near[j] = (near[j] ?? 0) + (calls[i] ?? 0);
    return true;
  });
  return new Uint8Array(near.map((count) => (count >= minCalls ? 1 : 0)));
}

function addBorders(clusterOf: Int32Array, stacks: Stacks, strips: Strips, isCore: Uint8Array, rule: BorderRule): void {
  const rank = rankClusters(clusterOf, stacks, rule);
  const distance = new Float64Array(isCore.length).fill(Infinity);
  visitNearPairs(strips, 'euclidean', (i, j, meters) => {
    if (isCore[i] === isCore[j]) return true;
    const [core, border] = isCore[i] === 1 ? [i, j] : [j, i];
    const [found, had] = [clusterOf[core] ?? 0, clusterOf[border] ?? NO_CLUSTER];
    const rounded = rule === 'nearest' ? Math.round(meters * 1000) : 0;
    const nearer = rounded - (distance[border] ?? Infinity);
    if (nearer > 0 || (nearer === 0 && (rank[found] ?? 0) >= (rank[had] ?? 0))) return true;
    clusterOf[border] = found;
    distance[border] = rounded;
    return true;
  });
}

/** Which of two clusters comes first: that of the earliest core in the file, or the one that reaches further west. */
function rankClusters(clusterOf: Int32Array, { x, y, firstCall }: Stacks, rule: BorderRule): Uint32Array {
  const millimeters = (column: Float64Array, i: number) => Math.round((column[i] ?? 0) * 1000);
  const west = (a: number, b: number) => millimeters(x, a) - millimeters(x, b) || millimeters(y, a) - millimeters(y, b);
  const early = (a: number, b: number) => (firstCall[a] ?? 0) - (firstCall[b] ?? 0);
  const before = rule === 'first' ? early : west;
  const firstCore = new Map<number, number>();
  clusterOf.forEach((cluster, core) => {
    if (cluster === NO_CLUSTER) return;
    const first = firstCore.get(cluster);
    if (first === undefined || before(core, first) < 0) firstCore.set(cluster, core);
  });
  const rank = new Uint32Array(x.length);
  const inOrder = [...firstCore].sort(([, a], [, b]) => before(a, b) || a - b);
  for (const [place, [cluster]] of inOrder.entries()) rank[cluster] = place;
  return rank;
}
