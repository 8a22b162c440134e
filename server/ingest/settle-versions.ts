import type { DuckDBConnection } from '@duckdb/node-api';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { sqlList } from './sql-text.ts';

/** What repeated ids came to. `replaced` rows are those of an earlier run. */
export type Settled = { duplicates: number; superseded: number; replaced: number };

/** What earlier runs left: the source's Parquet files, and which files of this run (by number) they already read. */
export type StoredBefore = { paths: readonly string[]; knownFiles: readonly number[] };

/**
 * Removes the rows of `fresh` that do not stand: the second of two equal records is a
 * `duplicate`, an earlier version of an id is `superseded`. Fills the table `replaced`
 * with the ids of stored calls that a row of this run takes the place of.
 */
export async function settleVersions(
  connection: DuckDBConnection,
  profile: SourceProfile,
  stored: StoredBefore,
): Promise<Settled> {
  if (profile.dedupe.withoutId === 'keep') await numberNameless(connection);
  await connection.run(`create temp table twice as
    select id from fresh where reason is null group by id having count(*) > 1`);
  await connection.run(`create temp table settled as
    with told as (
      select rowid as fresh_row, id, record_version, row_number() over (
        partition by id, record_key order by record_version desc nulls last, rowid
      ) as nth_same
      from fresh where reason is null and id in (from twice)
    ),
    ranked as (
      select *, row_number() over (
        partition by id order by nth_same > 1, record_version desc nulls last, fresh_row desc
      ) as nth from told
    )
    select fresh_row, case when nth_same > 1 then 'duplicate' else 'superseded' end as fate from ranked where nth > 1`);
  await connection.run('create table replaced (id varchar)');
  if (stored.paths.length > 0) await settleWithStored(connection, stored);
  await connection.run('delete from fresh using settled where fresh.rowid = settled.fresh_row');
  const reader = await connection.runAndReadAll(`select
    count(*) filter (fate = 'duplicate'), count(*) filter (fate = 'superseded'), (select count(*) from replaced)
    from settled`);
  const [duplicates, superseded, replaced] = reader.getRows()[0] ?? [];
  return { duplicates: Number(duplicates), superseded: Number(superseded), replaced: Number(replaced) };
}

/** Equal rows without an id are all real here; each is told from the others by its place among them in the file. */
async function numberNameless(connection: DuckDBConnection): Promise<void> {
  await connection.run(`update fresh set id = fresh.id || '-' || numbered.nth from (
      select rowid as fresh_row, row_number() over (partition by id, file_no order by rowid) as nth
      from fresh where nameless and reason is null
        and id in (select id from fresh where nameless and reason is null group by id having count(*) > 1)
    ) as numbered
    where fresh.rowid = numbered.fresh_row and numbered.nth > 1`);
}

/**
 * A stored call gives way to another record of at least its version. A file that was read
 * before has nothing newer to say, even where the source gives no versions.
 */
async function settleWithStored(connection: DuckDBConnection, { paths, knownFiles }: StoredBefore): Promise<void> {
  await connection.run(`create temp table met as
    select fresh.rowid as fresh_row, fresh.id, case
        when stored.record_key = fresh.record_key then 'duplicate'
        when fresh.record_version < stored.record_version or list_contains([${knownFiles.join(', ')}]::integer[], file_no) then 'superseded'
        else 'stands' end as fate
    from fresh join read_parquet(${sqlList(paths)}) as stored using (id)
    where fresh.reason is null and fresh.rowid not in (select fresh_row from settled)`);
  await connection.run(`insert into settled select fresh_row, fate from met where fate <> 'stands'`);
  await connection.run(`insert into replaced select distinct id from met where fate = 'stands'`);
}
