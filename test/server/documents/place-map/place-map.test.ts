import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distance } from '@turf/turf';
import GeoJSONVT from 'geojson-vt';
import { afterAll, expect, test } from 'vitest';
import vtPbf from 'vt-pbf';
import { writeArchive } from '#data/demo/pmtiles-archive.ts';
import { randomOf } from '#data/demo/random.ts';
import type { Position } from '#data/schema/area.ts';
import { fitFrame } from '#server/documents/place-map/map-frame.ts';
import { numbersInWords, placeMarks } from '#server/documents/place-map/number-marks.ts';
import { frameOf, placeMap } from '#server/documents/place-map/place-map.ts';
import { scaleBars } from '#server/documents/place-map/scale-bar.ts';
import { type GroundFeature, readGround } from '#server/documents/place-map/street-ground.ts';

const SIZE = { width: 352, height: 292, padding: 30, leastMeters: 700 };
const SQUARE: Position[] = [
  [-82.6, 35.58],
  [-82.58, 35.58],
  [-82.58, 35.6],
  [-82.6, 35.6],
  [-82.6, 35.58],
];
const AREA = { name: 'Eastbank & River', geometry: { type: 'Polygon' as const, coordinates: [SQUARE] } };

test('every place lies within the frame, and its pixels are meters on the ground within 1 in 200', () => {
  for (const latitude of [-54, 0, 35.6, 64]) {
    const places: Position[] = [
      [10, latitude],
      [10.04, latitude + 0.01],
      [10.01, latitude - 0.015],
    ];
    const frame = fitFrame(places, SIZE);
    for (const [x, y] of places.map(frame.toPixel)) {
      expect(x).toBeGreaterThanOrEqual(SIZE.padding - 0.01);
      expect(x).toBeLessThanOrEqual(SIZE.width - SIZE.padding + 0.01);
      expect(y).toBeGreaterThanOrEqual(SIZE.padding - 0.01);
      expect(y).toBeLessThanOrEqual(SIZE.height - SIZE.padding + 0.01);
    }
    const [[ax, ay] = [0, 0], [bx, by] = [0, 0]] = places.map(frame.toPixel);
    const meters = distance(places[0] ?? [0, 0], places[1] ?? [0, 0], { units: 'meters' });
    expect((Math.hypot(ax - bx, ay - by) * frame.metersPerPixel) / meters).toBeCloseTo(1, 2);
  }
});

test('one place alone has ground around it, and north is up', () => {
  const frame = fitFrame([[-82.59, 35.59]], SIZE);
  expect(frame.metersPerPixel * SIZE.height).toBeCloseTo(700, 6);
  expect(frame.toPixel([-82.59, 35.59]).map(Math.round)).toEqual([176, 146]);
  expect(frame.toPixel([-82.59, 35.591])[1]).toBeLessThan(146);
  expect(() => fitFrame([], SIZE)).toThrow(RangeError);
  expect(frameOf([], [], SIZE)).toBeNull();
});

const marksAt = (places: readonly Position[]) => places.map((at, i) => ({ at, number: i + 1 }));

test('no number covers another number or another place, however crowded, and each place is drawn', () => {
  const random = randomOf(7, 'marks');
  for (let round = 0; round < 25; round++) {
    const spread = 0.0005 * (1 + (round % 9));
    const places = Array.from(
      { length: 5 + round },
      (): Position => [-82.59 + random.next() * spread, 35.59 + random.next() * spread],
    );
    const marks = marksAt(places);
    const placed = placeMarks(marks, fitFrame([...places, [-82.585, 35.595]], SIZE));
    const shown = placed.filter(({ words }) => words !== '');
    for (const one of shown) {
      const { x, y, width, height } = one.label;
      for (const other of shown) {
        if (other === one) continue;
        const apart =
          x >= other.label.x + other.label.width ||
          other.label.x >= x + width ||
          y >= other.label.y + other.label.height ||
          other.label.y >= y + height;
        expect(apart).toBe(true);
      }
      for (const other of placed) {
        const [px, py] = other.point;
        const isCovered = px > x && px < x + width && py > y && py < y + height;
        if (other !== one) expect(isCovered).toBe(false);
      }
    }
    expect(new Set(placed.flatMap(({ point }) => point)).size).toBe(placed.length * 2);
  }
});

test('cases at one place share one mark, their numbers in runs', () => {
  const places: Position[] = [
    [-82.59, 35.59],
    [-82.59, 35.59],
    [-82.59, 35.59],
    [-82.58, 35.595],
    [-82.59, 35.59],
  ];
  const placed = placeMarks(marksAt(places), fitFrame(places, SIZE));
  expect(placed.map(({ words }) => words).toSorted()).toEqual(['1–3, 5', '4']);
  expect(numbersInWords([9, 1, 2, 3, 7, 8])).toBe('1–3, 7, 8, 9'.replace('7, 8, 9', '7–9'));
  expect(numbersInWords([4, 5])).toBe('4, 5');
});

