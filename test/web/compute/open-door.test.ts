import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Filter } from '#data/schema/filter.ts';
import { openBrowser, type WatchedPage, watchedPage } from '#test/journey/browser.ts';
import type { Get } from '#web/api.ts';
import type { Progress } from '#web/compute/door.ts';
import { serveDoor } from './served-door.ts';
import { manyCalls, serveCity } from './small-city.ts';

const city = serveCity(manyCalls(3_000));
const filter = Filter.parse({ from: '2023-01-01', to: '2024-12-31', origin: 'all' });
let api: Get = city;
let browser: Browser;
let served: Awaited<ReturnType<typeof serveDoor>>;
let page: WatchedPage;

beforeAll(async () => {
  served = await serveDoor(() => api);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});
beforeEach(async () => {
  api = city;
  await page?.context().close();
  page = await watchedPage(browser, served.address);
  await page.goto(served.address);
  await page.waitForFunction(() => 'door' in window);
});

const open = () =>
  page.evaluate(async () => {
    const heard: Progress[] = [];
    const opened = await window.door.open((progress) => heard.push(progress));
    // Progress comes through a port of its own, which may deliver after the answer.
    for (let wait = 0; wait < 500 && heard.at(-1)?.stage !== 'ready'; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return { opened, heard };
  });

test('the worker opens from our own origin, tells its progress, and answers', async () => {
  const { opened, heard } = await open();
  expect(opened).toMatchObject({ firstDay: '2023-01-02', unreadable: [], lastFullWeek: { from: '2024-12-23' } });
  expect(heard[0]).toMatchObject({ stage: 'reading', rowsRead: 0, rowsTotal: 3_000, years: '2023–2024' });
  expect(heard.filter((progress) => progress.stage === 'reading').at(-1)).toMatchObject({ rowsRead: 3_000 });
  expect(heard.at(-1)).toEqual({ stage: 'ready' });

  const answers = await page.evaluate(async (filter) => {
    const { door } = window;
    const explored = await door.ask({ method: 'explore', filter, options: { expectedBand: true } }, 'explore');
    const points = await door.ask({ method: 'points', filter, options: {} }, 'map');
    const density = await door.ask({ method: 'density', filter, options: {} }, 'map');
    const hot = await door.ask({ method: 'hot-cells', filter, options: {} }, 'map');
    const spikes = await door.ask({ method: 'spike', filter, options: {} }, 'list');
    const calls = await door.ask({ method: 'calls', filter, options: { offset: 0, limit: 5 } }, 'calls');
    const sql = await door.sql('select count(*) as calls, max(received_local) as last from call', 10);
    return {
      counts: [explored.findings[0]?.calls, spikes.findings.length > 0, hot.findings.length > 0, calls.findings.length],
      isFloats:
        points.findings[0]?.lonLat instanceof Float32Array && density.findings[0]?.perKm2 instanceof Float32Array,
      records: [explored.records, await door.recordsOf(filter)],
      sql: sql.rows,
    };
  }, filter);
  expect(answers.counts).toEqual([3_000, true, true, 5]);
  expect(answers.isFloats).toBe(true);
  expect(answers.records[0]).toEqual(answers.records[1]);
  expect(answers.sql).toEqual([[3_000, expect.stringMatching(/^2024-12-/)]]);
  expect(page.foreign).toEqual([]);
  expect(page.faults).toEqual([]);
});

test('of many questions in one slot only the last is answered', async () => {
  await open();
  const ends = await page.evaluate(async (filter) => {
    const ask = (categories: string[]) =>
      window.door.ask(
        { method: 'explore', filter: { ...filter, categories }, options: { expectedBand: false } },
        'explore',
      );
    const asked = [ask(['noise']), ask(['theft']), ask(['alarm'])];
    return Promise.all(
      asked.map((one) =>
        one.then(
          (answer) => answer.findings[0]?.calls ?? 0,
          (trouble) => trouble.code,
        ),
      ),
    );
  }, filter);
  expect(ends).toEqual(['canceled', 'canceled', 600]);
});

test('long work tells its steps, holds up no view, and is stopped when it is canceled', async () => {
  await open();
  const told = await page.evaluate(async (filter) => {
    const { door } = window;
    const code = (trouble: { code: string }) => trouble.code;
    const scan = (replications: number, onStep: (step: { done: number; total: number }) => void) =>
      door.ask({ method: 'scan', filter, options: { replications, maxShare: 0.5 } }, 'method', onStep);
    const steps: number[] = [];
    const first = await new Promise<string>((resolve) => {
      scan(10_000_000, ({ done }) => {
        steps.push(done);
        if (steps.length === 2) void door.cancel('method');
      }).then(
        () => resolve('answered'),
        (trouble) => resolve(code(trouble)),
      );
    });
    const held = scan(10_000_000, () => {}).catch(code);
    const explored = await door.ask({ method: 'explore', filter, options: { expectedBand: false } }, 'explore');
    const between = await Promise.race([held, `${explored.findings[0]?.calls} while it goes on`]);
    await door.cancel('method');
    const second = await scan(19, () => {});
    return { first, between, steps: steps.length, second: second.findings.length > 0, options: second.options };
  }, filter);
  expect(told).toMatchObject({
    first: 'canceled',
    between: '3000 while it goes on',
    second: true,
    options: { replications: 19, cellMeters: 500 },
  });
  expect(told.steps).toBeGreaterThanOrEqual(2);
});

test('a long statement is stopped, the worker goes on answering meanwhile, and so does SQL afterwards', async () => {
  await open();
  const ends = await page.evaluate(async (filter) => {
    const { door } = window;
    await door.sql('select 1', 1);
    const long = door
      .sql('select count(*) from range(100000) as a(i), range(100000) as b(j) where (i * j) % 7 = 3', 1)
      .then(
        () => 'answered',
        (trouble) => trouble.code,
      );
    const during = await door.ask({ method: 'explore', filter, options: { expectedBand: false } }, 'explore');
    await door.cancel('sql');
    const after = await door.sql('select count(*) from call', 1);
    return [await long, during.findings[0]?.calls, after.rows[0]?.[0]];
  }, filter);
  expect(ends).toEqual(['canceled', 3_000, 3_000]);
});

test('a later statement takes the place of the running one', async () => {
  await open();
  const ends = await page.evaluate(async () => {
    const { door } = window;
    const code = (trouble: { code: string }) => trouble.code;
    const first = door.sql(
      'select count(*) from range(100000) as a(i), range(100000) as b(j) where (i * j) % 7 = 3',
      1,
    );
    const second = door.sql('select 2', 1);
    const third = door.sql('select 3', 1);
    return Promise.all([first.catch(code), second.catch(code), third.then((result) => result.rows, code)]);
  });
  expect(ends).toEqual(['canceled', 'canceled', [[3]]]);
});

test('troubles cross the door as plain words', async () => {
  await open();
  const troubles = await page.evaluate(async (filter) => {
    const { door } = window;
    const trouble = (promise: Promise<unknown>) =>
      promise.then(
        () => null,
        (failure) => failure,
      );
    return [
      await trouble(door.sql('drop table call', 1)),
      await trouble(door.sql('select nothing from call', 1)),
      await trouble(door.recordsOf({ ...filter, layer: 'moon' })),
    ];
  }, filter);
  expect(troubles.map(({ code }) => code)).toEqual(['refused', 'query', 'refused']);
  expect(troubles[1].message).toContain('Referenced column "nothing" not found');
});

test('a department with too many calls is told so before anything is downloaded', async () => {
  api = serveCity([{ receivedLocal: '2024-01-01T00:00:00' }], { rows: 7_000_000 });
  const trouble = await page.evaluate(() => window.door.open(() => {}).catch((failure) => failure));
  expect(trouble).toMatchObject({ code: 'too-large' });
  expect(trouble.message).toContain('7,000,000 calls are more than a browser can hold');
});

test('after closing, nothing is known and every question hears that the session is over', async () => {
  await open();
  const codes = await page.evaluate(async (filter) => {
    const { door } = window;
    await door.sql('select 1', 1);
    await door.close();
    const ends = [
      door.ask({ method: 'explore', filter, options: { expectedBand: false } }, 'explore'),
      door.sql('select count(*) from call', 1),
      door.recordsOf(filter),
    ];
    return Promise.all(
      ends.map((end) =>
        end.then(
          () => 'answered',
          (trouble) => trouble.code,
        ),
      ),
    );
  }, filter);
  expect(codes).toEqual(['signed-out', 'signed-out', 'signed-out']);
});

test('signed out while opening is said as that', async () => {
  api = () => Response.json({ title: 'Sign in' }, { status: 401 });
  const trouble = await page.evaluate(() => window.door.open(() => {}).catch((failure) => failure));
  expect(trouble).toMatchObject({ code: 'signed-out' });
});
