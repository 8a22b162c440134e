import type { DuckDBConnection } from '@duckdb/node-api';
import { toLocalDate } from '#analysis/shared/days.ts';
import { type CallColumns, NO_HOUR, NO_PLACE, NO_WEEKDAY, ORIGINS, PLACEMENTS } from '#analysis/tally/columns.ts';
import type { KindWords } from '#analysis/tally/new-kinds.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { readColumn, type Width } from '#server/extract/read-columns.ts';

/** All calls of the store in the numbers that are counted, at their exact places; as the desk of a commander has them. */
export type CallTable = KindWords & {
  readonly columns: CallColumns;
  readonly lon: Float64Array; // NaN unless placed
  readonly lat: Float64Array;
  readonly firstDay: string | null; // null: there is no call
  readonly isMonths: boolean; // no call tells more than its month
};

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const codeIn = (words: readonly string[], column: string) =>
  `list_position([${words.map(sqlText).join(', ')}], ${column})::integer - 1`;

export const readCallTable = (paths: readonly string[]): Promise<CallTable> =>
  withDuckDb(async (connection) => {
    await connection.run(`create temp table stored as select type_code, category, origin, placement, received_local,
      time_precision, lon::double as lon, lat::double as lat from read_parquet([${paths.map(sqlText).join(', ')}])`);
    await connection.run(`create temp table type_word as select *, row_number() over (order by type_code)::integer - 1 as code
      from (select type_code, arg_min(category, received_local) as category from stored group by type_code)`);
    const types = await textsOf(connection, 'select type_code from type_word order by code');
    const ofTypes = await textsOf(connection, 'select category from type_word order by code');
    const categories = await textsOf(connection, 'select distinct category from stored order by category');
    await connection.run(`create temp table call as select code as type, ${codeIn(categories, 'stored.category')} as category,
      ${codeIn(ORIGINS, 'origin')} as origin, ${codeIn(PLACEMENTS, 'placement')} as placement,
      (received_local::date - date '1970-01-01')::integer as day,
      case time_precision when 'minute' then hour(received_local) when 'day' then ${NO_HOUR} else ${NO_WEEKDAY} end::integer as hour,
      case when placement = 'placed' then coalesce(lon, 'nan'::double) else 'nan'::double end as lon,
      case when placement = 'placed' then coalesce(lat, 'nan'::double) else 'nan'::double end as lat
      from stored join type_word using (type_code)`);
    return toTable(connection, types, categories, ofTypes);
  });

async function toTable(
  connection: DuckDBConnection,
  types: string[],
  categories: string[],
  ofTypes: string[],
): Promise<CallTable> {
  const counted = await connection.runAndReadAll('select count(*)::integer from call');
  const rows = Number(counted.value(0, 0));
  const read = async <W extends Width>(name: string, width: W) =>
    (await readColumn(connection, `select ${name} from call`, width, rows)).values;
  const day = await read('day', 'int32');
  const hour = Uint8Array.from(await read('hour', 'int32'));
  const columns: CallColumns = {
    ...{ rows, day, hour },
    type: Uint16Array.from(await read('type', 'int32')),
    category: Uint16Array.from(await read('category', 'int32')),
    origin: Uint8Array.from(await read('origin', 'int32')),
    placement: Uint8Array.from(await read('placement', 'int32')),
    place: new Uint32Array(rows).fill(NO_PLACE),
    ...{ typeCount: types.length, categoryCount: categories.length, placeCount: 0 },
  };
  const first = day.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return {
    ...{ columns, types, categories },
    categoryOfType: ofTypes.map((category) => categories.indexOf(category)),
    lon: await read('lon', 'float64'),
    lat: await read('lat', 'float64'),
    firstDay: rows === 0 ? null : toLocalDate(first),
    isMonths: rows > 0 && hour.every((code) => code === NO_WEEKDAY),
  };
}

async function textsOf(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const read = await connection.runAndReadAll(sql);
  return read.getRows().map(([text]) => String(text));
}
