import initSqlJs from 'sql.js';
import wkx from 'wkx';
import { DataRefused } from '#server/errors.ts';
import { featuresOf, LON_LAT, type RawAreas } from './raw-areas.ts';

// Bytes of the envelope by its code in the header (GeoPackage 1.3, 2.1.3.1.1).
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

const MAX_ROWS = 100_000;

type Row = Record<string, string | number | Uint8Array | null>;

/** One table of areas of a GeoPackage; `table` must be named where it holds several. */
export async function readGeopackage(bytes: Uint8Array, file: string, table?: string): Promise<RawAreas> {
  const refuse = (why: string, cause?: unknown): never => {
    throw new DataRefused(why, { file }, cause);
  };
  const { Database } = await initSqlJs();
  const database = new Database(bytes);
  const all = (sql: string): Row[] => {
    const statement = database.prepare(sql);
    const rows: Row[] = [];
    while (statement.step()) {
      if (rows.length === MAX_ROWS) return refuse(`it holds more than ${MAX_ROWS} areas`); // a view can be endless
      rows.push(statement.getAsObject());
    }
    statement.free();
    return rows;
  };
  try {
    const tables = all(
      `select g.table_name as name, g.column_name as shape, g.srs_id as srs, s.organization as keeper, s.definition as crs
       from gpkg_geometry_columns as g left join gpkg_spatial_ref_sys as s on s.srs_id = g.srs_id order by 1`,
    );
    const names = tables.map(({ name }) => String(name)).join(', ');
    const [first, second] = tables.filter(({ name }) => table === undefined || name === table);
    if (first === undefined) return refuse(table ? `no table "${table}"; there are: ${names}` : 'it holds no shapes');
    if (second !== undefined) return refuse(`it holds several tables of shapes, name one: ${names}`);
    const shape = String(first.shape);
    const features = all(`select * from "${String(first.name).replaceAll('"', '""')}"`).map((row, i) => {
      const { [shape]: blob, ...properties } = row;
      return { type: 'Feature', properties, geometry: blob instanceof Uint8Array ? geometryOf(blob, i, refuse) : null };
    });
    return {
      features: featuresOf({ type: 'FeatureCollection', features }, refuse),
      crs: first.srs === 4326 ? LON_LAT : String(first.crs ?? '') || null,
      notes: [`table ${first.name}`],
    };
  } catch (error) {
    if (error instanceof DataRefused) throw error;
    return refuse('this is not a GeoPackage that can be read', error);
  } finally {
    database.close();
  }
}

function geometryOf(blob: Uint8Array, i: number, refuse: (why: string, cause?: unknown) => never): unknown {
  const bytes = Buffer.from(blob.buffer, blob.byteOffset, blob.byteLength);
  const flags = bytes[3] ?? 0;
  if (bytes.toString('latin1', 0, 2) !== 'GP') return refuse(`feature ${i + 1}: its shape is not a GeoPackage shape`);
  if ((flags & 16) !== 0) return null;
  try {
    return wkx.Geometry.parse(bytes.subarray(8 + (ENVELOPE_BYTES[(flags >> 1) & 7] ?? 0))).toGeoJSON();
  } catch (error) {
    return refuse(`feature ${i + 1}: its shape cannot be read`, error);
  }
}
