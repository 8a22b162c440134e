import { join } from 'node:path';
import { type DuckDBConnection, listValue } from '@duckdb/node-api';
import { Call } from '#data/schema/call.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { selectReleased, selectYear } from '#server/extract/release-sql.ts';
import { readStoreIndex } from '#server/store/store-index.ts';

/** What a bulletin reads of a call. */
export type CaseCall = Pick<
  Call,
  'receivedLocal' | 'timePrecision' | 'category' | 'lon' | 'lat' | 'placeKey' | 'addressBlock' | 'placement'
> & { readonly callId: string };

export type CasesRead = {
  readonly calls: readonly CaseCall[]; // in the order in which they came
  readonly heldBack: number; // there, and not for the internal level
  readonly missing: number; // not there
};

/**
 * Calls by their ids, as the internal level may have them: by the same SQL that cuts its extracts, so that no second
 * rule of what is secret can grow here.
 */
export async function readCases(home: string, callIds: readonly string[]): Promise<CasesRead> {
  const { sources } = await readStoreIndex(home);
  const files = sources.flatMap((source) => source.files);
  const years = [...new Set(files.map(({ year }) => year))].sort((a, b) => a - b);
  return withDuckDb(async (connection) => {
    await connection.run('create temp table asked as select unnest($1::varchar[]) as call_id', [
      listValue([...callIds]),
    ]);
    const calls: CaseCall[] = [];
    let found = 0;
    for (const year of years) {
      const paths = files.filter((each) => each.year === year).map(({ file }) => join(home, 'calls', file));
      await connection.run(
        `create or replace temp table year_call as select * from (${selectYear(paths, year)})
         where id in (from asked) qualify row_number() over (partition by id order by received_local, source) = 1`,
      );
      found += await countOf(connection, 'year_call');
      calls.push(...(await readReleased(connection, year)));
    }
    return { calls, heldBack: found - calls.length, missing: callIds.length - found };
  });
}

async function countOf(connection: DuckDBConnection, table: string): Promise<number> {
  return Number((await connection.runAndReadAll(`select count(*)::integer from ${table}`)).value(0, 0));
}

const CaseRow = Call.pick({
  timePrecision: true,
  category: true,
  lon: true,
  lat: true,
  placeKey: true,
  addressBlock: true,
  placement: true,
  receivedLocal: true,
}).extend({ callId: Call.shape.id });

async function readReleased(connection: DuckDBConnection, year: number): Promise<CaseCall[]> {
  const reader = await connection.runAndReadAll(`
    select id as "callId", strftime(received_local, '%Y-%m-%dT%H:%M:%S') as "receivedLocal",
      time_precision as "timePrecision", category, lon, lat, place_key as "placeKey", address_block as "addressBlock", placement
    from (${selectReleased('internal', year)}) order by received_local, id`);
  return reader.getRowObjectsJson().map((row) => CaseRow.parse(row));
}
