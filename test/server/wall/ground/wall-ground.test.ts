import { afterAll, expect, test } from 'vitest';
import { toWorld } from '#server/documents/place-map/map-frame.ts';
import type { GroundFeature } from '#server/documents/place-map/street-ground.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { wallGroundRoutes } from '#server/routes/wall-ground.ts';
import { drawGround } from '#server/wall/ground/draw-ground.ts';
import { shortPath, thinned } from '#server/wall/ground/thin-path.ts';
import { actingAs, deskOf } from '#test/fixture/record-desk.ts';
import { fillHome, temporaryHome } from '#test/server/extract/make-home.ts';

const BOX = [-82.6, 35.5, -82.5, 35.6] as const;
const street = (name: string, points: [number, number][]): GroundFeature => ({
  ...{ layer: 'street', class: 'local', name, kind: 'line' },
  paths: [points.map(toWorld)],
});

test('the ground says where it lies and holds no word; what lies beyond it is not drawn', () => {
  const svg = drawGround(
    BOX,
    [
      street('Linnet Avenue', [
        [-82.6, 35.55],
        [-82.5, 35.55],
      ]),
      street('Far Road', [
        [-81, 35.55],
        [-81, 35.56],
      ]),
    ],
    [],
  );
  expect(svg).toContain('data-west="-82.6" data-south="35.5" data-east="-82.5" data-north="35.6"');
  expect(svg).not.toMatch(/Linnet|Far Road|<text/);
  expect(svg.match(/M/g)).toHaveLength(1);
  const [, x, y, dx, dy] = /d="M(-?\d+) (-?\d+)l(-?\d+) ?(-?\d+)"/.exec(svg) ?? [];
  const [, height] = /viewBox="0 0 8000 (\d+)"/.exec(svg) ?? [];
  expect([x, dx, dy].map(Number)).toEqual([0, 8000, 0]);
  expect(Number(y) / Number(height)).toBeCloseTo(0.5, 2);
});

test('a thinned line keeps its ends and stays within a unit of every point it had', () => {
  const wave = Array.from({ length: 400 }, (_, i) => [i * 3, 200 * Math.sin(i / 30)] as const);
  const thin = thinned(wave, 1);
  expect(thin.length).toBeLessThan(60);
  expect([thin[0], thin.at(-1)]).toEqual([wave[0], wave.at(-1)]);
  for (const [x, y] of wave) {
    const after = thin.findIndex((point) => point[0] >= x);
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = [thin[Math.max(0, after - 1)], thin[after]];
    const on = bx === ax ? by : ay + ((by - ay) * (x - ax)) / (bx - ax);
    expect(Math.abs(on - y)).toBeLessThan(2.5); // upright; the distance across is less
  }
  const dot = [
    [5, 5],
    [5.2, 5.1],
  ] as const;
  expect(shortPath(dot, false)).toBe('');
});

test('without a basemap that can be read there is a plain ground, the same for good; a manifest that never was has none', async () => {
  const { home, remove } = await temporaryHome();
  afterAll(remove);
  await fillHome(home, { 2023: 60, 2024: 60 });
  const { manifests } = await cutExtracts(home);
  const ask = deskOf(wallGroundRoutes({ home }));
  const path = (hash: string) => `/api/wall/ground/${hash}.svg`;
  const base = await askText(home, path(manifests.public.manifest));
  expect(base.headers.get('Content-Type')).toBe('image/svg+xml');
  expect(base.headers.get('Cache-Control')).toContain('immutable');
  expect(base.text.match(/<path class="wall-land"/g)).toHaveLength(1);
  expect(base.text).not.toContain('wall-street');
  expect((await ask(actingAs('wall'), 'GET', path('0123456789abcdef'))).status).toBe(404);
  expect((await ask(actingAs('wall'), 'GET', path(manifests.restricted.manifest))).status).toBe(404);
  expect((await ask(actingAs('auditor'), 'GET', path('0123456789abcdef'))).status).toBe(403);
});

async function askText(home: string, path: string) {
  const base = newRoutes();
  base.use(async (c, next) => {
    c.set('acting', actingAs('wall'));
    await next();
  });
  base.route('/', wallGroundRoutes({ home }));
  const response = await base.request(path);
  return { headers: response.headers, text: await response.text() };
}
