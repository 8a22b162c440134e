import { characterAt } from './character.ts';
import { at, lengthOf } from './curve.ts';
import type { StreetClass } from './layout.ts';
import { outlineOf, pointWithin, type Rings } from './outline.ts';
import {
  cutIntoGraph,
  type Edge,
  type Faces,
  facesOf,
  type PlanarGraph,
  type TaggedLine,
  tieLooseEnds,
} from './planar-graph.ts';
import type { Point } from './plane.ts';
import { quickTest } from './quick-test.ts';
import { type Random, randomOf } from './random.ts';
import { SITES, type SiteKind } from './sites.ts';
import { type DrawnStreet, drawStreets } from './street-lines.ts';
import type { Terrain } from './terrain.ts';

/** Tags of lines that are no streets; streets have their index, from 0. */
export const BANK = -1;
export const CITY_EDGE = -2;
export const INTERSTATE_EDGE = -3;
export const RAIL_EDGE = -4;

export type Site = { kind: SiteKind; name: string; rings: Rings };
export type Network = { graph: PlanarGraph; streets: DrawnStreet[]; sites: Site[]; greens: Rings[] };

/** The streets cut at their corners, with the blocks of parks, schools and works cleared of streets. */
export function layNetwork(seed: number, terrain: Terrain): Network {
  const streets = drawStreets(seed, terrain);
  const classOf = (tag: number): StreetClass | undefined => streets[tag]?.class;
  const tied = tieLooseEnds(
    streets.map(({ line }, tag) => ({ line, tag })),
    (tag) => ({ highway: 0, arterial: 120, collector: 260, local: 125 })[classOf(tag) ?? 'highway'],
    (place, tag) => !terrain.blocks(place, classOf(tag) === 'local' ? 'local' : 'collector'),
  );
  const graph = cutIntoGraph([...tied, ...landLines(terrain)]);
  const random = randomOf(seed, 'dead ends');
  const thinned = leaveOutCrossStreets(graph, classOf, terrain, random);
  const pruned = mergedEdges(pruneDeadEnds(thinned, classOf, terrain, random));
  const cleared = clearSites(pruned, classOf, terrain);
  return { ...cleared, graph: mergedEdges(pruneDeadEnds(cleared.graph, classOf, terrain, random)), streets };
}

export function landLines(terrain: Terrain): TaggedLine[] {
  const limit = [...terrain.cityLimit, at(terrain.cityLimit, 0)];
  return [
    { line: terrain.riverBanks[0], tag: BANK },
    { line: terrain.riverBanks[1], tag: BANK },
    { line: [at(terrain.riverBanks[0], 0), at(terrain.riverBanks[1], 0)], tag: BANK },
    { line: limit, tag: CITY_EDGE },
    { line: terrain.interstate, tag: INTERSTATE_EDGE },
    { line: terrain.rail, tag: RAIL_EDGE },
  ];
}

function degreesOf({ nodes, edges }: PlanarGraph): Int32Array {
  const degrees = new Int32Array(nodes.length);
  for (const { a, b } of edges) {
    degrees[a] = (degrees[a] ?? 0) + 1;
    degrees[b] = (degrees[b] ?? 0) + 1;
  }
  return degrees;
}

type ClassOf = (tag: number) => StreetClass | undefined;

// Suburbs are not built through: some cross streets are missing, some end in a turning circle.
function leaveOutCrossStreets(graph: PlanarGraph, classOf: ClassOf, terrain: Terrain, random: Random): PlanarGraph {
  const degrees = degreesOf(graph);
  const nodes = [...graph.nodes];
  const edges: Edge[] = [];
  for (const edge of graph.edges) {
    const middle = at(edge.points, Math.floor(edge.points.length / 2));
    const roll = random.next();
    const length = lengthOf(edge.points);
    const eligible =
      classOf(edge.tag) === 'local' &&
      (degrees[edge.a] ?? 0) > 2 &&
      (degrees[edge.b] ?? 0) > 2 &&
      length > 70 &&
      terrain.inCity(middle);
    const share = eligible ? characterAt(middle).deadEnds * 0.42 : terrain.inCity(middle) ? 0 : 0.3;
    if (roll >= share || (!eligible && classOf(edge.tag) !== 'local')) {
      edges.push(edge);
      continue;
    }
    degrees[edge.a] = (degrees[edge.a] ?? 0) - 1;
    degrees[edge.b] = (degrees[edge.b] ?? 0) - 1;
    if (!eligible || roll < share * 0.45 || length < 120) continue;
    const points = shortened(edge.points, length * 0.62);
    nodes.push(at(points, -1));
    edges.push({ a: edge.a, b: nodes.length - 1, points, tag: edge.tag });
    degrees[edge.a] = (degrees[edge.a] ?? 0) + 1;
  }
  return { nodes, edges };
}

function shortened(line: readonly Point[], meters: number): Point[] {
  const points: Point[] = [at(line, 0)];
  let left = meters;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [at(line, i - 1), at(line, i)];
    const length = lengthOf([a, b]);
    if (length < left) {
      points.push(b);
      left -= length;
      continue;
    }
    const share = left / length;
    const end: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    points.push([Math.round(end[0] * 10) / 10, Math.round(end[1] * 10) / 10]);
    break;
  }
  return points;
}

