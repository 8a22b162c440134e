import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Manifest } from '#data/schema/manifest.ts';
import type { Welcome } from '#data/schema/session.ts';
import type { WallBoard, WallPulse } from '#data/schema/wall.ts';
import { buildClient } from '#server/commands/build-client.ts';
import { calmBoard, manyBoard, oneBoard, typicalBoard } from '#test/fixture/wall-board.ts';
import { wallGround } from '#test/fixture/wall-city.ts';
import { SIZES } from './browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ORIGIN = 'http://127.0.0.1:1'; // nothing listens there: every answer is made here
const START = '2026-12-14T07:42:00';
const LAYER_VERSION = '0123456789abcdef';

/** What is held in memory, after a collection, with the city's page of the same board in sight. */
export type Held = { readonly heapMb: number; readonly nodes: number; readonly listeners: number };

export type SimulatedWall = {
  /** So many seconds of the wall's clock at once: its timers fire, its page turns, a pulse comes. */
  pass(seconds: number): Promise<void>;
  /** Each timer fires at most once, and nothing else happens: the page may leave at its end. */
  leap(seconds: number): Promise<void>;
  hear(board: WallBoard): Promise<void>;
  /** The stream breaks; the wall asks and listens again. */
  breakStream(): Promise<void>;
  /** The browser draws no picture any more, though timers run: until the page is loaded anew. */
  stopDrawing(): Promise<void>;
  setServer(isThere: boolean): void;
  /** How often the page was loaded. */
  loads(): number;
  /** After a load: until the page listens, and knows what to show. */
  greet(): Promise<void>;
  held(): Promise<Held>;
  close(): Promise<void>;
};

export const BOARDS = [typicalBoard, manyBoard, calmBoard, oneBoard];

/** The built page of a wall whose clock, stream and server are ours, so that a week passes in minutes. */
export async function simulateWall(browser: Browser): Promise<SimulatedWall> {
  const dist = join(root, 'dist');
  await buildClient(root, dist, () => undefined);
  const context = await browser.newContext({ viewport: SIZES.wall, serviceWorkers: 'block' });
  const page = await context.newPage();
  let loads = 0;
  let isServerThere = true;
  page.on('framenavigated', () => loads++);
  await page.clock.install({ time: new Date(`${START}Z`) });
  await page.addInitScript('globalThis.__name = (named) => named'); // what the loader of a bench writes into functions
  await page.addInitScript(fakeStream);
  await page.route('**/*', async (route) => {
    if (!isServerThere) return route.abort();
    const { pathname } = new URL(route.request().url());
    const json = answers[pathname];
    if (json !== undefined) return route.fulfill({ json });
    if (pathname.startsWith('/api/wall/ground/'))
      return route.fulfill({ body: wallGround.image, contentType: 'image/svg+xml' });
    const file = pathname.startsWith('/assets/') ? join(dist, pathname) : join(dist, 'index.html');
    return route.fulfill({ path: file });
  });
  await page.goto(`${ORIGIN}/wall`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const begun = Date.parse(`${START}Z`);
  let passed = 0;
  const say = (type: string, data: unknown) =>
    page.evaluate(([kind, text]) => Reflect.get(globalThis, 'sayToWall')(kind, text), [type, JSON.stringify(data)]);
  const pulse = () => say('pulse', pulseAt(new Date(begun + passed * 1000).toISOString().slice(0, 19)));
  const greet = async () => {
    await page.waitForFunction(() => 'sayToWall' in globalThis && Reflect.get(globalThis, 'isWallHeard')());
    await say('board', typicalBoard);
    await pulse();
  };
  const leap = async (seconds: number) => {
    passed += seconds;
    await page.clock.fastForward(seconds * 1000);
  };
  await greet();
  return {
    ...{ greet, leap },
    pass: async (seconds) => {
      await leap(seconds - 0.1);
      passed += 0.1;
      await page.clock.runFor(100); // frames are drawn, or the wall would take itself for stuck
      await pulse();
    },
    hear: (board) => say('board', board),
    breakStream: async () => {
      await say('error', null);
      for (let wait = 0; wait < 60 && !(await page.evaluate(() => Reflect.get(globalThis, 'isWallHeard')())); wait++) {
        passed += 1;
        await page.clock.fastForward(1000);
      }
      await pulse();
    },
    stopDrawing: () =>
      page.evaluate(() => {
        globalThis.requestAnimationFrame = () => 0;
      }),
    setServer: (isThere) => {
      isServerThere = isThere;
    },
    loads: () => loads,
    held: async () => {
      await say('board', typicalBoard);
      await toFirstPage(page);
      if (loads !== 1) throw new Error(`the page was loaded ${loads} times`);
      const looks: Held[] = [];
      for (let look = 0; look < LOOKS; look++) {
        await page.keyboard.press('ArrowRight');
        await toFirstPage(page);
        looks.push(await heldBy(cdp));
      }
      return leastOf(looks);
    },
    close: () => context.close(),
  };
}

// Of what nobody holds a collection leaves some, every second time or so; a leak stands in every look.
const LOOKS = 20;

const leastOf = (looks: readonly Held[]): Held => ({
  heapMb: Math.min(...looks.map(({ heapMb }) => heapMb)),
  nodes: Math.min(...looks.map(({ nodes }) => nodes)),
  listeners: Math.min(...looks.map(({ listeners }) => listeners)),
});

async function toFirstPage(page: Page): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await page.getByRole('img', { name: /^Page 1 of/ }).count()) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error('the first page did not come round');
}

