import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import { findChromium } from '#server/documents/find-chromium.ts';
import { toArrowStream } from '#server/extract/arrow-stream.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';

/** `note` is worth knowing and nothing to repair. */
export type Found = { state: 'ok' | 'note' | 'broken'; detail: string };
export type Finding = Found & { name: string };

const OLDEST_NODE = [20, 19] as const;
const LEAST_FREE = 2 * 2 ** 30; // bytes; the large demo takes about one gigabyte with its extracts

const ok = (detail: string): Found => ({ state: 'ok', detail });
const broken = (detail: string): Found => ({ state: 'broken', detail });

export async function checkNode(): Promise<Found> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isNewEnough) return ok(process.version);
  return broken(`${process.version} is too old; install Node ${OLDEST_NODE.join('.')} or newer`);
}

/** Parquet must be built in: we never fetch an extension. */
export async function checkDuckDb(): Promise<Found> {
  const [version, parquet] = await withDuckDb(async (connection) => {
    const reader = await connection.runAndReadAll(
      `select version(), (select loaded from duckdb_extensions() where extension_name = 'parquet')`,
    );
    return reader.getRows()[0] ?? [];
  });
  return parquet === true ? ok(`${version}, Parquet built in`) : broken('Parquet is not built in; run npm ci again');
}

/** A newer Arrow is taken without a word and inserts nothing, so one row is sent all the way. */
export async function checkArrow(): Promise<Found> {
  const empty = { id: `'a'`, text: `'b'`, time: `timestamp '2024-01-01'`, real: '0::double' };
  const row = CALL_COLUMNS.map(({ name, kind }) => `${empty[kind]} as ${name}`).join(', ');
  const stream = await withDuckDb(async (connection) => {
    await connection.run(`create temp table one as select ${row}`);
    return toArrowStream(connection, 'one');
  });
  const { openBrowserEngine } = await import('./open-browser-engine.ts'); // 3 MB that no other command needs
  const connection = await openBrowserEngine();
  connection.insertArrowFromIPCStream(stream, { name: 'one', create: true });
  const survived = connection.query('select id, type_code from one').toArray().length;
  if (survived === 1) return ok('a row survives the way into the engine of the browser');
  return broken('the engine of the browser lost a row; apache-arrow must be 17.0.0: run npm ci again');
}

export async function checkBrowser(): Promise<Found> {
  const found = findChromium();
  if (found !== null) return ok(found);
  return {
    state: 'note',
    detail: 'no Chromium here; reports as PDF and the tests need one (COMMONBEAT_CHROMIUM names it)',
  };
}

export async function checkDisk(home: string): Promise<Found> {
  const { bavail, bsize } = await statfs(existsSync(home) ? home : '.');
  const free = `${((bavail * bsize) / 2 ** 30).toFixed(1)} GiB free`;
  return bavail * bsize >= LEAST_FREE ? ok(free) : broken(`${free}; make room, a cut needs 2 GiB`);
}
