// Call files into the store, against what DuckDB needs to read the same file into a table and nothing else.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { SourceProfile } from '#data/schema/source-profile.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { scratchHome } from './scratch-home.ts';

const SIZES = (process.env.BENCH_ROWS ?? '100000,1000000,5000000').split(',').map(Number);
const REPEATS = Number(process.env.BENCH_REPEATS ?? 3);
const HEADER =
  'incident_id,version,received_local,occurred_from,occurred_to,call_type,priority,disposition,source,address,beat,lon,lat';

type Measured = { seconds: number; cpuSeconds: number; peakMb: number };

const [task, file = '', home = ''] = process.argv.slice(2);
if (task === 'ingest' || task === 'dirty' || task === 'again')
  await report(() => ingestCalls({ files: [file], profile: profile(), home }));
else if (task === 'bare') await report(() => readBare(file));
else await compare();

/** A department's feed: three years, 60 types, 20,000 block points, 16 beats; one row in `dirtyEvery` has an impossible date. */
async function writeCalls(path: string, rows: number, dirtyEvery: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${HEADER}\n`);
  let state = 42;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const step = (3 * 365 * 86_400_000) / rows;
  for (let from = 0; from < rows; from += 10_000) {
    const lines: string[] = [];
    for (let n = from; n < Math.min(rows, from + 10_000); n++) {
      const time = new Date(Date.UTC(2022, 0, 1) + n * step).toISOString().slice(0, 19).replace('T', ' ');
      const at = dirtyEvery > 0 && n % dirtyEvery === 1 ? '2022-02-30 10:00:00' : time;
      const place = below(20_000);
      const lon = (-82.7 + (place % 200) * 0.0015).toFixed(6);
      const lat = (35.41 + Math.floor(place / 200) * 0.0025).toFixed(6);
      lines.push(
        `D${String(n).padStart(8, '0')},1,${at},,,TYPE ${below(60)},${1 + below(4)},REPORT TAKEN,${below(5) === 0 ? 'ONVIEW' : '911'},${100 * (place % 40)} BLOCK ELM ${place % 500} ST,B${place % 16},${lon},${lat}`,
      );
    }
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
}

function profile(): SourceProfile {
  return SourceProfile.parse({
    name: 'bench',
    title: 'Bench',
    city: 'Bench',
    timeZone: 'America/New_York',
    columns: {
      ...{
        id: ['incident_id'],
        time: ['received_local'],
        from: ['occurred_from'],
        to: ['occurred_to'],
        type: ['call_type'],
      },
      ...{ lon: ['lon'], lat: ['lat'], address: ['address'], disposition: ['disposition'], priority: ['priority'] },
      ...{ origin: ['source'], beat: ['beat'], version: ['version'] },
    },
    times: [{ formats: ['%Y-%m-%d %H:%M:%S'], zone: 'local' }],
    timePrecision: 'minute',
    bounds: [-83, 35, -82, 36],
    precision: 'block',
    types: { table: 'words' },
    origin: { officerValues: ['ONVIEW'], otherwise: 'public' },
    dedupe: { key: ['incident_id', 'version'], withoutId: 'duplicate' },
    expectedEveryHours: null,
  });
}

async function readBare(path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`create table calls as from read_csv('${path}')`);
  connection.closeSync();
}

async function report(work: () => Promise<unknown>): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ seconds, cpuSeconds: (user + system) / 1e6, peakMb } satisfies Measured));
}

/** Each measure in a process of its own, so that memory is its own; the best of a few, in turns. */
async function compare(): Promise<void> {
  const rows: string[] = [];
  for (const size of SIZES) {
    const scratch = await scratchHome();
    const clean = join(scratch.path, 'clean.csv');
    const dirty = join(scratch.path, 'dirty.csv');
    await writeCalls(clean, size, 0);
    await writeCalls(dirty, size, 1_000);
    const best: Record<string, Measured> = {};
    for (let turn = 0; turn < REPEATS; turn++) {
      for (const [name, path, into] of [
        ['bare', clean, ''],
        ['ingest', clean, join(scratch.path, `home-${turn}`)],
        ['again', clean, join(scratch.path, `home-${turn}`)],
        ['dirty', dirty, join(scratch.path, `dirty-${turn}`)],
      ] as const) {
        const found = measure(name, path, into);
        if (!best[name] || found.seconds < best[name].seconds) best[name] = found;
      }
    }
    for (const [name, found] of Object.entries(best)) rows.push(line(name, size, found, best.bare));
    await scratch.remove();
  }
  console.log('| what | calls | seconds | calls a second | against bare read | CPU seconds | peak memory |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  console.log(rows.join('\n'));
  console.log(
    '\n`bare` is DuckDB reading the file into a table; `ingest` validates, converts clocks, deduplicates, places, writes Parquet and the index; `again` is the same file a second time; `dirty` has an impossible date in one of a thousand rows. What limits it: reading the text into memory, as `bare` does, until duplicates are known, and then coding it as Parquet, which takes three quarters as long again; judging the rows, finding duplicates, counting and hashing the file are the rest.',
  );
}

function measure(name: string, path: string, into: string): Measured {
  const self = fileURLToPath(import.meta.url);
  const run = spawnSync(process.execPath, ['--import', 'tsx', self, name, path, into], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { seconds, cpuSeconds, peakMb }: Measured = JSON.parse(run.stdout.toString());
  return { seconds, cpuSeconds, peakMb };
}

function line(name: string, size: number, found: Measured, bare: Measured | undefined): string {
  const ratio = bare ? `${(bare.seconds / found.seconds).toFixed(2)} ×` : '';
  return `| ${name} | ${size.toLocaleString('en')} | ${found.seconds.toFixed(2)} | ${Math.round(size / found.seconds).toLocaleString('en')} | ${ratio} | ${found.cpuSeconds.toFixed(2)} | ${Math.round(found.peakMb)} MB |`;
}
