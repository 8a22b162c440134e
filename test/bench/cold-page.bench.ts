// From an empty browser to the spike list on the screen, with the large demo city on our own server. The peer is what a
// page without the join does: one Turf test after another, for every call and every group whose box holds it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bbox, booleanPointInPolygon, point } from '@turf/turf';
import { tableFromIPC } from 'apache-arrow';
import type { AreaLayer } from '#data/schema/area.ts';
import { Manifest } from '#data/schema/manifest.ts';
import { openBrowser } from '#test/journey/browser.ts';
import { serveCity } from '#test/journey/served-city.ts';
import { scratchHome } from './scratch-home.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const TURF_CALLS = 20_000; // of them all; the rest is reckoned by proportion

const home = await scratchHome();
const city = await serveCity(['--demo', '--demo-size', 'large', '--role', 'analyst', '--home', home.path]);
const browser = await openBrowser();
try {
  const times: { map: number; list: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) times.push(await openOnce());
  times.shift(); // the first fills the server's memory
  const manifest = Manifest.parse(JSON.parse(await readFile(join(home.path, 'manifest-restricted.json'), 'utf8')));
  const turf = await countWithTurf(manifest);
  console.log(
    `${manifest.rows.toLocaleString('en-US')} calls, an empty cache, ${ROUNDS} rounds after one that is not counted.\n`,
  );
  console.log('| what | min s | median s | max s |\n| --- | ---: | ---: | ---: |');
  row(
    'cold page to the spike list',
    times.map(({ list }) => list),
  );
  row(
    'cold page to the map with its areas shaded',
    times.map(({ map }) => map),
  );
  console.log(
    `| peer: Turf alone counting the calls by group, in Node | | ${turf.toFixed(1)} (from ${TURF_CALLS.toLocaleString('en-US')} calls) | |`,
  );
  console.log(
    '\nTarget: the spike list in under 4 s at 1M calls. What limits it: unpacking brotli and decoding Arrow in one worker,',
  );
  console.log('while the page draws the map on a processor (no graphics card here).');
} finally {
  await browser.close();
  await city.stop();
  await home.remove();
}

async function openOnce() {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  await page.goto(city.address, { waitUntil: 'commit' });
  const list = page.getByRole('region', { name: 'To look at' }).getByRole('link').first();
  const [listAt, mapAt] = await Promise.all([
    list.waitFor({ timeout: 60_000 }).then(since),
    page.locator('canvas').first().waitFor({ timeout: 60_000 }).then(since),
  ]);
  await context.close();
  return { list: listAt, map: mapAt };
}

async function countWithTurf(manifest: Manifest): Promise<number> {
  const entry = manifest.areas.find(({ layer }) => layer === 'groups');
  const layer: AreaLayer = JSON.parse(await readFile(join(home.path, 'areas', `${entry?.version}.geojson`), 'utf8'));
  const groups = layer.features.map((feature) => ({ feature, box: bbox(feature) }));
  const newest = manifest.extracts.at(-1);
  const table = tableFromIPC(await readFile(join(home.path, 'extracts', newest?.file ?? '')));
  const [lon, lat] = [table.getChild('lon'), table.getChild('lat')];
  const started = performance.now();
  let inside = 0;
  for (let i = 0; i < TURF_CALLS; i++) {
    const [x, y] = [Number(lon?.get(i) ?? Number.NaN), Number(lat?.get(i) ?? Number.NaN)];
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const here = point([x, y]);
    for (const { feature, box } of groups) {
      if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
      if (booleanPointInPolygon(here, feature)) inside++;
    }
  }
  if (inside === 0) throw new Error('the peer found no call in any group');
  return ((performance.now() - started) / 1000) * (manifest.rows / TURF_CALLS);
}

function row(what: string, seconds: number[]) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const cells = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((s) => (s ?? 0).toFixed(2));
  console.log(`| ${what} | ${cells.join(' | ')} |`);
}
