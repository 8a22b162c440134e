import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import QueryStream from 'pg-query-stream';
import { z } from 'zod';
import { listRecordTables } from './record-tables.ts';

/** What the database held at one moment, table by table; the restore checks itself against it. */
export const RecordsDump = z.object({
  tables: z.array(z.object({ name: z.string(), file: z.string(), rows: z.number().int(), sha256: z.string() })),
  sequences: z.array(z.object({ name: z.string(), last: z.number().int() })),
  auditHead: z.string().nullable(), // hash of the last line of the audit
  auditLines: z.number().int().optional(), // its number; backups of before have none
});
export type RecordsDump = z.infer<typeof RecordsDump>;

/** Writes every table into `folder` as NDJSON, all of one moment, while others go on writing. */
export async function dumpRecords(pool: pg.Pool, folder: string): Promise<RecordsDump> {
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const tables: RecordsDump['tables'] = [];
    for (const { name, sql } of await listRecordTables(client)) {
      const file = `${name}.ndjson`;
      tables.push({ name, file, ...(await dumpTable(client, sql, join(folder, file))) });
    }
    const sequences = await client.query<{ name: string; last: number }>(
      `select sequencename as name, coalesce(last_value, 0)::int as last from pg_sequences where schemaname = 'public' order by name`,
    );
    const head = await client.query<{ number: number; hash: string }>(
      'select number, hash from audit order by number desc limit 1',
    );
    await client.query('commit');
    const { hash = null, number = 0 } = head.rows[0] ?? {};
    return { tables, sequences: sequences.rows, auditHead: hash, auditLines: number };
  } finally {
    client.release();
  }
}

async function dumpTable(client: pg.PoolClient, table: string, path: string) {
  const hash = createHash('sha256');
  let rows = 0;
  const lines = new Transform({
    writableObjectMode: true,
    transform: ({ line }: { line: string }, _, done) => {
      rows += 1;
      const text = `${line}\n`;
      hash.update(text);
      done(null, text);
    },
  });
  const query = client.query(new QueryStream(`select to_jsonb(t)::text as line from ${table} t`));
  await pipeline(query, lines, createWriteStream(path, { mode: 0o600 }));
  return { rows, sha256: hash.digest('hex') };
}
