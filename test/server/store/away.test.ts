import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { openRecords } from '#server/store/open-records.ts';
import { person } from '#server/store/tables/people.ts';
import { troubleOf } from '#server/store/trouble.ts';
import { actingAs, deskOf } from '#test/fixture/record-desk.ts';

const home = mkdtempSync(join(tmpdir(), 'commonbeat-away-'));
chmodSync(home, 0o711);
const store = await openRecords({ home });
afterAll(async () => {
  await store.close();
  await rm(home, { recursive: true, force: true });
});

const look = createRoute({
  method: 'get',
  path: '/people',
  responses: {
    200: { description: 'x', content: { 'application/json': { schema: z.object({ people: z.number() }) } } },
  },
});
const ask = deskOf(
  newRoutes().openapi(look, async (c) =>
    c.json({ people: (await store.as(actingAs('officer'), (tx) => tx.select().from(person))).length }, 200),
  ),
);

test('while the database is gone the answer says so and what to do; it comes back by itself', async () => {
  expect(await ask(null, 'GET', '/people')).toMatchObject({ status: 200, json: { people: 0 } });
  const database = Number(readFileSync(join(home, 'records', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(database, 'SIGKILL');
  const first = await vi.waitUntil(async () => {
    const answer = await ask(null, 'GET', '/people');
    return answer.status !== 200 && answer; // a process of the killed database answers until it notices
  }, 15_000);
  expect(first).toMatchObject({ status: 503, json: { detail: expect.stringMatching(/Nothing was saved; try again/) } });
  expect(first.headers.get('Retry-After')).toBe('2');
  await expect
    .poll(async () => (await ask(null, 'GET', '/people')).status, { timeout: 60_000, interval: 200 })
    .toBe(200);
});

test('a full disk is told as one', async () => {
  const full = store.as(actingAs('officer'), (tx) =>
    tx.execute(sql`do $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`),
  );
  expect(troubleOf(await full.catch((error: unknown) => error))).toBe('full');
});
