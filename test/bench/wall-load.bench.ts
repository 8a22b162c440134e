// A hundred walls on one server, each with a session of its own: what they cost it, quiet and with a concern filed every
// ten seconds. The peer is what a wall without a stream does: it asks for the board every five seconds.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveCity } from '#test/journey/served-city.ts';
import { type Minute, watchMinutes } from './process-cost.ts';
import { scratchHome } from './scratch-home.ts';
import { wallsOf } from './walls.ts';

const WALLS = 100;
const MINUTES = Number(process.env.BENCH_MINUTES ?? 3);
const SETTLE_SECONDS = 20;
const VISITS = 10; // of all walls once more, to see whether they leave anything behind

const scratch = await scratchHome();
const home = process.env.BENCH_HOME ?? scratch.path; // a demo that is there already starts in seconds
const city = await serveCity(['--demo', '--no-build', '--home', home]);
const [server, database] = await Promise.all([serverPid(), databasePid()]);
try {
  const walls = await wallsOf(city.address);
  console.log(
    `${WALLS} walls, ${MINUTES} minutes each after ${SETTLE_SECONDS} s to settle; shares of one core, minute by minute.\n`,
  );
  console.log('| what | server, % | database, % | memory of the server, MB |\n| --- | ---: | ---: | ---: |');
  row('nobody looks', await watch());
  const stop = await walls.hear(WALLS);
  row(`${WALLS} walls, nothing changes`, await watch());
  row(`${WALLS} walls, a concern every 10 s`, await walls.whileFiling(watch()));
  stop();
  const stopPolling = await walls.poll(WALLS);
  row(`peer: ${WALLS} ask every 5 s, nothing changes`, await watch());
  row(`peer: ${WALLS} ask every 5 s, a concern every 10 s`, await walls.whileFiling(watch()));
  stopPolling();
  for (let visit = 0; visit < VISITS; visit++) (await walls.hear(WALLS))();
  row(`after ${VISITS * WALLS} more walls came and went`, await watch());
  const late = walls.arrivals.sort((a, b) => a - b);
  const [half = 0, most = 0] = [late[Math.floor(late.length / 2)], late.at(-1)].map((ms) => (ms ?? 0) / 1000);
  console.log(
    `\nA concern was on a wall ${half.toFixed(2)} s after it was filed (median of ${late.length}; the last ${most.toFixed(2)} s). A board is ${Math.round(walls.boardBytes() / 1024)} KB.`,
  );
  console.log('Target: under 5 % of one core each minute.');
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
