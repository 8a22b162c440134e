import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { PERMISSIONS } from '#data/schema/permissions.ts';
import type { AuditLine } from '#data/schema/records/audit.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { openPool } from './open-pool.ts';
import { troubleOf } from './trouble.ts';

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** The records we own, in PostgreSQL. */
export type RecordStore = {
  readonly pool: pg.Pool; // for what keeps its own tables beside ours: accounts, jobs
  /**
   * One transaction in the name of `acting`: the row rules of that role hold, and every change is
   * written to the audit when it commits.
   */
  as<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** What the server does by itself: jobs, mail, migrations. Row rules let it through; the audit names it. */
export const systemActing = (nowLocal: string): Acting => ({
  actor: { personId: 'system', name: 'Commonbeat', role: 'system' as Acting['actor']['role'] }, // no person has it
  nowLocal,
});

/** Whoever opens a public page: signed in to nothing. The row rules show them released hand-outs and no other record. */
export const passerByActing = (nowLocal: string): Acting => ({
  actor: { personId: 'passer-by', name: 'Passer-by', role: 'passer-by' as Acting['actor']['role'] }, // no person has it
  nowLocal,
});

/** Opens the database at `url`, brings its tables up to date and writes the table of permissions into it. */
export async function openRecordStore(url: string): Promise<RecordStore> {
  const pool = openPool({ connectionString: url, max: 10 });
  const database = drizzle(pool, { casing: 'snake_case' });
  await migrate(database, { migrationsFolder: MIGRATIONS });
  await writePermissions(database);
  return {
    pool,
    as: (acting, work) => inTransaction(pool, acting, work),
    close: () => pool.end(),
  };
}

/** With a connection taken and given back by us: Drizzle's own keeps it for good where `begin` fails. */
async function inTransaction<T>(pool: pg.Pool, acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    return await drizzle(client, { casing: 'snake_case' }).transaction(async (tx) => {
      const { personId, role } = acting.actor;
      await tx.execute(sql`select set_config('role', 'commonbeat_app', true),
        set_config('commonbeat.person', ${personId}, true), set_config('commonbeat.role', ${role}, true),
        set_config('commonbeat.now', ${acting.nowLocal}, true)`);
      return work(tx);
    });
  } catch (error) {
    isBroken = troubleOf(error) === 'away';
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/** Writes into the audit what is no change of a record: sign-ins, exports, prints, views of exact places. */
export async function auditAct(
  tx: Tx,
  act: Pick<AuditLine, 'action' | 'kind' | 'recordId' | 'words'> & { changed?: Record<string, unknown> },
): Promise<void> {
  await tx.execute(
    sql`select write_audit(${act.action}, ${act.kind}, ${act.recordId}, ${JSON.stringify(act.changed ?? {})}::jsonb, ${act.words})`,
  );
}

async function writePermissions(database: NodePgDatabase): Promise<void> {
  const rows = Object.entries(PERMISSIONS).flatMap(([permission, roles]) =>
    roles.map((role) => ({ role, permission })),
  );
  await database.transaction(async (tx) => {
    await tx.execute(sql`delete from permission`);
    await tx.execute(
      sql`insert into permission select role, permission from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(role text, permission text)`,
    );
  });
}
