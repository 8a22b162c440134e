import type { DuckDBConnection } from '@duckdb/node-api';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { readColumn } from '#server/extract/read-columns.ts';
import type { CallSpan } from './call-span.ts';

/** The kinds that everybody may know of; all others are not read at all. */
export const PUBLIC_KINDS = CATEGORIES.filter(({ leastLevel }) => leastLevel === 'public');

/** The placed calls of all years within a boundary: position in `PUBLIC_KINDS`, and the days they may have come on. */
export type Near = { readonly kind: Int32Array; readonly firstDay: Int32Array; readonly lastDay: Int32Array };
export type OpenCalls = {
  readonly within: (ground: AreaGeometry) => Promise<Near>;
  readonly count: (condition: string) => Promise<number>;
  readonly isMonthly: boolean; // of some calls only the month is known
};

export type Kind = Pick<(typeof CATEGORIES)[number], 'category' | 'label'>;

/** Opens calls from the public of some kinds, at their exact places, for as long as `work` counts them. */
export const withOpenCalls = <T>(
  span: CallSpan,
  work: (calls: OpenCalls) => Promise<T>,
  kinds: readonly Kind[] = PUBLIC_KINDS,
): Promise<T> =>
  withDuckDb(async (connection) => {
    await connection.run(`create temp table open_call as ${openCalls(span.paths, kinds)}`);
    const count = (condition: string) => countWhere(connection, condition);
    const isMonthly = (await count('first_day < last_day')) > 0;
    return work({ within: (ground) => readNear(connection, ground), count, isMonthly });
  });

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const codesOf = (kinds: readonly Kind[]) => kinds.map(({ category }) => sqlText(category)).join(', ');
const dayOf = (sql: string) => `(${sql} - date '1970-01-01')::integer`;

/** SQL of calls from the public, of public kinds where none are named. A call of which only the month is known may have come on any day of it. */
export const openCalls = (paths: readonly string[], kinds: readonly Kind[] = PUBLIC_KINDS) => `
  select list_position([${codesOf(kinds)}], category)::integer - 1 as kind, lon::double as lon, lat::double as lat,
    placement = 'placed' and lon is not null and lat is not null as is_placed,
    case when time_precision = 'month' then ${dayOf("date_trunc('month', received_local)::date")}
      else ${dayOf('received_local::date')} end as first_day,
    case when time_precision = 'month' then ${dayOf('last_day(received_local::date)')}
      else ${dayOf('received_local::date')} end as last_day
  from read_parquet([${paths.map(sqlText).join(', ')}])
  where origin = 'public' and category in (${codesOf(kinds)})`;

async function countWhere(connection: DuckDBConnection, condition: string): Promise<number> {
  const counted = await connection.runAndReadAll(`select count(*)::integer from open_call where ${condition}`);
  return Number(counted.value(0, 0));
}

const NOWHERE = [0, 0, -1, -1] as const;

async function readNear(connection: DuckDBConnection, ground: AreaGeometry): Promise<Near> {
  const [west, south, east, north] = bboxOfAreas([ground]) ?? NOWHERE;
  await connection.run(`create or replace temp table near as select * from open_call
    where is_placed and lon between ${west} and ${east} and lat between ${south} and ${north}`);
  const counted = await connection.runAndReadAll('select count(*)::integer from near');
  const rows = Number(counted.value(0, 0));
  const whole = async (name: string) =>
    (await readColumn(connection, `select ${name} from near`, 'int32', rows)).values;
  const real = async (name: string) =>
    (await readColumn(connection, `select ${name} from near`, 'float64', rows)).values;
  const { setOf } = placePoints(buildPlaceIndex([ground]), await real('lon'), await real('lat'));
  const isIn = (_: number, i: number) => (setOf[i] ?? 0) > 0;
  return {
    kind: (await whole('kind')).filter(isIn),
    firstDay: (await whole('first_day')).filter(isIn),
    lastDay: (await whole('last_day')).filter(isIn),
  };
}
