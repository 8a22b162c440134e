import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type pg from 'pg';
import { DataRefused } from '#server/errors.ts';
import type { RecordsDump } from './dump-records.ts';
import { listRecordTables } from './record-tables.ts';

const BATCH = 500;

/** True where nobody has written a record yet: the only database that a backup is put into. */
export async function isEmpty(pool: pg.Pool): Promise<boolean> {
  return (await pool.query('select from audit limit 1')).rowCount === 0;
}

/** Puts a dump into an empty database, whole or not at all, and checks the audit's chain. */
export async function loadRecords(pool: pg.Pool, folder: string, dump: RecordsDump): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const ours = await listRecordTables(client);
    const unknown = dump.tables.find(({ name }) => !ours.some((table) => table.name === name));
    if (unknown) {
      throw new DataRefused('this version of Commonbeat has no such table; restore with the version that wrote it', {
        file: unknown.file,
      });
    }
    for (const { sql } of ours) await client.query(`alter table ${sql} disable trigger user`); // what was audited once is not audited again
    for (const { name, sql } of ours) {
      await client.query(`delete from ${sql}`);
      const dumped = dump.tables.find((table) => table.name === name);
      if (dumped) await loadTable(client, sql, join(folder, dumped.file));
    }
    for (const { name, last } of dump.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [name, Math.max(last, 1), last > 0]); // one never counted starts at 1
    }
    for (const { sql } of ours) await client.query(`alter table ${sql} enable trigger user`);
    await refuseBrokenAudit(client, dump);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw cause;
  } finally {
    client.release();
  }
}

async function loadTable(client: pg.PoolClient, table: string, path: string): Promise<void> {
  let batch: string[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    // Columns that came after the backup keep their defaults.
    const columns = Object.keys(JSON.parse(batch[0] ?? '{}')).map((column) => `"${column.replaceAll('"', '""')}"`);
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [`[${batch.join(',')}]`],
    );
    batch = [];
  };
  for await (const line of createInterface({ input: createReadStream(path) })) {
    batch.push(line);
    if (batch.length === BATCH) await flush();
  }
  await flush();
}

async function refuseBrokenAudit(client: pg.PoolClient, { auditHead }: RecordsDump): Promise<void> {
  const { rows } = await client.query<{ number: number | null; head: string | null }>(
    'select find_audit_break() as number, (select hash from audit order by number desc limit 1) as head',
  );
  const broken = rows[0]?.number ?? null;
  if (broken !== null) throw new DataRefused('the audit’s chain is broken here', { file: 'audit', line: broken });
  if ((rows[0]?.head ?? null) !== auditHead)
    throw new DataRefused('the end of the audit is missing', { file: 'audit' });
}
