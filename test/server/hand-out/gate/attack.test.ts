import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { AreaGeometry } from '#data/schema/area.ts';
import { square } from '#test/fixture/box.ts';
import { openGatedTown } from '#test/fixture/gated-town.ts';
import { countedOut, isIn, type Printed } from './attacker.ts';

const town = await openGatedTown();

const GROUNDS: Record<string, AreaGeometry> = {
  east: square(-82.59, 35.585, 0.012),
  west: square(-82.595, 35.586, 0.0085), // shares ground with the east
  inner: square(-82.5885, 35.5865, 0.0095), // lies in the east
};
const EAST_REDRAWN = square(-82.59, 35.585, 0.0116);
const REDRAWN_FROM = '2026-08-16';

type Ask = readonly [groupId: string, from: string, to: string];
const SEPTEMBER_ON: Ask[] = ['east', 'west', 'inner'].flatMap((groupId): Ask[] => [
  [groupId, '2026-09-01', '2026-09-30'],
  [groupId, '2026-10-01', '2026-10-31'],
  [groupId, '2026-09-01', '2026-11-30'], // a quarter of the months in it
  [groupId, '2026-11-01', '2026-11-30'],
  [groupId, '2026-10-01', '2026-11-30'],
  [groupId, '2026-09-17', '2026-10-14'], // odd days
  [groupId, '2026-09-17', '2026-10-15'], // a day more
  [groupId, '2026-09-18', '2026-10-14'], // a day less
]);

/** What readers hold of a page: its counts, and each dot as if its number stood beside it. */
const printedOn = (told: Awaited<ReturnType<typeof town.release>>['told']): Printed[] =>
  told.map(({ calls, ...cell }) => ({ ...cell, number: calls }));

/** The same page where only a number below 5 is withheld. */
const ungated = ([groupId, from, to]: Ask, ground = GROUNDS[groupId]): Printed[] =>
  ['noise', 'theft', 'disturbance', 'burglary'].flatMap((category) => {
    if (ground === undefined) return [];
    const cell = { category, ground, from, to };
    const number = town.calls.filter((call) => call.category === category && isIn(cell, call)).length;
    return number >= 5 ? [{ ...cell, number }] : [];
  });

const printed: Printed[] = [];

beforeAll(async () => {
  for (const [groupId, ground] of Object.entries(GROUNDS)) await town.found(groupId, ground);
  for (const [groupId, from, to] of SEPTEMBER_ON)
    printed.push(...printedOn((await town.release(groupId, from, to)).told));
}, 60_000);

test('nobody counts out 1 to 4 calls of nested months, odd days, groups that overlap and groups within groups', () => {
  expect(printed.length).toBeGreaterThan(60);
  expect(countedOut(printed, town.calls)).toEqual([]);
});

test('the attacker finds them where only small numbers are withheld', () => {
  expect(
    countedOut(
      SEPTEMBER_ON.flatMap((ask) => ungated(ask)),
      town.calls,
    ),
  ).not.toEqual([]);
});

test('the numbers that leave are the true ones, and most of those that could leave do', () => {
  for (const { number, ...cell } of printed)
    expect(town.calls.filter((call) => call.category === cell.category && isIn(cell, call))).toHaveLength(number);
  const largeEnough = SEPTEMBER_ON.flatMap((ask) => ungated(ask)).length;
  const boundaries = new Set(Object.values(GROUNDS).map((ground) => JSON.stringify(ground)));
  const counts = printed.filter(({ number, ground }) => number >= 5 && boundaries.has(JSON.stringify(ground)));
  expect(counts.length).toBeGreaterThan(largeEnough / 2);
});

test('a page that is asked for again says the same again', async () => {
  const [groupId, from, to]: Ask = ['west', '2026-10-01', '2026-10-31'];
  const once = (await town.gate(groupId, from, to)).calls.lines;
  await town.release(groupId, from, to);
  expect((await town.gate(groupId, from, to)).calls.lines).toEqual(once);
});

test('the old boundary less the new one gives nothing away', async () => {
  const days = ['2026-08-01', '2026-08-31'] as const;
  const before = printedOn((await town.release('east', ...days)).told);
  await town.draw('east', REDRAWN_FROM, EAST_REDRAWN);
  const { calls, told } = await town.release('east', ...days);
  expect(calls.boundary).toMatchObject({ validFrom: REDRAWN_FROM, isNewer: true });
  printed.push(...before, ...printedOn(told));
  expect(countedOut(printed, town.calls)).toEqual([]);
  const bare = [...ungated(['east', ...days]), ...ungated(['east', ...days], EAST_REDRAWN)];
  expect(countedOut(bare, town.calls)).not.toEqual([]);
});

test('days chosen freely, again and again, give nothing away', async () => {
  const day = fc.integer({ min: 0, max: 80 }).map((n) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10));
  const someAsk = fc.tuple(fc.constantFrom('east', 'west', 'inner'), day, day);
  const asks = fc.sample(someAsk, { numRuns: 40, seed: 23 }).map(([groupId, a, b]): Ask => {
    const [from = a, to = b] = [a, b].sort();
    return [groupId, from, to];
  });
  for (const [groupId, from, to] of asks) printed.push(...printedOn((await town.release(groupId, from, to)).told));
  expect(countedOut(printed, town.calls)).toEqual([]);
  expect(
    countedOut(
      asks.flatMap((ask) => ungated(ask)),
      town.calls,
    ),
  ).not.toEqual([]);
}, 60_000);

test('the charts of concerns, page after page and beside the pages of neighbors, give nothing away', async () => {
  const of = (category: string) => ({ concernId: `C-${category}`, category, heardOn: '2026-09-20' });
  const pages: Ask[] = [
    ['inner', '2026-08-31', '2026-09-27'],
    ['east', '2026-08-31', '2026-09-27'],
    ['west', '2026-09-07', '2026-10-04'],
    ['inner', '2026-10-01', '2026-10-31'], // of other days than four weeks after the last one
    ['inner', '2026-11-01', '2026-11-30'],
  ];
  const charts: Printed[] = [];
  for (const [groupId, from, to] of pages) {
    const { told, calls } = await town.release(groupId, from, to, ['noise', 'burglary', 'disturbance'].map(of));
    printed.push(...printedOn(told));
    const ground = told.find((cell) => cell.ground.type === 'Polygon')?.ground ?? EAST_REDRAWN;
    for (const { category, periods } of calls.concernCalls ?? [])
      for (const { calls: number, ...days } of periods)
        if (number !== null && number > 0) charts.push({ category, ground, ...days, number });
  }
  expect(charts.length).toBeGreaterThan(20);
  const ledger = new Set(printed.map(({ number, ...cell }) => JSON.stringify(inOrder(cell))));
  for (const { number, ...cell } of charts) expect(ledger).toContain(JSON.stringify(inOrder(cell)));
  expect(countedOut([...printed, ...charts], town.calls)).toEqual([]);
  const bare = pages.flatMap(([groupId, , to]) => fourWeeksUpTo(to).flatMap((days) => ungated([groupId, ...days])));
  expect(countedOut([...bare, ...pages.flatMap((page) => ungated(page))], town.calls)).not.toEqual([]);
}, 60_000);

const inOrder = ({ category, ground, from, to }: Omit<Printed, 'number'>) => [category, ground, from, to];

const fourWeeksUpTo = (to: string): [from: string, to: string][] =>
  [0, 1, 2, 3, 4, 5].map((n) => {
    const day = (back: number) => new Date(Date.parse(to) - back * 86_400_000).toISOString().slice(0, 10);
    return [day(28 * n + 27), day(28 * n)];
  });