async function heldBy(cdp: CDPSession): Promise<Held> {
  for (let turn = 0; turn < 3; turn++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return { heapMb: usedSize / 2 ** 20, nodes: metric('Nodes'), listeners: metric('JSEventListeners') };
}

/** Runs in the page before its own scripts: a stream that says what the test says. */
function fakeStream() {
  let open: EventTarget | null = null;
  class Stream extends EventTarget {
    constructor() {
      super();
      open = this;
    }
    close() {
      if (open === this) open = null;
    }
  }
  Reflect.set(globalThis, 'EventSource', Stream);
  Reflect.set(globalThis, 'isWallHeard', () => open !== null);
  Reflect.set(globalThis, 'sayToWall', (type: string, data: string) =>
    open?.dispatchEvent(type === 'error' ? new Event('error') : new MessageEvent(type, { data })),
  );
}

const pulseAt = (clockLocal: string): WallPulse => ({
  clockLocal,
  board: null,
  database: 'ok',
  feed: 'ok',
  build: 'same',
});

const welcome: Welcome = {
  ...{ city: 'Small City', demo: false, firstRun: false, signOn: null, people: [], enterAs: null, locked: null },
  session: {
    ...{ personId: 'p-wall', name: 'Wall', title: 'Wall', district: null, role: 'wall', releaseLevel: 'public' },
    ...{ city: 'Small City', demo: false, nowLocal: START, basemap: null, idleMinutes: 15 },
  },
};
const manifest: Manifest = {
  ...{ manifest: wallGround.manifest, releaseLevel: 'public', city: 'Small City', timeZone: 'America/New_York' },
  ...{ madeAt: `${START}Z`, cutoffLocal: START, reportingLagDays: 0, rows: 0, quarantined: 0, withheld: 0 },
  ...{ bbox: null, center: [0, 0], extracts: [], sources: [] },
  areas: [{ layer: 'groups', title: 'Groups', kind: 'group', count: wallGround.areas.length, version: LAYER_VERSION }],
};
const answers: Record<string, unknown> = {
  '/api/welcome': welcome,
  '/api/wall/board': {},
  '/api/manifest': manifest,
  [`/api/manifests/${wallGround.manifest}`]: manifest,
  [`/api/areas/groups/${LAYER_VERSION}`]: { type: 'FeatureCollection', features: wallGround.areas },
};
