// A changed filter to the answer of all linked views, in a real Chromium, beside the same counts asked of DuckDB-WASM.
import type { Page } from 'playwright-core';
import { Filter } from '#data/schema/filter.ts';
import { openBrowser, watchedPage } from '#test/journey/browser.ts';
import { serveDoor } from '#test/web/compute/served-door.ts';
import { type ManyCalls, makeManyCalls } from './many-calls.ts';

const SIZES = (process.env.BENCH_ROWS ?? '1000000,5000000').split(',').map(Number);
const ROUNDS = 5;

const EVERYTHING = Filter.parse({ from: '2020-01-01', to: '2024-12-31', origin: 'all' });
const said = (filter: Partial<Filter>, sql: string) => ({ filter: { ...EVERYTHING, ...filter }, sql: `where ${sql}` });
const CASES = [
  said({}, 'true'),
  said({ origin: 'public' }, "origin = 'public'"),
  said({ from: '2024-01-01' }, "received_local >= '2024-01-01'"),
  said({ categories: ['category 1', 'category 2'] }, "category in ('category 1', 'category 2')"),
  said({ types: ['TYPE 0'] }, "type_code = 'TYPE 0'"),
  said({ hours: [20, 21, 22, 23] }, 'hour(received_local) >= 20'),
  said({ weekdays: [5, 6] }, 'isodow(received_local) >= 6'),
  said({ areas: ['g-7', 'g-8'] }, "call.rowid in (select row from kept.row_in_area where area_id in ('g-7', 'g-8'))"),
  said({ places: ['place 5', 'place 6'] }, "place_key in ('place 5', 'place 6')"),
  said(
    { origin: 'officer', hours: [1, 2], from: '2022-01-01' },
    "origin = 'officer' and hour(received_local) in (1, 2) and received_local >= '2022-01-01'",
  ),
];
const VIEWS = [
  "select date_trunc('week', received_local), count(*) from call WHERE group by all",
  'select isodow(received_local), hour(received_local), count(*) from call WHERE group by all',
  'select type_code, count(*) from call WHERE group by all',
  'select place_key, count(*) as calls from call WHERE group by all order by calls desc limit 50',
  'select area_id, count(*) from call join kept.row_in_area as pair on pair.row = call.rowid WHERE group by all',
];

console.log(
  '| calls | open, ms | first spike list, ms | filter to all views p50 | p95, ms | without range p95 | DuckDB-WASM, same views p50 | p95, ms |',
);
console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const rows of SIZES) console.log(`| ${rows.toLocaleString('en-US')} | ${(await measure(rows)).join(' | ')} |`);
console.log(
  '\n“Open” is from an empty page to the joined tables over loopback, uncompressed; the spike list follows it. Ten filters, each asked ' +
    `${ROUNDS} times. Target: p95 under 150 ms at 1M and 500 ms at 5M. The peer answers the five group-bys of the views (weeks, hours, types, places, areas) ` +
    'one after the other, from tables already filled, each under the whole filter; so it does less than the linked views, which leave out their own part.',
);

async function measure(rows: number): Promise<string[]> {
  const city = makeManyCalls(rows);
  const served = await serveDoor(() => (path) => answerFrom(city, path));
  const browser = await openBrowser();
  try {
    const page = await watchedPage(browser, served.address);
    await page.goto(served.address);
    await page.waitForFunction(() => 'door' in window);
    const { opened, spiked } = await page.evaluate(async (filter) => {
      const started = performance.now();
      await window.plainly(window.door.open(() => {}));
      const opened = performance.now() - started;
      const { findings } = await window.plainly(window.door.ask({ method: 'spike', filter, options: {} }, 'list'));
      if (findings.length === 0) throw new Error('no series was judged');
      return { opened, spiked: performance.now() - started - opened };
    }, EVERYTHING);
    const ranged = await askViews(page, true);
    const bare = await askViews(page, false);
    const sql = await askSql(page);
    const times = [opened, spiked, at(ranged, 0.5), at(ranged, 0.95), at(bare, 0.95), at(sql, 0.5), at(sql, 0.95)];
    return times.map((milliseconds) => milliseconds.toFixed(0));
  } finally {
    await browser.close();
    await served.stop();
  }
}

function askViews(page: Page, expectedBand: boolean): Promise<number[]> {
  const filters = Array.from({ length: ROUNDS }, () => CASES.map(({ filter }) => filter)).flat();
  return page.evaluate(
    async ({ filters, expectedBand }) => {
      const times: number[] = [];
      for (const filter of filters) {
        const started = performance.now();
        await window.plainly(window.door.ask({ method: 'explore', filter, options: { expectedBand } }, 'explore'));
        times.push(performance.now() - started);
      }
      return times;
    },
    { filters, expectedBand },
  );
}

async function askSql(page: Page): Promise<number[]> {
  await page.evaluate(() => window.plainly(window.door.sql('select count(*) from call_in_area', 1))); // fills the tables
  return page.evaluate(
    async ({ filters, views }) => {
      const times: number[] = [];
      for (const where of filters) {
        const started = performance.now();
        for (const view of views) await window.plainly(window.door.sql(view.replace('WHERE', where), 100_000));
        times.push(performance.now() - started);
      }
      return times;
    },
    { filters: CASES.map(({ sql }) => sql), views: VIEWS },
  );
}

function at(times: number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * part) - 1] ?? 0;
}

function answerFrom({ manifest, layer, files }: ManyCalls, path: string): Response {
  if (path === '/api/manifest') return Response.json(manifest);
  if (path === '/api/concerns') return Response.json([]);
  if (path.startsWith('/api/areas/')) return Response.json(layer);
  const bytes = files.get(path.replace('/api/extracts/', ''));
  return bytes ? new Response(bytes) : new Response('', { status: 404 });
}
