import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import wkx from 'wkx';
import { readAreas } from '#server/ingest/areas/read-areas.ts';
import { areasAt } from '#test/analysis/place/areas-at.ts';
import { fileOf, polygon, square } from './area-files.ts';

// GeoPackage 1.3, 2.1.3: magic, version, flags (little endian, envelope of 4 numbers), SRS id, envelope, WKB.
function shape(geometry: object, srs: number): Uint8Array {
  const header = Buffer.alloc(40);
  header.write('GP', 0, 'latin1');
  header[3] = 0b0000_0011;
  header.writeInt32LE(srs, 4);
  return Buffer.concat([header, wkx.Geometry.parseGeoJSON(geometry).toWkb()]);
}

// EPSG:32617 as GDAL writes it to gpkg_spatial_ref_sys.
const UTM_17 =
  'PROJCS["WGS 84 / UTM zone 17N",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-81],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]';

async function geopackage(
  tables: { name: string; srs: number; shapes: [string, Uint8Array | null][] }[],
): Promise<string> {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(`create table gpkg_spatial_ref_sys (srs_id integer, organization text, definition text);
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);`);
  db.run('insert into gpkg_spatial_ref_sys values (4326, ?, ?), (32617, ?, ?)', ['EPSG', 'x', 'EPSG', UTM_17]);
  for (const { name, srs, shapes } of tables) {
    db.run(`create table "${name}" (fid integer primary key, beat text, geom blob)`);
    db.run('insert into gpkg_geometry_columns values (?, ?, ?)', [name, 'geom', srs]);
    for (const [beat, blob] of shapes) db.run(`insert into "${name}" (beat, geom) values (?, ?)`, [beat, blob]);
  }
  return fileOf('areas.gpkg', db.export());
}

test('a GeoPackage in meters becomes degrees, a row without a shape is rejected', async () => {
  // cs2cs EPSG:4326 EPSG:32617 (PROJ 9.1.1) of 35.5951 N, 82.5514 W: 359459.17 3940148.28.
  const utm = shape(polygon(square(359459, 3940148, 1)), 32617);
  const path = await geopackage([
    {
      name: 'beats',
      srs: 32617,
      shapes: [
        ['A', utm],
        ['B', null],
      ],
    },
  ]);
  const { layer, report } = await readAreas(path, { kind: 'beat', areaId: 'beat' });
  expect(
    areasAt(
      layer.features.map(({ geometry }) => geometry),
      [
        [-82.5514, 35.5951],
        [-82.5514, 35.5952],
      ],
    ),
  ).toEqual([[0], []]);
  expect(report.rejected).toEqual([{ feature: 2, areaId: 'B', reason: 'it has no shape' }]);
  expect(report.notes).toContain('coordinates changed from WGS 84 / UTM zone 17N to longitude and latitude');
});

test('one of several tables must be named', async () => {
  const square1 = shape(polygon(square(0, 0, 1)), 4326);
  const path = await geopackage(['beats', 'zones'].map((name) => ({ name, srs: 4326, shapes: [['A', square1]] })));
  await expect(readAreas(path, { kind: 'beat' })).rejects.toThrow('name one: beats, zones');
  const { layer } = await readAreas(path, { kind: 'beat', table: 'zones' });
  expect(layer.features).toHaveLength(1);
});

test('a damaged GeoPackage is refused', async () => {
  const path = await geopackage([{ name: 'beats', srs: 4326, shapes: [['A', Uint8Array.of(1, 2, 3)]] }]);
  await expect(readAreas(path, { kind: 'beat' })).rejects.toThrow('feature 1: its shape is not a GeoPackage shape');
  await expect(readAreas(fileOf('x.gpkg', 'SQLite format 3\0 and no more'), { kind: 'beat' })).rejects.toThrow(
    'x.gpkg',
  );
});
