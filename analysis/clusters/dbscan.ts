import { Components } from '#analysis/shared/components.ts';
import { cutIntoStrips, type Strips, visitNearPairs } from '#analysis/shared/near-pairs.ts';
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
  const { x, y } = stacks;
  const strips = cutIntoStrips(x, y, radius);
  const isCore = findCores(stacks, strips, minCalls);
  const components = new Components(x.length);
  visitNearPairs(strips, 'euclidean', (i, j) => {
    if (isCore[i] === 1 && isCore[j] === 1) components.join(i, j);
    return true;
  });
  const clusterOf = Int32Array.from(x, (_, i) => (isCore[i] === 1 ? components.rootOf(i) : NO_CLUSTER));
  addBorders(clusterOf, stacks, strips, isCore, rule);
  return { clusterOf, isCore };
}

function findCores({ calls }: Stacks, strips: Strips, minCalls: number): Uint8Array {
  const near = Float64Array.from(calls);
  visitNearPairs(strips, 'euclidean', (i, j) => {
    near[i] = (near[i] ?? 0) + (calls[j] ?? 0);
    near[j] = (near[j] ?? 0) + (calls[i] ?? 0);
    return true;
  });
  return Uint8Array.from(near, (count) => (count >= minCalls ? 1 : 0));
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
  const cores = Array.from(clusterOf.keys()).filter((i) => clusterOf[i] !== NO_CLUSTER);
  const millimeters = (column: Float64Array, i: number) => Math.round((column[i] ?? 0) * 1000);
  const west = (a: number, b: number) => millimeters(x, a) - millimeters(x, b) || millimeters(y, a) - millimeters(y, b);
  const early = (a: number, b: number) => (firstCall[a] ?? 0) - (firstCall[b] ?? 0);
  const rank = new Uint32Array(x.length).fill(cores.length);
  cores.sort(rule === 'first' ? early : west).forEach((core, place) => {
    const cluster = clusterOf[core] ?? 0;
    rank[cluster] = Math.min(rank[cluster] ?? 0, place);
  });
  return rank;
}
