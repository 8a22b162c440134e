import { Table, tableToIPC, type Vector } from 'apache-arrow';
import type { AreaLayer } from '#data/schema/area.ts';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import { areasOf, type LayerPlaces } from './layer-places.ts';
import { makeCoded, makeReal, makeRows, makeText, makeWhole } from './make-vector.ts';
import type { Extract } from './read-extract.ts';
import type { SqlConnection } from './sql-engine.ts';

export type SqlContent = {
  extracts: readonly Pick<Extract, 'bytes'>[];
  layers: Record<string, AreaLayer>;
  places: Record<string, LayerPlaces>; // by layer, the same joins the map counts with
  concerns: readonly MapConcern[];
};

const SQL_TYPE = { id: 'varchar', text: 'varchar', time: 'timestamp', real: 'double' } as const;

/** Where DuckDB would look for extensions: our own server, which has none, instead of a foreign host. */
const EXTENSION_HOME = '/duckdb-extensions';

/** Makes `call`, `area`, `call_in_area` and `concern`, then locks the database against writing abroad and settings. */
export async function fillSql(connection: SqlConnection, content: SqlContent): Promise<void> {
  await stayHome(connection);
  await fillCalls(connection, content.extracts);
  await fillAreas(connection, content.layers);
  await fillCallInArea(connection, content.places);
  await fillConcerns(connection, content.concerns);
  await connection.query('set lock_configuration = true');
}

async function stayHome(connection: SqlConnection): Promise<void> {
  const home = `${globalThis.location?.origin ?? ''}${EXTENSION_HOME}`;
  await connection.query(`set custom_extension_repository = '${home}'`);
  await connection.query('set autoinstall_known_extensions = false');
  await connection.query('set autoload_known_extensions = false');
  await connection.query('set enable_external_access = false');
}

async function fillCalls(connection: SqlConnection, extracts: SqlContent['extracts']): Promise<void> {
  const columns = CALL_COLUMNS.map(
    ({ name, kind, nullable }) => `${name} ${SQL_TYPE[kind]}${nullable ? '' : ' not null'}`,
  );
  await connection.query(`create table call (${columns.join(', ')})`);
  // The engine takes its bytes away, and the counting columns still read from ours.
  for (const { bytes } of extracts) await insert(connection, 'call', bytes.slice());
}

async function fillAreas(connection: SqlConnection, layers: SqlContent['layers']): Promise<void> {
  const areas = Object.entries(layers).flatMap(([layer, { features }]) =>
    features.map(({ properties }) => ({ layer, ...properties })),
  );
  await connection.query(
    'create table area (layer varchar not null, area_id varchar not null, name varchar not null, kind varchar not null, ' +
      'group_kind varchar, residents integer, addresses integer, valid_from varchar)',
  );
  const text = (pick: (area: (typeof areas)[number]) => string | null) => makeText(areas.map(pick));
  const whole = (pick: (area: (typeof areas)[number]) => number | null) => makeWhole(areas.map(pick));
  await insertTable(connection, 'area', {
    layer: text((area) => area.layer),
    area_id: text((area) => area.areaId),
    name: text((area) => area.name),
    kind: text((area) => area.kind),
    group_kind: text((area) => area.groupKind),
    residents: whole((area) => area.residents),
    addresses: whole((area) => area.addresses),
    valid_from: text((area) => area.validFrom),
  });
}

/** Kept by row number, a quarter of the memory of ids; the view gives readers the ids. */
async function fillCallInArea(connection: SqlConnection, places: SqlContent['places']): Promise<void> {
  await connection.query('create schema kept');
  await connection.query('create table kept.row_in_area (row integer, layer varchar, area_id varchar)');
  for (const [layer, { areaIds, calls }] of Object.entries(places)) {
    const { rows, areas } = pairsOf(calls);
    const none = new Int32Array(rows.length); // one word for all
    await insertTable(
      connection,
      'row_in_area',
      {
        row: makeRows(rows),
        layer: makeCoded(none, [layer]),
        area_id: makeCoded(areas, areaIds),
      },
      'kept',
    );
  }
  await connection.query(
    'create view call_in_area as select call.id as call_id, layer, area_id from call join kept.row_in_area as pair on pair.row = call.rowid',
  );
}

async function fillConcerns(connection: SqlConnection, concerns: readonly MapConcern[]): Promise<void> {
  await connection.query(
    'create table kept.concern (concern_id varchar, title varchar, category varchar, status varchar, raised_on varchar, ' +
      'answered_on varchar, lon double, lat double)',
  );
  const text = (pick: (concern: MapConcern) => string | null) => makeText(concerns.map(pick));
  await insertTable(
    connection,
    'concern',
    {
      concern_id: text((concern) => concern.concernId),
      title: text((concern) => concern.title),
      category: text((concern) => concern.category),
      status: text((concern) => concern.status),
      raised_on: text((concern) => concern.raisedOn),
      answered_on: text((concern) => concern.answeredOn),
      lon: makeReal(Float64Array.from(concerns, (concern) => concern.lon)),
      lat: makeReal(Float64Array.from(concerns, (concern) => concern.lat)),
    },
    'kept',
  );
  await connection.query(
    'create table concern as select * replace (raised_on::date as raised_on, answered_on::date as answered_on) from kept.concern',
  );
  await connection.query('drop table kept.concern');
}

function pairsOf(placed: LayerPlaces['calls']): { rows: Int32Array; areas: Int32Array } {
  const { setOf, setOffsets } = placed;
  let count = 0;
  for (const set of setOf) count += (setOffsets[set + 1] ?? 0) - (setOffsets[set] ?? 0);
  const rows = new Int32Array(count);
  const areas = new Int32Array(count);
  for (let row = 0, next = 0; row < setOf.length; row++) {
    if (setOf[row] === 0) continue;
    for (const area of areasOf(placed, row)) {
      rows[next] = row;
      areas[next++] = area;
    }
  }
  return { rows, areas };
}

async function insertTable(connection: SqlConnection, name: string, columns: Record<string, Vector>, schema = 'main') {
  const table = new Table(columns);
  if (table.numRows > 0) await insert(connection, name, tableToIPC(table, 'stream'), schema);
}

async function insert(connection: SqlConnection, name: string, bytes: Uint8Array, schema = 'main'): Promise<void> {
  await connection.insertArrowFromIPCStream(bytes, { name, schema, create: false });
}
