import GeoJSONVT from 'geojson-vt';
import { expect, test } from 'vitest';
import vtPbf from 'vt-pbf';
import { readVectorTile } from '#server/documents/place-map/vector-tile.ts';

const feature = (geometry: GeoJSON.Geometry, properties: Record<string, unknown>): GeoJSON.Feature => ({
  type: 'Feature',
  properties,
  geometry,
});
const RING = [
  [-80, 36],
  [10, 36],
  [10, 60],
  [-80, 36],
];
const tile = () => {
  const features = [
    feature(
      {
        type: 'LineString',
        coordinates: [
          [-170, -80],
          [0, 0],
          [170, 80],
        ],
      },
      { class: 'local', name: 'Åse Lane', lanes: 2 },
    ),
    feature({ type: 'Polygon', coordinates: [RING] }, { class: 'park', open: true, share: 0.5, below: -300 }),
    feature({ type: 'Point', coordinates: [0, 0] }, { class: 'city' }),
  ];
  return new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 2, tolerance: 0 }).getTile(0, 0, 0);
};
const bytes = () => vtPbf.fromGeojsonVt({ all: { features: tile()?.features ?? [] } }, { version: 2, extent: 4096 });

test('a tile that another program wrote is read to the last point', () => {
  const written = tile()?.features ?? [];
  const read = readVectorTile(bytes());
  expect(read.map(({ layer, kind, extent }) => [layer, kind, extent])).toEqual([
    ['all', 'line', 4096],
    ['all', 'area', 4096],
    ['all', 'point', 4096],
  ]);
  expect(read.map(({ tags }) => tags.class)).toEqual(['local', 'park', 'city']);
  expect(read[0]?.tags).toEqual({ class: 'local', name: 'Åse Lane' });
  expect(read[0]?.paths).toEqual(written[0]?.geometry);
  const [ring] = (written[1]?.geometry ?? []) as number[][][]; // an area's
  expect(read[1]?.paths[0]?.slice(0, -1)).toEqual(ring?.slice(0, -1));
  expect(read[1]?.paths[0]?.at(-1)).toEqual(read[1]?.paths[0]?.[0]);
});

test('a tile that was cut off is refused, wherever it ends, or holds fewer features', () => {
  const whole = bytes();
  for (let end = 1; end < whole.length; end++) {
    expect(() => readVectorTile(whole.subarray(0, end))).toThrow(RangeError);
  }
  expect(readVectorTile(new Uint8Array())).toEqual([]);
});
