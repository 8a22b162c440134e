import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, expect, inject, test, vi } from 'vitest';
import { checkAudit, checkDatabase, checkPostgres } from '#server/commands/check-records.ts';
import { keepHead } from '#server/store/audit-head.ts';
import { auditAct } from '#server/store/record-store.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const { rows } = await store.pool.query<{ name: string }>('select current_database() as name');
const url = `${inject('postgres')}/${rows[0]?.name}`;
const home = await homeFolder('doctor');
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(() => vi.unstubAllEnvs());

test('the packed PostgreSQL runs here, and is not needed where a server is named', async () => {
  vi.stubEnv('DATABASE_URL', '');
  expect(await checkPostgres()).toEqual({ state: 'ok', detail: expect.stringMatching(/^PostgreSQL \d+/) });
  vi.stubEnv('DATABASE_URL', url);
  expect(await checkPostgres()).toMatchObject({ state: 'ok', detail: expect.stringMatching(/^not needed/) });
});

test('a home without a database is only noted', async () => {
  vi.stubEnv('DATABASE_URL', '');
  for (const check of [checkDatabase, checkAudit]) {
    expect(await check(home)).toEqual({
      state: 'note',
      detail: `${home} has no database of records yet; serve makes it`,
    });
  }
});

test('a database that does not open is named without its password', async () => {
  vi.stubEnv('DATABASE_URL', 'postgres://commonbeat:a-secret@127.0.0.1:1/records');
  const { state, detail } = await checkDatabase(home);
  expect(state).toBe('broken');
  expect(detail).toMatch(/^the database 127\.0\.0\.1:1\/records does not open \(.*ECONNREFUSED.*\); is it running/);
  expect(detail).not.toContain('a-secret');
});

test('tables behind the program are noted, tables of a newer program are broken', async () => {
  vi.stubEnv('DATABASE_URL', url);
  expect(await checkDatabase(home)).toMatchObject({ state: 'ok', detail: expect.stringMatching(/up to date$/) });
  const steps = 'drizzle.__drizzle_migrations';
  await store.pool.query(`insert into ${steps} (hash, created_at) values ('of tomorrow', 9999999999999)`);
  expect(await checkDatabase(home)).toMatchObject({
    state: 'broken',
    detail: expect.stringMatching(/newer Commonbeat/),
  });
  await store.pool.query(`delete from ${steps} where id >= (select max(id) - 1 from ${steps})`);
  expect(await checkDatabase(home)).toMatchObject({
    state: 'note',
    detail: expect.stringMatching(/ 1 of \d+ steps behind/),
  });
});

test('a line of the audit that was changed from outside is named', async () => {
  vi.stubEnv('DATABASE_URL', url);
  for (const recordId of ['R-1', 'R-2', 'R-3']) {
    await store.as(actingAs('auditor'), (tx) =>
      auditAct(tx, { action: 'print', kind: 'report', recordId, words: 'Paper' }),
    );
  }
  expect(await checkAudit(home)).toMatchObject({
    state: 'note',
    detail: expect.stringMatching(/^every line follows .*; no head of the chain is kept in audit-head: /),
  });
  await keepHead(home, store.pool, { at: NOW, why: 'night' });
  expect(await checkAudit(home)).toEqual({
    state: 'ok',
    detail: `every line follows from the one before it, through 1 kept head, the last of line 3 at ${NOW}`,
  });
  await store.pool.query('alter table audit disable trigger audit_stays');
  await store.pool.query(`update audit set words = 'Nothing' where record_id = 'R-2'`);
  const { state, detail } = await checkAudit(home);
  expect(state).toBe('broken');
  expect(detail).toMatch(/^line 2 does not follow .*tell the auditor and compare with a backup$/);
});

test('an audit whose end was cut off, a file of heads that was changed, and a restore are each told', async () => {
  vi.stubEnv('DATABASE_URL', url);
  await store.pool.query('delete from audit where number > 1');
  const missing = `line 3, kept at ${NOW}, is missing: the audit has 1 lines, and no earlier head still stands`;
  const cut = await checkAudit(home);
  expect([cut.state, cut.detail.split(': somebody')[0]]).toEqual(['broken', missing]);
  await appendFile(join(home, 'audit-head'), 'nothing\n');
  expect((await checkAudit(home)).detail).toMatch(/ is missing: .*\. line 2 of audit-head is no head: /);
  await rm(join(home, 'audit-head'));
  await keepHead(home, store.pool, { at: NOW, why: 'restore', backupOf: '2026-12-13T08:00:00' });
  expect(await checkAudit(home)).toMatchObject({
    state: 'note',
    detail: expect.stringMatching(
      /; at 2026-12-14T07:42:00 the records came back from a backup of 2026-12-13T08:00:00, /,
    ),
  });
});
