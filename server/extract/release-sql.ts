import { CATEGORIES } from '#data/codes/categories.ts';
import { CALL_COLUMNS, type CallColumn } from '#data/schema/call.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import { cellColumn, cellRow, columnLon, rowLat } from './snap-grid.ts';

/** Fewer calls of one category in one cell and year than this, and the public level gets none of them. */
const SMALLEST_PUBLIC_CELL = 5;

const names = CALL_COLUMNS.map((column) => column.name);
const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** SQL for the calls of one local year out of the store's Parquet files, columns typed as in the schema. */
export function selectYear(paths: string[], year: number): string {
  const typed = CALL_COLUMNS.map(({ name, kind }) => `${name}::${SQL_TYPE[kind]} as ${name}`);
  return `select ${typed.join(', ')} from read_parquet([${paths.map(sqlText).join(', ')}]) where year(received_local) = ${year}`;
}

const SQL_TYPE = { id: 'varchar', text: 'varchar', time: 'timestamp', real: 'double' } as const;

/**
 * SQL for what one release level may have of the table `year_call`, in its final order.
 * A category that is not in our tree is absent below `restricted`: unknown is protected.
 */
export function selectReleased(level: ReleaseLevel, year: number): string {
  if (level === 'restricted') return `select ${names.join(', ')} from year_call ${STORE_ORDER}`;
  if (level === 'internal') return `select ${names.join(', ')} from year_call where ${allowed(level)} ${STORE_ORDER}`;
  return selectPublic(year);
}

const STORE_ORDER = 'order by received_local, id, source';

function allowed(level: 'internal' | 'public'): string {
  const open = CATEGORIES.filter((c) => c.leastLevel === 'public' || c.leastLevel === level);
  return `category in (${open.map((c) => sqlText(c.category)).join(', ')})`;
}

/** What the public level gets in place of a column that says too much. A beat would cut a cell into smaller ones. */
const PUBLIC_VALUE: Partial<Record<CallColumn, string>> = {
  received_local: `date_trunc('hour', received_local)`,
  received_utc: `date_trunc('hour', received_utc)`,
  occurred_from_local: `date_trunc('hour', occurred_from_local)`,
  occurred_to_local: `date_trunc('hour', occurred_to_local)`,
  disposition: 'null::varchar',
  lon: columnLon('cell_column', 'cell_row'),
  lat: rowLat('cell_row'),
  precision: `case when cell_row is null then 'none' else 'snapped' end`,
  place_key: `'cell-' || cell_row || '-' || cell_column`,
  address_block: 'null::varchar',
  beat: 'null::varchar',
};

/** Ordered by the released values alone: the store's order would tell which call of an hour came first. */
function selectPublic(year: number): string {
  const released = names.filter((name) => name !== 'id');
  const isPlaced = `placement = 'placed' and lon is not null and lat is not null`;
  return `
    with allowed as (
      select *, case when ${isPlaced} then ${cellRow('lat')} end as cell_row
      from year_call where ${allowed('public')}
    ), in_cell as (
      select *, case when cell_row is not null then ${cellColumn('lon', 'cell_row')} end as cell_column from allowed
    ), counted as (
      select *, count(*) over (partition by category, cell_row, cell_column) as calls_in_cell from in_cell
    ), released as (
      select ${released.map((name) => `${PUBLIC_VALUE[name] ?? name} as ${name}`).join(', ')}
      from counted where calls_in_cell >= ${SMALLEST_PUBLIC_CELL}
    )
    select '${year}-' || row_number() over (order by ${released.join(', ')}) as id, ${released.join(', ')}
    from released order by ${released.join(', ')}`;
}
