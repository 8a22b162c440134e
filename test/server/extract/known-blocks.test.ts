import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import { readBlocks } from '#server/extract/known-blocks.ts';
import { withDuckDb } from '#server/extract/open-duckdb.ts';
import { readStoreIndex, writeStoreIndex } from '#server/store/store-index.ts';
import { fillHome, temporaryHome } from './make-home.ts';

let home: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ home, remove } = await temporaryHome());
});
afterAll(() => remove());

type Row = [address: string, lon: number, lat: number, category?: string, placement?: string];

/** A home whose calls are these, in two years. */
async function withCalls(rows: readonly Row[]): Promise<void> {
  await fillHome(home, { 2023: 1, 2024: 1 });
  const index = await readStoreIndex(home);
  const [source] = index.sources;
  if (source === undefined) throw new Error('a home without a source');
  await mkdir(join(home, 'calls'), { recursive: true });
  const files = await Promise.all(
    [2023, 2024].map(async (year, at) => {
      const file = `blocks-${year}.parquet`;
      const some = rows.filter((_, i) => i % 2 === at).map((row, i) => valuesOf(row, `${year}-${i}`, year));
      const sql = `copy (select * from (values ${some.join(', ')}) as call(${NAMES})) to '${join(home, 'calls', file)}' (format parquet)`;
      await withDuckDb((connection) => connection.run(sql));
      return { year, file, rows: some.length };
    }),
  );
  await writeStoreIndex(home, { ...index, sources: [{ ...source, files }] });
}

const NAMES = CALL_COLUMNS.map(({ name }) => name).join(', ');

function valuesOf(
  [address, lon, lat, category = 'theft', placement = 'placed']: Row,
  id: string,
  year: number,
): string {
  const said: Record<string, string> = {
    ...{ id: `'${id}'`, source: `'town'`, received_local: `timestamp '${year}-05-01 10:00:00'` },
    ...{ lon: String(lon), lat: String(lat), category: `'${category}'`, placement: `'${placement}'` },
    address_block: `'${address}'`,
  };
  return `(${CALL_COLUMNS.map(({ name }) => said[name] ?? 'null').join(', ')})`;
}

test('a block is the middle of its places, however often each calls, to ten meters', async () => {
  await withCalls([
    ['4100 BLK LINNET AVENUE', -80.1000123, 36.5],
    ['4100 BLK LINNET AVENUE', -80.1000123, 36.5],
    ['4100 BLK LINNET AVENUE', -80.1000123, 36.5],
    ['4100 BLK LINNET AVENUE', -80.1010123, 36.5004],
    ['4200 BLK LINNET AVENUE', -80.102, 36.5],
    ['PELL STREET / LINNET AVENUE', -80.2, 36.6],
  ]);
  expect(await readBlocks(home)).toEqual([
    {
      street: 'Linnet Avenue',
      blocks: [
        [4100, -80.1005, 36.5002],
        [4200, -80.102, 36.5],
      ],
    },
  ]);
});

test('a block is read as a feed writes it: 100-BLOCK, 051XX, a house’s number', async () => {
  await withCalls([
    ['100-BLOCK MAIN ST', -80.1, 36.5],
    ['051XX W LAKE ST', -80.2, 36.5],
    ['1234 Oak Rd', -80.3, 36.5],
    ['UNKNOWN', -80.4, 36.5],
  ]);
  expect(await readBlocks(home)).toEqual([
    { street: 'Main St', blocks: [[100, -80.1, 36.5]] },
    { street: 'Oak Rd', blocks: [[1200, -80.3, 36.5]] },
    { street: 'W Lake St', blocks: [[5100, -80.2, 36.5]] },
  ]);
});

test('a protected call, one put down somewhere, and two blocks of one name tell no block', async () => {
  await withCalls([
    ['100 BLK MAIN ST', -80.1, 36.5, 'domestic'],
    ['200 BLK MAIN ST', -80.1, 36.5, 'theft', 'default-point'],
    ['300 BLK MAIN ST', -80.1, 36.5],
    ['300 BLK MAIN ST', -80.3, 36.5],
    ['400 BLK MAIN ST', -80.1, 36.5, 'made-up'],
    ['500 BLK MAIN ST', -80.1, 36.5],
  ]);
  expect(await readBlocks(home)).toEqual([{ street: 'Main St', blocks: [[500, -80.1, 36.5]] }]);
});

test('a city without calls has no blocks', async () => {
  const index = await readStoreIndex(home);
  await writeStoreIndex(home, { ...index, sources: [] });
  expect(await readBlocks(home)).toEqual([]);
});
