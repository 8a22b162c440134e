// A hundred paired screens on one server, each with a key and a session of its own: what they cost it, quiet and with a concern filed every
// ten seconds. The peer is what a wall without a stream does: it asks for the board every five seconds.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveCity } from '#test/journey/served-city.ts';
import { type Minute, watchMinutes } from './process-cost.ts';
import { scratchHome } from './scratch-home.ts';
import { fileConcerns, hearAll, pairScreens, pollAll } from './walls.ts';

const WALLS = 100;
const MINUTES = Number(process.env.BENCH_MINUTES ?? 3);
const SETTLE_SECONDS = 20;
const VISITS = 10; // of all walls once more, to see whether they leave anything behind

const scratch = await scratchHome();
const home = process.env.BENCH_HOME ?? scratch.path; // a demo that is there already starts in seconds
const city = await serveCity(['--demo', '--no-build', '--home', home]);
const [server, database] = await Promise.all([serverPid(), databasePid()]);
try {
  const { address } = city;
  const screens = await pairScreens(address, WALLS);
  console.log(
    `${WALLS} walls, ${MINUTES} minutes each after ${SETTLE_SECONDS} s to settle; shares of one core, minute by minute.\n`,
  );
  console.log('| what | server, % | database, % | memory of the server, MB |\n| --- | ---: | ---: | ---: |');
  row('nobody looks', await watch());

  const arrivals: number[] = [];
  let [filedAt, largest] = [Number.NaN, 0];
  const walls = await hearAll(address, screens, (bytes) => {
    largest = Math.max(largest, bytes);
    if (!Number.isNaN(filedAt)) arrivals.push(performance.now() - filedAt);
  });
  row(`${WALLS} walls, nothing changes`, await watch());
  const stopFiling = await fileConcerns(address, () => {
    filedAt = performance.now();
  });
  row(`${WALLS} walls, a concern every 10 s`, await watch());
  stopFiling();
  filedAt = Number.NaN;
  walls.stop();

  const peers = await pollAll(address, screens);
  row(`peer: ${WALLS} ask every 5 s, nothing changes`, await watch());
  const stopFilingAgain = await fileConcerns(address, () => undefined);
  row(`peer: ${WALLS} ask every 5 s, a concern every 10 s`, await watch());
  stopFilingAgain();
  peers.stop();

  for (let visit = 0; visit < VISITS; visit++) (await hearAll(address, screens)).stop();
  row(`after ${VISITS * WALLS} more walls came and went`, await watch());

  arrivals.sort((a, b) => a - b);
  const [half = 0, most = 0] = [arrivals[Math.floor(arrivals.length / 2)], arrivals.at(-1)];
  console.log(
    `\nA concern was on a wall ${(half / 1000).toFixed(2)} s after it was filed (median of ${arrivals.length}; the last ${(most / 1000).toFixed(2)} s). A board is ${Math.round(largest / 1024)} KB.`,
  );
  console.log(
    'Target: under 5 % of one core each minute. A peer hears of a change 2.5 s later on average, and is told nothing of a',
  );
  console.log('server or a database that stands still.');
} finally {
  await city.stop();
  await scratch.remove();
}

async function watch(): Promise<Minute[]> {
  await sleep(SETTLE_SECONDS * 1000);
  return watchMinutes(server, database, MINUTES);
}

function row(what: string, minutes: Minute[]): void {
  const list = (of: (minute: Minute) => number, digits: number) =>
    minutes.map((minute) => of(minute).toFixed(digits)).join(', ');
  const cells = [
    list(({ server: share }) => share, 1),
    list(({ database: share }) => share, 1),
    list(({ megabytes }) => megabytes, 0),
  ];
  console.log(`| ${what} | ${cells.join(' | ')} |`);
}

/** The one process that has said it uses the database of this home. */
async function serverPid(): Promise<number> {
  return Number((await readdir(join(home, 'records-users')))[0]);
}

async function databasePid(): Promise<number> {
  return Number((await readFile(join(home, 'records', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}
