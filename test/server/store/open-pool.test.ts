import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openEmbedded } from '#server/store/embedded-postgres.ts';
import { openPool } from '#server/store/open-pool.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';

const fails = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => false,
    () => true,
  );

test('a database that is killed fails the query it was asked, and nothing else: the next one is answered', async () => {
  const home = await homeFolder('pool');
  const database = await openEmbedded(home);
  const pool = openPool({ connectionString: database.url, max: 2 });
  const [asking, holding] = await Promise.all([pool.connect(), pool.connect()]);
  const asked = expect(asking.query('select pg_sleep(60)')).rejects.toThrow(/terminat|ECONNRESET|EPIPE/);
  await holding.query('select 1');
  const uncaught: Error[] = [];
  const keep = (error: Error) => void uncaught.push(error);
  process.on('uncaughtException', keep);
  process.kill(Number(readFileSync(join(home, 'records', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
  await asked;
  await vi.waitUntil(() => fails(holding.query('select 1')), 15_000); // its process answers until it notices
  for (const client of [asking, holding]) client.release(true);
  await database.revive();
  expect((await pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  process.off('uncaughtException', keep);
  expect(uncaught).toEqual([]);
  await pool.end();
  await database.stop();
  await rm(home, { recursive: true, force: true });
});
