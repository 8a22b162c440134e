import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { judgeAudit } from '#server/store/audit-verdict.ts';
import { readDatabaseState } from '#server/store/database-state.ts';
import { openEmbedded } from '#server/store/embedded-postgres.ts';
import { findPrograms } from '#server/store/embedded-programs.ts';
import { openPool } from '#server/store/open-pool.ts';
import { tellVerdict } from './audit-finding.ts';
import type { Found } from './check-machine.ts';

const run = promisify(execFile);
const databaseUrl = (): string | undefined => process.env.DATABASE_URL || undefined;

/** The packed PostgreSQL starts on this machine: its libraries are found and an ordinary user may enter its folder. */
export async function checkPostgres(): Promise<Found> {
  if (databaseUrl()) return { state: 'ok', detail: 'not needed: DATABASE_URL names a server' };
  try {
    const { initdb, runAs } = await findPrograms();
    const { stdout } = await run(initdb, ['--version'], { ...runAs, cwd: '/' });
    return { state: 'ok', detail: stdout.trim().replace('initdb (PostgreSQL)', 'PostgreSQL') };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    return { state: 'broken', detail: `${why}; run npm ci again, or set DATABASE_URL to a PostgreSQL of yours` };
  }
}

/** The home's database opens and its tables are those that this program knows. */
export const checkDatabase = (home: string): Promise<Found> =>
  withDatabase(home, async (pool) => judgeSteps(await readDatabaseState(pool)));

/** No line of the audit was changed, removed or put in between, and none that was kept outside has gone. */
export const checkAudit = (home: string): Promise<Found> =>
  withDatabase(home, async (pool) => {
    const { stepsDone } = await readDatabaseState(pool);
    if (stepsDone === 0) return { state: 'note', detail: 'the database has no tables yet; serve makes them' };
    return tellVerdict(await judgeAudit(drizzle(pool), home));
  });

type Steps = { version: string; stepsDone: number; stepsKnown: number };

function judgeSteps({ version, stepsDone, stepsKnown }: Steps): Found {
  const behind = stepsKnown - stepsDone;
  const is = `PostgreSQL ${version}`;
  if (behind === 0) return { state: 'ok', detail: `${is}, tables up to date` };
  if (behind > 0) {
    return { state: 'note', detail: `${is}, ${behind} of ${stepsKnown} steps behind; serve brings it up to date` };
  }
  return {
    state: 'broken',
    detail: `${is} was written by a newer Commonbeat (${stepsDone} steps, ${stepsKnown} are known here); install that one`,
  };
}

async function withDatabase(home: string, judge: (pool: pg.Pool) => Promise<Found>): Promise<Found> {
  const named = databaseUrl();
  if (named !== undefined) return judgeAt(named, judge);
  if (!existsSync(join(home, 'records-password'))) {
    return { state: 'note', detail: `${home} has no database of records yet; serve makes it` };
  }
  const embedded = await openEmbedded(home);
  try {
    return await judgeAt(embedded.url, judge);
  } finally {
    await embedded.stop();
  }
}

async function judgeAt(url: string, judge: (pool: pg.Pool) => Promise<Found>): Promise<Found> {
  const pool = openPool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  try {
    return await judge(pool);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    return {
      state: 'broken',
      detail: `${hostOf(url)} does not open (${why}); is it running, and is its address right?`,
    };
  } finally {
    await pool.end();
  }
}

/** The address without the password. */
function hostOf(url: string): string {
  if (!URL.canParse(url)) return 'the database that DATABASE_URL names';
  const { host, pathname } = new URL(url);
  return `the database ${host}${pathname}`;
}
