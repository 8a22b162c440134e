import type { DuckDBConnection } from '@duckdb/node-api';
import { readColumn } from '#server/extract/read-columns.ts';

/** Distinct places that calls of all years and all kinds came from: there are at least so many addresses. */
export type Addresses = {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly block: readonly string[]; // as the source writes it; empty where it does not
};

const sqlText = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** A crossing is nobody's address. */
const addressesOf = (paths: readonly string[]) => `
  select lon::double as lon, lat::double as lat, coalesce(min(address_block), '') as block
  from read_parquet([${paths.map(sqlText).join(', ')}])
  where placement = 'placed' and lon is not null and lat is not null and precision in ('exact', 'block', 'snapped')
  group by lon, lat order by lon, lat`;

export async function readAddresses(connection: DuckDBConnection, paths: readonly string[]): Promise<Addresses> {
  await connection.run(`create temp table address as ${addressesOf(paths)}`);
  const blocks = (await connection.runAndReadAll('select block from address')).getColumns()[0] ?? [];
  const real = async (name: string) =>
    (await readColumn(connection, `select ${name} from address`, 'float64', blocks.length)).values;
  return { lon: await real('lon'), lat: await real('lat'), block: blocks.map(String) };
}
