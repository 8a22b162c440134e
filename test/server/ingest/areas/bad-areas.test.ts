import { zipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import type { Position } from '#data/schema/area.ts';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { fileOf, geojson, polygon, square } from './area-files.ts';

const home = square(-82.5, 35.6, 0.02);
const read = (content: string | Uint8Array, name = 'areas.geojson') =>
  readAreas(fileOf(name, content), { kind: 'beat' });
const onePolygon = (...rings: unknown[]) => geojson([{ geometry: polygon(...rings) }]);

test('a vertex that is no place on earth is refused with its feature, wherever in the ring it stands', async () => {
  const ring = square(-82.5, 35.6, 0.02).map(([x, y], i) => (i === 2 ? [x, 95] : [x, y]));
  await expect(read(onePolygon(ring))).rejects.toThrow('areas.geojson, feature 1 (1): -82.48, 95 is no place on earth');
});

test('collections nested deeper than calls can go are read', async () => {
  const depth = 20_000;
  const inside = `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${JSON.stringify(polygon(home))}${']}'.repeat(depth)}`;
  const { layer } = await read(`{"type":"Feature","properties":{},"geometry":${inside}}`);
  expect(layer.features[0]?.geometry.coordinates).toEqual([home]);
});

test('degrees in a file that says feet are refused, not put off the coast of Africa', async () => {
  const crs = { type: 'name', properties: { name: 'EPSG:2264' } };
  const text = geojson([{ geometry: polygon(home) }], { crs });
  await expect(read(text)).rejects.toThrow(/EPSG:2264, but they fit degrees; .*--crs/);
});

test('a circle at the antimeridian is split there', async () => {
  const point = { type: 'Point', coordinates: [179.999, -17] };
  const { layer } = await read(geojson([{ geometry: point, properties: { radius: 5_000 } }]));
  const geometry = layer.features[0]?.geometry;
  const longitudes = geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat(2).map(([x]) => Math.abs(x)) : [];
  expect(longitudes.length).toBeGreaterThan(96);
  expect(Math.max(...longitudes)).toBe(180);
});

test('a radius larger than any city is refused: it is in another unit', async () => {
  const point = { type: 'Point', coordinates: [-82.5, 35.6] };
  const text = geojson([{ geometry: point, properties: { radius: 1e9 } }]);
  await expect(read(text)).rejects.toThrow(/feature 1 .*in which unit/);
});

test('a frame around the whole world is one area, not one that goes around the other way', async () => {
  const { layer } = await read(onePolygon(square(-180, -90, 180).map(([x, y]) => [x * 2 + 180, y])));
  const longitudes = layer.features[0]?.geometry.coordinates.flat(2).map(Number) ?? [];
  expect([Math.min(...longitudes), Math.max(...longitudes)]).toEqual([-180, 180]);
});

test('a scribble that cannot be taken apart is refused at once', async () => {
  const corner = (i: number): Position => {
    const angle = (2 * Math.PI * ((i * 200) % 401)) / 401; // a star of 401 points, each line across 398 others
    return [-82.5 + Math.cos(angle) / 50, 35.6 + Math.sin(angle) / 50];
  };
  const ring = Array.from({ length: 401 }, (_, i) => corner(i));
  await expect(read(onePolygon([...ring, ring[0]]))).rejects.toThrow(/feature 1 .*cross themselves more than/);
});

test.each([
  ['utf16.geojson', Buffer.from(`\uFEFF${onePolygon(home)}`, 'utf16le'), /not in UTF-8; save it so/],
  [
    'latin1.kml',
    Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><kml><name>Café</name></kml>', 'latin1'),
    /not in UTF-8/,
  ],
  ['page.geojson', '<html><body>404</body></html>', /not KML: it begins with <html>/],
  ['list.geojson', '{"type":"FeatureCollection","features":[null]}', /feature 1: this is not a GeoJSON object/],
  ['line.geojson', geojson([{ geometry: { type: 'LineString', coordinates: home } }]), /feature 1: a LineString/],
  ['esri.json', '{"features":[]}', /it has no "type"/],
])('%s is refused with what is wrong and where', async (name, content, message) => {
  await expect(read(content, name)).rejects.toThrow(message);
});

/** A zipped shapefile without records that says it is so many bytes long. */
function shapefileOf(bytes: number, name = 'beats.shp'): Uint8Array {
  const shp = Buffer.alloc(100);
  shp.writeInt32BE(9_994, 0);
  shp.writeInt32BE(bytes / 2, 24);
  shp.writeInt32LE(1_000, 28);
  shp.writeInt32LE(5, 32);
  return zipSync({ [name]: shp });
}

test('a shapefile shorter than it says is refused, not read up to the cut', async () => {
  await expect(read(shapefileOf(372), 'cut.zip')).rejects.toThrow(/cut\.zip\/beats\.shp: .*372 bytes and has 100/);
});

test('a member that does not fit its checksum is refused', async () => {
  const zip = Buffer.from(shapefileOf(100));
  const directory = zip.lastIndexOf('PK\u0001\u0002');
  zip.writeUInt32LE(7, directory + 16);
  await expect(read(zip, 'damaged.zip')).rejects.toThrow('damaged.zip: beats.shp is damaged');
});

test('a zip that names places outside of itself is refused with the name', async () => {
  await expect(read(shapefileOf(100, '../../beats.shp'), 'out.zip')).rejects.toThrow(
    /out\.zip: .*\.\.\/\.\.\/beats\.shp/,
  );
});

test('a GeoPackage whose table never ends is refused', async () => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`
    create table gpkg_spatial_ref_sys (srs_id, organization, definition);
    create table gpkg_geometry_columns (table_name, column_name, srs_id);
    insert into gpkg_geometry_columns values ('areas', 'geom', 4326);
    create view areas as with recursive n(fid) as (select 1 union all select fid + 1 from n) select fid, null as geom from n;`);
  const bytes = database.export();
  database.close();
  await expect(read(bytes, 'endless.gpkg')).rejects.toThrow(/endless\.gpkg: it holds more than 100000 areas/);
});
