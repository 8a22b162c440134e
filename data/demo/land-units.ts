import { BANK, CITY_EDGE, INTERSTATE_EDGE, isRiver, type Network } from './network.ts';
import { outlineOf, pointWithin, type Rings } from './outline.ts';
import { type Edge, type Faces, facesOf, twin } from './planar-graph.ts';
import { distance, type Point } from './plane.ts';
import type { Terrain } from './terrain.ts';

/** Ground between through roads, river and city limit: what boundaries are made of. */
export type LandUnits = {
  middles: Point[];
  areas: number[]; // square meters
  water: boolean[];
  neighbors: number[][];
  /** The outline of the units that are chosen. */
  outline(chosen: Iterable<number>): Rings;
};

/** Units between arterials and collectors, or, with `blocks`, between all streets. */
export function unitsOf(network: Network, terrain: Terrain, every: 'through-roads' | 'blocks'): LandUnits {
  const bounds = network.graph.edges.filter(({ tag }) => {
    if (tag < 0) return tag === BANK || tag === CITY_EDGE || tag === INTERSTATE_EDGE;
    return every === 'blocks' || network.streets[tag]?.class !== 'local';
  });
  const edges = connected(network.graph.nodes.length, bounds);
  const all = facesOf({ nodes: network.graph.nodes, edges });
  const ids: number[] = [];
  const middles: Point[] = [];
  const areas: number[] = [];
  all.faces.forEach((face, f) => {
    const middle = pointWithin(face.ring);
    if (!terrain.inCity(middle)) return;
    ids.push(f);
    middles.push(middle);
    areas.push(face.area);
  });
  return {
    middles,
    areas,
    water: middles.map((middle) => isRiver(middle, terrain)),
    neighbors: neighborsOf(edges, all, ids),
    outline: (chosen) => outlineOf(edges, all, new Set([...chosen].map((unit) => ids[unit] ?? -1))),
  };
}

// A loop that hangs on nothing would lie inside another unit and be counted twice.
function connected(nodes: number, edges: readonly Edge[]): Edge[] {
  const parent = Int32Array.from({ length: nodes }, (_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] ?? r;
    for (let k = i; k !== r; ) [k, parent[k]] = [parent[k] ?? r, r];
    return r;
  };
  for (const { a, b } of edges) parent[root(a)] = root(b);
  const sizes = new Map<number, number>();
  for (const { a } of edges) sizes.set(root(a), (sizes.get(root(a)) ?? 0) + 1);
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return edges.filter(({ a }) => root(a) === largest);
}

function neighborsOf(edges: readonly Edge[], { faceOf }: Faces, ids: readonly number[]): number[][] {
  const unitOf = new Map(ids.map((face, unit) => [face, unit]));
  const sets = ids.map(() => new Set<number>());
  for (let h = 0; h < edges.length * 2; h++) {
    const here = unitOf.get(faceOf[h] ?? -1);
    const there = unitOf.get(faceOf[twin(h)] ?? -1);
    if (here !== undefined && there !== undefined && here !== there) sets[here]?.add(there);
  }
  return sets.map((set) => [...set].sort((a, b) => a - b));
}

const SEED_AREA = 60_000; // a sliver between two roads is no middle of anything

/**
 * Splits units into `count` contiguous parts of like size: seeds as far from each other
 * as can be, then each unit goes to the seed nearest by way of neighbors. The river is far to cross.
 */
export function partition({ middles, areas, water, neighbors }: Omit<LandUnits, 'outline'>, count: number): number[] {
  const reach = (from: number): Float64Array => walkFrom([from], middles, water, neighbors).meters;
  let nearest = reach(0);
  const seeds: number[] = [];
  while (seeds.length < count) {
    let far = 0;
    nearest.forEach((meters, unit) => {
      if (!water[unit] && (areas[unit] ?? 0) > SEED_AREA && Number.isFinite(meters) && meters > (nearest[far] ?? 0))
        far = unit;
    });
    if (seeds.length === 0) nearest = new Float64Array(middles.length).fill(Number.POSITIVE_INFINITY);
    seeds.push(far);
    const from = reach(far);
    nearest = nearest.map((meters, unit) => Math.min(meters, from[unit] ?? meters));
  }
  return [...walkFrom(seeds, middles, water, neighbors).owner];
}

function walkFrom(
  seeds: readonly number[],
  middles: readonly Point[],
  water: readonly boolean[],
  neighbors: readonly number[][],
): { meters: Float64Array; owner: Int32Array } {
  const meters = new Float64Array(middles.length).fill(Number.POSITIVE_INFINITY);
  const owner = new Int32Array(middles.length).fill(-1);
  const open = new Set<number>(seeds);
  seeds.forEach((unit, seed) => {
    meters[unit] = 0;
    owner[unit] = seed;
  });
  while (open.size > 0) {
    let here = -1;
    for (const unit of open) if (here < 0 || (meters[unit] ?? 0) < (meters[here] ?? 0)) here = unit;
    open.delete(here);
    const from = middles[here];
    if (!from) continue;
    for (const there of neighbors[here] ?? []) {
      const to = middles[there];
      if (!to) continue;
      const cost = (meters[here] ?? 0) + distance(from, to) + (water[here] || water[there] ? 1500 : 0);
      if (cost >= (meters[there] ?? 0)) continue;
      meters[there] = cost;
      owner[there] = owner[here] ?? -1;
      open.add(there);
    }
  }
  return { meters, owner };
}
