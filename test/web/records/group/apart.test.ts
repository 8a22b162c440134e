import { expect, test } from 'vitest';
import { keptApart } from '#web/records/group/apart.ts';
import type { Point } from '#web/records/group/use-street-map.ts';

const line = (every: number): Point[] => Array.from({ length: 200 }, (_, at) => [at * every, 300]);

test('no two handles lie closer than the reach, and every hidden one has a shown one that near', () => {
  const points: Point[] = Array.from({ length: 400 }, (_, at) => [(at * 37) % 211, (at * 91) % 173]);
  const kept = keptApart(points, 24);
  const far = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const shown = points.filter((_, at) => kept.has(at));
  for (const [at, point] of points.entries()) {
    const others = kept.has(at) ? shown.filter((each) => each !== point) : shown;
    const nearest = Math.min(...others.map((each) => far(each, point)));
    if (kept.has(at)) expect(nearest).toBeGreaterThanOrEqual(24);
    else expect(nearest).toBeLessThan(24);
  }
});

test('the corner that was chosen keeps its handle among dense ones', () => {
  expect(keptApart(line(5), 24).has(3)).toBe(false);
  const kept = keptApart(line(5), 24, 3);
  expect(kept.has(3)).toBe(true);
  expect(kept.has(0)).toBe(false);
});

test('coming closer brings every handle back', () => {
  expect(keptApart(line(5), 24).size).toBe(40);
  expect(keptApart(line(24), 24).size).toBe(200);
});