function pruneDeadEnds(graph: PlanarGraph, classOf: ClassOf, terrain: Terrain, random: Random): PlanarGraph {
  let edges = graph.edges;
  const spared = new Set<Edge>();
  for (;;) {
    const degrees = degreesOf({ nodes: graph.nodes, edges });
    const kept = edges.filter((edge) => {
      const loose = degrees[edge.a] === 1 || degrees[edge.b] === 1;
      if (!loose || edge.tag < 0 || spared.has(edge)) return true;
      const end = degrees[edge.b] === 1 ? at(edge.points, -1) : at(edge.points, 0);
      if (!spare(edge, classOf(edge.tag), terrain.inCity(end), end, random)) return false;
      spared.add(edge);
      return true;
    });
    if (kept.length === edges.length) return { nodes: graph.nodes, edges };
    edges = kept;
  }
}

function spare(edge: Edge, streetClass: StreetClass | undefined, inCity: boolean, end: Point, random: Random): boolean {
  if (!inCity) return streetClass !== 'local' || lengthOf(edge.points) > 80;
  if (streetClass !== 'local') return false;
  const length = lengthOf(edge.points);
  return length > 55 && length < 330 && random.chance(characterAt(end).deadEnds * 1.4);
}

/** Pieces of one street that meet where no other street does become one piece. */
function mergedEdges({ nodes, edges }: PlanarGraph): PlanarGraph {
  const touching = nodes.map((): number[] => []);
  edges.forEach((edge, e) => {
    touching[edge.a]?.push(e);
    touching[edge.b]?.push(e);
  });
  const merged: (Edge | undefined)[] = [...edges];
  touching.forEach((list, node) => {
    const [i, j] = list;
    if (list.length !== 2 || i === undefined || j === undefined || i === j) return;
    const [first, second] = [merged[i], merged[j]];
    if (!first || !second || first.tag !== second.tag) return;
    const head = first.b === node ? first : reversed(first);
    const tail = second.a === node ? second : reversed(second);
    if (head.a === tail.b) return;
    const whole: Edge = { a: head.a, b: tail.b, points: [...head.points, ...tail.points.slice(1)], tag: head.tag };
    merged[i] = whole;
    merged[j] = undefined;
    const far = touching[tail.b];
    far?.splice(far.indexOf(j), 1, i);
  });
  return { nodes, edges: merged.filter((edge) => edge !== undefined) };
}

const reversed = (edge: Edge): Edge => ({ a: edge.b, b: edge.a, points: [...edge.points].reverse(), tag: edge.tag });

function clearSites(
  graph: PlanarGraph,
  classOf: ClassOf,
  terrain: Terrain,
): { graph: PlanarGraph; sites: Site[]; greens: Rings[] } {
  const faces = facesOf(graph);
  const takenBy = new Map<number, number>();
  const middles = faces.faces.map((face) => pointWithin(face.ring));
  middles.forEach((middle, f) => {
    if (!terrain.inCity(middle) || terrain.blocks(middle, 'collector')) return;
    const site = SITES.findIndex((sketch) => sketch.covers(middle));
    if (site >= 0) takenBy.set(f, site);
  });
  const sites = SITES.map(({ kind, name }, s) => {
    const chosen = new Set([...takenBy].filter(([, site]) => site === s).map(([face]) => face));
    return { kind, name, rings: outlineOf(graph.edges, faces, chosen) };
  });
  const edges = graph.edges.filter((edge, e) => {
    if (classOf(edge.tag) !== 'local') return true;
    const left = takenBy.get(faces.faceOf[2 * e] ?? -1);
    return left === undefined || left !== takenBy.get(faces.faceOf[2 * e + 1] ?? -1);
  });
  return {
    graph: { nodes: graph.nodes, edges },
    sites,
    greens: riversideGreens(graph, faces, middles, takenBy, terrain),
  };
}

// Nobody builds between the river road and the river.
function riversideGreens(
  graph: PlanarGraph,
  faces: Faces,
  middles: readonly Point[],
  taken: ReadonlyMap<number, number>,
  terrain: Terrain,
): Rings[] {
  const greens: Rings[] = [];
  faces.faces.forEach((face, f) => {
    const middle = middles[f];
    const byRiver = face.halfEdges.some((h) => graph.edges[h >> 1]?.tag === BANK);
    if (!middle || !byRiver || taken.has(f) || face.area > 55_000 || !terrain.inCity(middle)) return;
    if (isRiver(middle, terrain)) return;
    greens.push(outlineOf(graph.edges, faces, new Set([f])));
  });
  return greens;
}

const rivers = new WeakMap<Terrain, (x: number, y: number) => boolean>();

export function isRiver([x, y]: Point, terrain: Terrain): boolean {
  let test = rivers.get(terrain);
  if (!test) {
    const [left, right] = terrain.riverBanks;
    test = quickTest([[[...left, ...[...right].reverse()]]]);
    rivers.set(terrain, test);
  }
  return test(x, y);
}
