import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeCalls } from '#data/demo/calls.ts';
import { Pattern, PatternLine } from '#data/schema/records/pattern.ts';
import { Sweep, type SweepVerdict } from '#data/schema/records/sweep.ts';
import { demoSource, seedDemoRecords } from '#server/commands/demo-records.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { patternRoutes } from '#server/routes/records/patterns.ts';
import { sweepRoutes } from '#server/routes/records/sweep.ts';
import { nextReference } from '#server/store/kept.ts';
import { systemActing } from '#server/store/record-store.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const source = demoSource();
const feed = () => makeCalls(source.city, 'small', source.plan);
const wrote = await seedDemoRecords(store, source, feed);

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
  expect(await seedDemoRecords(store, source, feed)).toBe(false);
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

const DESK = deskOf(newRoutes().route('/', sweepRoutes(store)).route('/', patternRoutes(store)));
const analyst = actingAs('analyst', 'p-nakamura');

test('this Monday’s sweep is still to be made, and something of the weeks before is watched', async () => {
  const { json } = await DESK(analyst, 'GET', '/api/records/sweep?week=2026-12-07');
  const { verdicts, watched } = Sweep.parse(json);
  expect(verdicts).toEqual([]);
  expect(watched.map(({ candidateKey }) => candidateKey)).toEqual(['eastbank~mental-health', 'harrow-meadow~other']);
  const { json: before } = await DESK(analyst, 'GET', '/api/records/sweep?week=2026-09-14');
  expect(before.verdicts.map(({ choice }: SweepVerdict) => choice).sort()).toEqual(['dismiss', 'pattern', 'watch']);
});

test('the patterns are one that goes on and one that ended, of calls of the feed, some left out with why', async () => {
  const { json } = await DESK(analyst, 'GET', '/api/records/patterns');
  expect(PatternLine.array().parse(json)).toMatchObject([
    { patternId: 'P-0002', status: 'open', kept: 10, leftOut: 4 },
    { patternId: 'P-0001', status: 'closed', kept: 5, leftOut: 3 },
  ]);
  const rows = new Map([...feed()].flatMap((piece) => piece.split('\n')).map((line) => [line.split(',')[0], line]));
  for (const { patternId, from, to } of json) {
    const { pattern } = (await DESK(analyst, 'GET', `/api/records/patterns/${patternId}`)).json;
    expect(Pattern.parse(pattern)).toEqual(pattern);
    for (const { callId, kept } of pattern.calls) {
      const [, , received = '', , , type] = rows.get(callId)?.split(',') ?? [];
      expect(type).toMatch(patternId === 'P-0001' ? /^BURGLARY/ : /^TRESPASSING$/);
      if (kept) expect(received.slice(0, 10) >= from && received.slice(0, 10) <= to).toBe(true);
    }
  }
  expect(await store.as(systemActing(NOW), (tx) => nextReference(tx, 'P'))).toBe('P-0003');
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
  const unread = () => {
    throw new Error('the feed was read');
  };
  expect(await seedDemoRecords(store, unused, unread)).toBe(false);
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
