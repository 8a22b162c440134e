import type { Point } from '#server/documents/place-map/map-frame.ts';

/** The points of a line that are needed to stay within `off` of it. Douglas and Peucker (1973), Cartographica 10, 112. */
export function thinned(line: readonly Point[], off: number): Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return [...line];
  const kept = new Uint8Array(line.length);
  kept[0] = kept[line.length - 1] = 1;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const [at, far] = farthest(line, from, to);
    if (far <= off) continue;
    kept[at] = 1;
    spans.push([from, at], [at, to]);
  }
  return line.filter((_, i) => kept[i] === 1);
}

function farthest(line: readonly Point[], from: number, to: number): [at: number, far: number] {
  const [ax, ay] = line[from] ?? [0, 0];
  const [bx, by] = line[to] ?? [0, 0];
  const length = Math.hypot(bx - ax, by - ay);
  let [at, far] = [from, 0];
  for (let i = from + 1; i < to; i++) {
    const [x, y] = line[i] ?? [0, 0];
    const away =
      length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
    if (away > far) [at, far] = [i, away];
  }
  return [at, far];
}

/** A path through whole numbers, each step from the one before: half as long as written out. Empty for a mere dot. */
export function shortPath(points: readonly Point[], isClosed: boolean): string {
  const steps: string[] = [];
  let [px, py] = [0, 0];
  for (const [at, point] of points.entries()) {
    const [x, y] = [Math.round(point[0]), Math.round(point[1])];
    if (at > 0 && x === px && y === py) continue;
    steps.push(at === 0 ? `M${x} ${y}l` : `${x - px} ${y - py} `.replace(' -', '-'));
    [px, py] = [x, y];
  }
  return steps.length < (isClosed ? 3 : 2) ? '' : `${steps.join('').trimEnd()}${isClosed ? 'z' : ''}`;
}