test('the scale has the longest round lengths that fit, in feet or miles and in meters', () => {
  expect(scaleBars(1, 120)).toMatchObject({ american: { words: '200 feet' }, metric: { words: '100 m', pixels: 100 } });
  expect(scaleBars(1, 120).american.pixels).toBeCloseTo(60.96, 9);
  expect(scaleBars(10, 120)).toMatchObject({ american: { words: '1/2 mile' }, metric: { words: '1 km' } });
  expect(scaleBars(40, 120)).toMatchObject({ american: { words: '2 miles' }, metric: { words: '2 km' } });
});

const folder = await mkdtemp(join(tmpdir(), 'place-map-'));
afterAll(() => rm(folder, { recursive: true }));

const street = (name: string, kind: string, from: Position, to: Position): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { class: kind, name },
  geometry: { type: 'LineString', coordinates: [from, to] },
});

/** One zoom of one layer over the square, as a department's basemap holds it. */
async function keepBasemap(home: string): Promise<void> {
  const features = [
    street('Pell Street', 'arterial', [-82.61, 35.59], [-82.57, 35.592]),
    street('<Elm> Way', 'local', [-82.592, 35.57], [-82.592, 35.61]),
  ];
  const index = new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 14, indexMaxZoom: 10 });
  const at = (share: number) => Math.floor(share * 2 ** 14);
  const tiles = [];
  for (let x = at(97.37 / 360); x <= at(97.44 / 360); x++) {
    for (let y = 6445; y <= 6470; y++) {
      const tile = index.getTile(14, x, y);
      if (tile)
        tiles.push({
          z: 14,
          x,
          y,
          bytes: vtPbf.fromGeojsonVt({ street: { features: tile.features } }, { version: 2, extent: 4096 }),
        });
    }
  }
  await mkdir(join(home, 'demo'), { recursive: true });
  const archive = writeArchive(tiles, { bounds: [-82.7, 35.5, -82.5, 35.7], center: [-82.6, 35.6, 14], metadata: {} });
  await writeFile(join(home, 'demo', 'basemap.pmtiles'), archive);
}

test('streets come from the department’s own basemap, where they are, by name', async () => {
  await keepBasemap(folder);
  const frame = fitFrame(
    [
      [-82.601, 35.587],
      [-82.589, 35.597],
    ],
    SIZE,
  );
  const ground = await readGround(folder, frame.box);
  expect(new Set(ground?.map(({ name }) => name))).toEqual(new Set(['Pell Street', '<Elm> Way']));
  const lines = (ground ?? []).filter(({ name }) => name === '<Elm> Way').flatMap(({ paths }) => paths);
  const [x] = frame.toPixel([-82.592, 35.59]);
  for (const point of lines.flat()) expect(frame.fromWorld(point)[0]).toBeCloseTo(x, 1);
  const { svg } = placeMap({ id: 'm', label: 'a "map"', frame, ground: ground ?? [], areas: [AREA], marks: [] });
  expect(svg).toMatch(/<textPath[^>]*>Pell Street<\/textPath>/);
  expect(svg).toContain('&lt;Elm&gt; Way');
  expect(svg).toContain('Eastbank &amp; River');
  expect(svg).toContain('aria-label="a &quot;map&quot;"');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('a home without a basemap, or with one that cannot be read, has a map without streets', async () => {
  const box = [-82.6, 35.58, -82.58, 35.6] as const;
  expect(await readGround(join(folder, 'nowhere'), box)).toBeNull();
  const broken = join(folder, 'broken');
  await mkdir(join(broken, 'demo'), { recursive: true });
  await writeFile(
    join(broken, 'demo', 'basemap.pmtiles'),
    Uint8Array.from({ length: 1000 }, (_, i) => i % 256),
  );
  expect(await readGround(broken, box)).toBeNull();
});

test('a map has no color but grey, and says how many places lost their number', () => {
  const places = Array.from({ length: 120 }, (_, i): Position => [-82.6 + (i % 12) * 0.001, 35.58 + i * 0.0001]);
  const frame = fitFrame(places, SIZE);
  const ground: GroundFeature[] = [];
  const { svg, unnumbered } = placeMap({ id: 'm', label: '', frame, ground, areas: [AREA], marks: marksAt(places) });
  expect(unnumbered).toBe(120);
  expect(svg.match(/<circle/g)).toHaveLength(120);
  for (const [color] of svg.matchAll(/#[0-9a-f]{3,6}\b/g))
    expect(color).toMatch(/^#(?:([0-9a-f]{2})\1\1|([0-9a-f])\2\2)$/);
});
