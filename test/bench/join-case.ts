import type { AreaGeometry, Position } from '#data/schema/area.ts';

export type JoinCase = { areas: AreaGeometry[]; lon: Float64Array; lat: Float64Array };

/** Numbers in [0, 1), the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A made-up city: `count` ragged areas of 400 to 1,200 vertices, wide enough to overlap their neighbors, one in
 * five with a hole, one in ten of two parts; and points over the whole of it, so that most lie in one to three.
 */
export function joinCase(count: number, points: number, vertices: [number, number] = [400, 1200]): JoinCase {
  const random = seeded(1902);
  const side = Math.ceil(Math.sqrt(count));
  const areas = Array.from({ length: count }, (_, i): AreaGeometry => {
    const x = (i % side) + 0.5 + 0.3 * (random() - 0.5);
    const y = Math.floor(i / side) + 0.5 + 0.3 * (random() - 0.5);
    const n = Math.round(vertices[0] + (vertices[1] - vertices[0]) * random());
    const radius = 0.5 + 0.25 * random();
    const rings = [raggedRing(x, y, radius, n, side, random)];
    if (i % 5 === 0) rings.push(raggedRing(x, y, radius * 0.35, Math.ceil(n / 4), side, random));
    if (i % 10 !== 3) return { type: 'Polygon', coordinates: rings };
    const island = raggedRing(x + radius * 2.2, y, radius * 0.3, Math.ceil(n / 4), side, random);
    return { type: 'MultiPolygon', coordinates: [rings, [island]] };
  });
  const lon = Float64Array.from({ length: points }, () => toLon(random() * side, side));
  const lat = Float64Array.from({ length: points }, () => toLat(random() * side, side));
  return { areas, lon, lat };
}

// The city is 0.5 degrees wide and high whatever the number of areas; coordinates have seven decimals, as files do.
const toLon = (x: number, side: number) => Math.round((-82.8 + (0.5 * x) / side) * 1e7) / 1e7;
const toLat = (y: number, side: number) => Math.round((35.4 + (0.5 * y) / side) * 1e7) / 1e7;

function raggedRing(x: number, y: number, radius: number, n: number, side: number, random: () => number): Position[] {
  const [a, b, c] = [random() * 6, random() * 6, random() * 6];
  const ring = Array.from({ length: n }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / n;
    const wave = 1 + 0.15 * Math.sin(3 * angle + a) + 0.08 * Math.sin(7 * angle + b) + 0.04 * Math.sin(23 * angle + c);
    const r = radius * wave * (1 + 0.02 * (random() - 0.5));
    return [toLon(x + r * Math.cos(angle), side), toLat(y + r * Math.sin(angle), side)];
  });
  const [first] = ring;
  return first === undefined ? ring : [...ring, first];
}
