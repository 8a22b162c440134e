import type { Rings } from './outline.ts';

/** Even-odd test of many points against one area: edges laid out flat, the box asked first. */
export function quickTest(rings: Rings): (x: number, y: number) => boolean {
  const edges: number[] = [];
  let [west, south, east, north] = [1e9, 1e9, -1e9, -1e9];
  for (const ring of rings.flat()) {
    ring.forEach(([x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
      edges.push(x, y, nx, ny);
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    });
  }
  const flat = Float64Array.from(edges);
  return (x, y) => {
    if (x < west || x > east || y < south || y > north) return false;
    let inside = false;
    for (let i = 0; i < flat.length; i += 4) {
      const ay = flat[i + 1] ?? 0;
      const by = flat[i + 3] ?? 0;
      if (ay > y === by > y) continue;
      const ax = flat[i] ?? 0;
      if (x < (((flat[i + 2] ?? 0) - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  };
}
