import type { DuckDBConnection } from '@duckdb/node-api';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { readColumn } from '#server/extract/read-columns.ts';
import type { CallSpan } from './call-span.ts';

/** The kinds that everybody may know of; all others are not read at all. */
const PUBLIC_KINDS = CATEGORIES.filter(({ leastLevel }) => leastLevel === 'public');

export type KindCount = {
  readonly category: string;
  readonly label: string;
  readonly calls: number; // within the days asked for
  readonly weeksBefore: readonly number[] | null; // whole weeks up to the day before, oldest first; null: only months are known
};
export type GroundCount = {
  readonly kinds: readonly KindCount[];
  readonly notPlaced: number; // of the whole city: without a place nobody knows whose they are
  readonly monthOnly: number; // likewise: known by their month alone, which these days cut
};
export type Days = { readonly from: string; readonly to: string };

/**
 * Calls from the public by kind within a boundary, at their exact places; only the counts leave this function.
 * Counting before places are rounded is what makes a count true at the boundary's edge.
 */
export async function countCalls(span: CallSpan, ground: AreaGeometry, days: Days): Promise<GroundCount> {
  const from = toDayNumber(days.from);
  const to = toDayNumber(days.to);
  return withDuckDb(async (connection) => {
    await connection.run(`create temp table open_call as ${openCalls(span.paths)}`);
    const near = await readNear(connection, ground);
    const isMonthly = (await countWhere(connection, 'first_day < last_day')) > 0;
    return {
      kinds: countKinds(near, { from, to, firstDay: toDayNumber(span.firstDay), isMonthly }),
      notPlaced: await countWhere(connection, `not is_placed and first_day >= ${from} and last_day <= ${to}`),
      monthOnly: await countWhere(
        connection,
        `first_day <= ${to} and last_day >= ${from} and (first_day < ${from} or last_day > ${to})`,
      ),
    };
  });
}

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;
const kindCodes = PUBLIC_KINDS.map(({ category }) => sqlText(category)).join(', ');
const dayOf = (sql: string) => `(${sql} - date '1970-01-01')::integer`;

/** A call of which only the month is known may have come on any day of it. */
const openCalls = (paths: readonly string[]) => `
  select list_position([${kindCodes}], category)::integer - 1 as kind, lon::double as lon, lat::double as lat,
    placement = 'placed' and lon is not null and lat is not null as is_placed,
    case when time_precision = 'month' then ${dayOf("date_trunc('month', received_local)::date")}
      else ${dayOf('received_local::date')} end as first_day,
    case when time_precision = 'month' then ${dayOf('last_day(received_local::date)')}
      else ${dayOf('received_local::date')} end as last_day
  from read_parquet([${paths.map(sqlText).join(', ')}])
  where origin = 'public' and category in (${kindCodes})`;

async function countWhere(connection: DuckDBConnection, condition: string): Promise<number> {
  const counted = await connection.runAndReadAll(`select count(*)::integer from open_call where ${condition}`);
  return Number(counted.value(0, 0));
}

const NOWHERE = [0, 0, -1, -1] as const;

type Near = { kind: Int32Array; firstDay: Int32Array; lastDay: Int32Array };

/** The placed calls of all years within a boundary. */
async function readNear(connection: DuckDBConnection, ground: AreaGeometry): Promise<Near> {
  const [west, south, east, north] = bboxOfAreas([ground]) ?? NOWHERE;
  await connection.run(`create temp table near as select * from open_call
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

type Counting = { from: number; to: number; firstDay: number; isMonthly: boolean };

function countKinds(near: Near, { from, to, firstDay, isMonthly }: Counting): KindCount[] {
  const weekCount = Math.floor((from - firstDay) / 7);
  const calls = PUBLIC_KINDS.map(() => 0);
  const weeks = PUBLIC_KINDS.map(() => new Array<number>(weekCount).fill(0));
  for (const [i, kind] of near.kind.entries()) {
    const first = near.firstDay[i] ?? 0;
    if (first >= from && (near.lastDay[i] ?? 0) <= to) calls[kind] = (calls[kind] ?? 0) + 1;
    const week = weekCount - 1 - Math.floor((from - 1 - first) / 7);
    const series = weeks[kind];
    if (first < from && week >= 0 && series) series[week] = (series[week] ?? 0) + 1;
  }
  return PUBLIC_KINDS.map(({ category, label }, kind) => ({
    category,
    label,
    calls: calls[kind] ?? 0,
    weeksBefore: isMonthly ? null : (weeks[kind] ?? []),
  }));
}
