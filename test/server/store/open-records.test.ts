import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openEmbedded } from '#server/store/embedded-postgres.ts';
import { isAlive } from '#server/store/is-alive.ts';
import { openRecords } from '#server/store/open-records.ts';
import { person } from '#server/store/tables/people.ts';
import { actingAs } from '#test/fixture/record-desk.ts';

const home = mkdtempSync(join(tmpdir(), 'commonbeat-records-'));
chmodSync(home, 0o711); // as a department's folder is: others may pass, not look
afterAll(() => rm(home, { recursive: true, force: true }));

const databaseProcess = () => Number(readFileSync(join(home, 'records', 'postmaster.pid'), 'utf8').split('\n')[0]);

const somebody = { personId: 'p-1', name: 'Quill', role: 'officer', email: 'quill@example.org' } as const;

test('a home without a database gets one, and finds its records again', async () => {
  const first = await openRecords({ home });
  await first.as(actingAs('administrator'), (tx) => tx.insert(person).values(somebody));
  await first.close();
  const second = await openRecords({ home });
  const people = await second.as(actingAs('officer'), (tx) => tx.select().from(person));
  await second.close();
  expect(people).toMatchObject([somebody]);
});

test('two openings of one home share the database; the last to leave stops it', async () => {
  const one = await openRecords({ home });
  const two = await openRecords({ home });
  const { rows } = await two.pool.query('show port');
  expect((await one.pool.query('show port')).rows).toEqual(rows);
  await one.close();
  expect((await two.pool.query('show port')).rows).toEqual(rows);
  const database = databaseProcess();
  expect(isAlive(database)).toBe(true);
  await two.close();
  expect(isAlive(database)).toBe(false);
});

test('a killed database comes back at its address, though nobody asks it for a record', async () => {
  const records = await openRecords({ home });
  const { rows } = await records.pool.query('show port');
  const killed = databaseProcess();
  process.kill(killed, 'SIGKILL');
  const port = () =>
    records.pool.query('show port').then(
      (found) => found.rows,
      () => null,
    );
  const now = async () => ({ isNew: databaseProcess() !== killed, port: await port() });
  await expect.poll(now, { timeout: 30_000 }).toEqual({ isNew: true, port: rows });
  await records.close();
});

test('whoever opens a home whose database was just killed starts it where those who use it look for it', async () => {
  const one = await openEmbedded(home);
  process.kill(databaseProcess(), 'SIGKILL');
  const two = await openEmbedded(home);
  expect(two.url).toBe(one.url);
  await one.stop();
  await two.stop();
});
