// From Parquet to a file the browser can load: how long a cut takes, stage by stage, and what copying vectors whole buys.
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  Dictionary,
  Float64,
  Int32,
  makeBuilder,
  Table,
  TimestampMicrosecond,
  tableFromIPC,
  tableToIPC,
  Utf8,
} from 'apache-arrow';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import { ReleaseLevel } from '#data/schema/release-level.ts';
import { toArrowStream } from '#server/extract/arrow-stream.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { pack } from '#server/extract/packed-file.ts';
import { selectReleased, selectYear } from '#server/extract/release-sql.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { fillHome, temporaryHome } from '#test/server/extract/make-home.ts';

const SIZES = (process.env.BENCH_ROWS ?? '100000,1000000').split(',').map(Number);
const YEAR = 2024;
const cells: string[][] = [];

for (const rows of SIZES) {
  const { home, remove } = await temporaryHome();
  await fillHome(home, { 2023: 0, [YEAR]: rows });
  const file = (await readStoreIndex(home)).sources[0]?.files.find(({ year }) => year === YEAR)?.file ?? '';
  await withDuckDb(async (connection) => {
    const read = await timed(() =>
      connection.run(`create temp table year_call as ${selectYear([join(home, 'calls', file)], YEAR)}`),
    );
    for (const level of ReleaseLevel.options) await benchLevel(connection, level, rows, read.seconds);
  });
  await remove();
}

console.log(
  '| calls | level | read Parquet | release rules and order | to Arrow | brotli and gzip | MB | MB brotli | value by value (peer) |',
);
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const row of cells) console.log(`| ${row.join(' | ')} |`);
console.log(
  '\nEvery call of this file has a place key and an address of its own, the worst case for a dictionary. What limits',
);
console.log(
  'it: the order of the rows, distinct words, then the codings, which run beside each other and only once a file.',
);

async function benchLevel(connection: DuckDBConnection, level: ReleaseLevel, rows: number, readSeconds: number) {
  const select = await timed(() =>
    connection.run(`create or replace temp table cut as ${selectReleased(level, YEAR)}`),
  );
  const arrow = await timed(() => toArrowStream(connection, 'cut'));
  const packed = await timed(() => pack(arrow.value));
  const peer = level === 'restricted' ? await timed(() => valueByValue(connection)) : null;
  if (peer && tableFromIPC(peer.value).numRows !== tableFromIPC(arrow.value).numRows)
    throw new Error('the peer lost rows');
  const s = (seconds: number) => `${seconds.toFixed(2)} s`;
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  const times = [readSeconds, select.seconds, arrow.seconds, packed.seconds].map(s);
  const sizes = [mb(arrow.value.length), mb(packed.value.br.length)];
  cells.push([rows.toLocaleString('en'), level, ...times, ...sizes, peer ? s(peer.seconds) : '']);
}

/** The way one writes first: each value through JavaScript, into Arrow's own builders. */
async function valueByValue(connection: DuckDBConnection): Promise<Uint8Array> {
  const result = await connection.run('select * from cut');
  const types = {
    id: () => new Utf8(),
    text: () => new Dictionary(new Utf8(), new Int32()),
    time: () => new TimestampMicrosecond(),
    real: () => new Float64(),
  };
  const builders = CALL_COLUMNS.map(({ kind }) => makeBuilder({ type: types[kind](), nullValues: [null] }));
  for await (const rows of result.yieldRowsJs()) {
    for (const row of rows) {
      for (const [i, builder] of builders.entries()) {
        const value = row[i];
        builder.append((value instanceof Date ? value.getTime() : value) as null); // the builder of that column's own type
      }
    }
  }
  const vectors = builders.map((builder, i) => [CALL_COLUMNS[i]?.name ?? '', builder.finish().toVector()] as const);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}

async function timed<T>(work: () => Promise<T>) {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}
