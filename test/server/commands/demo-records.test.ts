import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { demoSource, seedDemoRecords } from '#server/commands/demo-records.ts';
import { nextReference } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const source = demoSource();
const wrote = await seedDemoRecords(store, source);

const countOf = (table: string): Promise<number> =>
  store.as(systemActing(NOW), async (tx) => {
    const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)}`);
    return rows[0]?.n ?? 0;
  });

test('an empty database takes the whole life, and a second start adds nothing', async () => {
  expect(wrote).toBe(true);
  expect(await countOf('concern')).toBe(420);
  expect(await countOf('group')).toBe(26);
  const before = await countOf('audit');
  expect(await seedDemoRecords(store, source)).toBe(false);
  expect(await countOf('audit')).toBe(before);
});

test('the row rules hold over the demo: the city’s specialist reads only what was shared', async () => {
  const seen = await store.as(actingAs('city-partner', 'p-ostrander'), async (tx) => {
    const { rows } = await tx.execute<{ shared: boolean }>(sql`select shared_with_city as shared from concern`);
    return rows;
  });
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.every(({ shared }) => shared)).toBe(true);
});

test('the next concern is numbered after the last of the demo', async () => {
  expect(await store.as(systemActing(NOW), (tx) => nextReference(tx, 'C'))).toBe('C-0421');
});

test('a second start does not even make the city', async () => {
  const unused = {
    get city(): never {
      throw new Error('the city was made');
    },
    get plan(): never {
      throw new Error('the calls were planned');
    },
  };
  expect(await seedDemoRecords(store, unused)).toBe(false);
});

test('a sent report of the demo stays as it was sent', async () => {
  const change = store.as(systemActing(NOW), (tx) =>
    tx.execute(sql`update report set summary = 'other' where report_id = '2026-Q3'`),
  );
  await expect(change).rejects.toThrow();
});

test('the audit of the seeding is one whole chain', async () => {
  const broken = await store.as(systemActing(NOW), async (tx) => {
    const { rows } = await tx.execute<{ at: number | null }>(sql`select find_audit_break() as at`);
    return rows[0]?.at;
  });
  expect(broken).toBeNull();
});
