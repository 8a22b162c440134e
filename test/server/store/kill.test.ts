import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openRecords } from '#server/store/open-records.ts';

const KILLS = 50;
const DATABASE_TOO = 5; // in every so many rounds the database is killed as well

const writer = fileURLToPath(new URL('../../fixture/write-until-killed.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'commonbeat-kill-'));
chmodSync(home, 0o711);
afterAll(() => rm(home, { recursive: true, force: true }));

/** Writes until `after` concerns are acknowledged, then kill -9 in the middle of the next. */
function writeAndKill(round: number, after: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', writer, home, String(round)], { stdio: 'pipe' });
    let said = '';
    let trouble = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length <= after || child.killed) return;
      if (round % DATABASE_TOO === 0) process.kill(databaseProcess(), 'SIGKILL');
      child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      trouble += chunk.toString();
    });
    child.once('close', (_, signal) => {
      if (signal !== 'SIGKILL' && round % DATABASE_TOO !== 0)
        reject(new Error(`round ${round} ended by itself:\n${trouble}`));
      resolve(said.split('\n').slice(0, -1));
    });
  });
}

const databaseProcess = (): number =>
  Number(readFileSync(join(home, 'records', 'postmaster.pid'), 'utf8').split('\n')[0]);

test(`${KILLS} kills in the middle of writing lose nothing that was acknowledged, and it starts again by itself`, async () => {
  const acknowledged: string[] = [];
  for (let round = 1; round <= KILLS; round++) {
    acknowledged.push(...(await writeAndKill(round, 1 + (round % 7))));
  }
  const store = await openRecords({ home });
  const { rows } = await store.pool.query<{ concern_id: string }>('select concern_id from concern');
  const halves = await store.pool.query(
    'select from concern full join concern_update using (concern_id) where revision is distinct from 2 or update_id is null',
  );
  const chain = await store.pool.query(
    'select find_audit_break() as number, (select count(*)::int from audit) as lines',
  );
  await store.close();
  const found = new Set(rows.map((row) => row.concern_id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
  expect(halves.rowCount, 'concerns without their update').toBe(0);
  expect(chain.rows).toEqual([{ number: null, lines: rows.length * 3 }]);
}, 240_000);
