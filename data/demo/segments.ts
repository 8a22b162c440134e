import { characterAt } from './character.ts';
import { along, at, type Line, lengthOf } from './curve.ts';
import type { StreetClass } from './layout.ts';
import { isRiver, type Network } from './network.ts';
import { distance, type Point } from './plane.ts';
import { quickTest } from './quick-test.ts';
import type { Terrain } from './terrain.ts';

/** One side-to-side piece of a street between two corners, with its hundred-block. */
export type StreetSegment = {
  street: string;
  class: StreetClass;
  hundred: number; // 1100: numbers 1100 to 1199
  line: Line; // from low numbers to high
  addresses: number;
  residents: number; // a share, not a whole number
};

export const ADDRESSES = 42_000;
export const RESIDENTS = 95_000;

const ORIGIN: Point = [-150, 200]; // Pell Street at Linnet Avenue: where the numbers begin

/** All segments inside the city limit, in the order of their streets. */
export function numberSegments(network: Network, terrain: Terrain): StreetSegment[] {
  const byStreet = new Map<number, Line[]>();
  for (const edge of network.graph.edges) {
    if (edge.tag < 0 || !terrain.inCity(at(edge.points, Math.floor(edge.points.length / 2)))) continue;
    const lines = byStreet.get(edge.tag);
    if (lines) lines.push(edge.points);
    else byStreet.set(edge.tag, [edge.points]);
  }
  const segments: StreetSegment[] = [];
  for (const [tag, pieces] of byStreet) {
    const street = network.streets[tag];
    if (!street) continue;
    const lines = outward(inOrder(pieces, street.line));
    let met = 0;
    let last = 0;
    const first = Math.max(1, Math.round(distance(at(lines[0] ?? [], 0), ORIGIN) / 115));
    for (const line of lines) {
      const hundred = Math.max(last + 100, 100 * (first + Math.floor(met / 115)));
      segments.push({ street: street.name, class: street.class, hundred, line, addresses: 0, residents: 0 });
      met += lengthOf(line);
      last = hundred;
    }
  }
  settle(segments, network, terrain);
  return segments;
}

function inOrder(pieces: readonly Line[], street: Line): Line[] {
  const place = (point: Point): number => {
    let nearest = Number.POSITIVE_INFINITY;
    let index = 0;
    street.forEach((p, i) => {
      const away = distance(p, point);
      if (away >= nearest) return;
      nearest = away;
      index = i;
    });
    return index;
  };
  return pieces
    .map((line) => {
      const [head, tail] = [place(at(line, 0)), place(at(line, -1))];
      return head <= tail ? { line, from: head } : { line: [...line].reverse(), from: tail };
    })
    .sort((a, b) => a.from - b.from)
    .map(({ line }) => line);
}

// Numbers grow away from the middle of town.
function outward(lines: Line[]): Line[] {
  const start = distance(at(lines[0] ?? [], 0), ORIGIN);
  const end = distance(at(lines.at(-1) ?? [], -1), ORIGIN);
  return start <= end ? lines : lines.map((line) => [...line].reverse()).reverse();
}

/** Spreads the city's addresses and residents over its segments; sums are exact. */
function settle(segments: StreetSegment[], network: Network, terrain: Terrain): void {
  const sites = network.sites.map(({ rings }) => quickTest(rings));
  const wanted = segments.map((segment) => {
    const { point } = along(segment.line, lengthOf(segment.line) / 2);
    if (sites.some((inside) => inside(point[0], point[1])) || isRiver(point, terrain)) return 0;
    const share = { highway: 0, arterial: 0.65, collector: 0.85, local: 1 }[segment.class];
    return Math.max(0, lengthOf(segment.line) - 30) * characterAt(point).perKm * share;
  });
  const scale = ADDRESSES / wanted.reduce((sum, n) => sum + n, 0);
  let owed = 0;
  let people = 0;
  segments.forEach((segment, i) => {
    owed += (wanted[i] ?? 0) * scale;
    segment.addresses = Math.floor(owed + 1e-6);
    owed -= segment.addresses;
    const { perKm } = characterAt(at(segment.line, 0));
    segment.residents = segment.addresses * Math.max(1.5, 2.75 - perKm / 100);
    people += segment.residents;
  });
  for (const segment of segments) segment.residents *= RESIDENTS / people;
}

/** Where the nth address of a segment stands: odd numbers on the left, even on the right, set back from the street. */
export function addressAt(segment: StreetSegment, n: number): { point: Point; number: number } {
  const meters = lengthOf(segment.line);
  const { point, direction } = along(segment.line, 12 + ((n + 0.5) / Math.max(1, segment.addresses)) * (meters - 24));
  const side = n % 2 === 0 ? 13 : -13;
  const number = segment.hundred + 1 + Math.min(98, Math.floor(((n + 0.5) / Math.max(1, segment.addresses)) * 99));
  const even = n % 2 === 0 ? 1 : 0;
  return {
    point: [point[0] - direction[1] * side, point[1] + direction[0] * side],
    number: number - ((number + even) % 2),
  };
}
