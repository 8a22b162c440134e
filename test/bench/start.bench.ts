// From the command to the address it prints and to the first answer, with nothing made yet and with all of it made.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveCity } from '#test/journey/served-city.ts';
import { scratchHome } from './scratch-home.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const home = await scratchHome();
try {
  await rm(dist, { recursive: true, force: true });
  const first = await startOnce();
  const later = [await startOnce(), await startOnce(), await startOnce()].sort((a, b) => a - b);
  console.log('| start of `serve --demo` | seconds |\n| --- | ---: |');
  console.log(`| first: city made, taken in, cut, page built | ${first.toFixed(1)} |`);
  console.log(`| later (median of 3) | ${later[1]?.toFixed(1)} |`);
  console.log(
    '\nTarget: under 60 s the first time, 5 s after. There is no peer. The first start is limited by laying out the city and',
  );
  console.log('by building the page; a later one by loading the TypeScript of the server.');
} finally {
  await home.remove();
}

async function startOnce(): Promise<number> {
  const started = performance.now();
  const city = await serveCity(['--demo', '--home', home.path]);
  const { ok } = await fetch(`${city.address}/api/welcome`);
  const seconds = (performance.now() - started) / 1000;
  await city.stop();
  if (!ok) throw new Error('the server gave no welcome');
  return seconds;
}
