import { readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';
import type { Operations } from '#data/schema/records/operation.ts';
import { MIGRATIONS } from './record-store.ts';

type DatabaseState = Operations['database'];

/** Reads what kind of database it is and how far its tables have come; changes nothing. */
export async function readDatabaseState(pool: pg.Pool): Promise<DatabaseState> {
  const { rows } = await pool.query<{ version: string; bytes: string; kept: string | null }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
       to_regclass('drizzle.__drizzle_migrations')::text as kept`,
  );
  const { version = '', bytes = '0', kept = null } = rows[0] ?? {};
  const steps = kept === null ? null : await pool.query<{ n: number }>(`select count(*)::int as n from ${kept}`);
  return {
    version: version.split(' ')[0] ?? version,
    sizeBytes: Number(bytes),
    stepsDone: steps?.rows[0]?.n ?? 0,
    stepsKnown: readMigrationFiles({ migrationsFolder: MIGRATIONS }).length,
  };
}
