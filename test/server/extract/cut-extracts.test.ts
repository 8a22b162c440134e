import { readdirSync } from 'node:fs';
import { readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CATEGORIES } from '#data/codes/categories.ts';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import { DataRefused } from '#server/errors.ts';
import { type CutResult, cutExtracts } from '#server/extract/cut-extracts.ts';
import { readCurrent } from '#server/extract/manifest-files.ts';
import { readStoreIndex, writeStoreIndex } from '#server/store/store-index.ts';
import { fillHome, temporaryHome } from './make-home.ts';

let made: Awaited<ReturnType<typeof temporaryHome>>;
let result: CutResult;

beforeAll(async () => {
  made = await temporaryHome();
  await fillHome(made.home);
  result = await cutExtracts(made.home, { madeAt: '2025-01-02T03:05:00Z' });
});
afterAll(() => made.remove());

type Row = Record<string, unknown> & { category: string; placement: string; lon: number | null; lat: number | null };

async function rowsOf(level: ReleaseLevel, home = made.home): Promise<Row[]> {
  const { extracts } = result.manifests[level];
  const tables = await Promise.all(extracts.map(({ file }) => readFile(join(home, 'extracts', file))));
  const rows = tables.flatMap((bytes) =>
    tableFromIPC(bytes)
      .toArray()
      .map((row) => row.toJSON() as Row),
  );
  expect(rows.length, 'no rows to look at').toBeGreaterThan(0);
  return rows;
}

test('the restricted level carries every stored call in the columns of the schema, oldest first', async () => {
  const rows = await rowsOf('restricted');
  expect(rows).toHaveLength(1800);
  expect(Object.keys(rows[0] ?? {})).toEqual(CALL_COLUMNS.map((column) => column.name));
  const times = rows.map((row) => Number(row.received_local));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(rows.map((row) => row.id)).size).toBe(1800);
});

test('every year says how many of its calls the level may not have', () => {
  for (const { extracts, rows, withheld } of Object.values(result.manifests)) {
    expect(extracts.map((extract) => extract.year)).toEqual([2023, 2024]);
    expect(extracts.map((extract) => extract.rows + extract.withheld)).toEqual([600, 1200]);
    expect(rows + withheld).toBe(1800);
  }
  expect(result.manifests.restricted.withheld).toBe(0);
  // One category in six is restricted and one is no code of ours: a third of 1,800.
  expect(result.manifests.internal.withheld).toBe(600);
});

test('a category we do not know never leaves the restricted level', async () => {
  expect((await rowsOf('restricted')).some((row) => row.category === 'made-up')).toBe(true);
  for (const level of ['internal', 'public'] as const) {
    const seen = new Set((await rowsOf(level)).map((row) => row.category));
    const open = CATEGORIES.filter((c) => c.leastLevel === 'public' || c.leastLevel === level).map((c) => c.category);
    expect([...seen].filter((category) => !(open as string[]).includes(category))).toEqual([]);
  }
});

test('the internal level keeps exact points', async () => {
  const exact = new Set((await rowsOf('restricted')).map((row) => `${row.lon} ${row.lat}`));
  const points = (await rowsOf('internal')).map((row) => `${row.lon} ${row.lat}`);
  expect(points.filter((point) => !exact.has(point))).toEqual([]);
});

test('the public level gives no exact point, no address, no id, no minute and no disposition', async () => {
  const stored = await rowsOf('restricted');
  const exact = new Set(stored.flatMap((row) => (row.lon === null ? [] : [row.lon, row.lat])));
  const ids = new Set(stored.map((row) => row.id));
  const rows = await rowsOf('public');
  const leaks = rows.filter(
    (row) =>
      exact.has(row.lon) ||
      exact.has(row.lat) ||
      ids.has(row.id) ||
      row.address_block !== null ||
      row.disposition !== null ||
      row.beat !== null ||
      Number(row.received_local) % 3_600_000 !== 0 ||
      Number(row.received_utc) % 3_600_000 !== 0 ||
      Number(row.occurred_from_local ?? 0) % 3_600_000 !== 0 ||
      String(row.place_key ?? 'cell-').startsWith('cell-') === false,
  );
  expect(leaks).toEqual([]);
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

test('a public call stays within the cell it lies in, and a quarantined one has no point', async () => {
  const rows = await rowsOf('public');
  const placed = rows.filter((row) => row.placement === 'placed');
  // The two crowded corners of make-home; their calls lie within 0.00002 degrees of these points.
  const corners = [-82.55, -82.5];
  expect(placed.length).toBeGreaterThan(0);
  for (const { lon, lat } of placed) {
    const toCorner = Math.min(...corners.map((corner) => Math.abs(corner - Number(lon))));
    expect(toCorner).toBeLessThan(0.0012); // half a cell of 200 m at 35.6 north is 0.0011 degrees
    expect(Math.abs(Number(lat) - 35.59)).toBeLessThan(0.001);
  }
  const quarantined = rows.filter((row) => row.placement === 'default-point');
  expect(quarantined.length).toBeGreaterThan(0);
  expect(quarantined.filter((row) => row.lon !== null || row.place_key !== null)).toEqual([]);
});

test('nothing lies below a null: a withheld coordinate is not in the bytes', async () => {
  for (const { file } of result.manifests.public.extracts) {
    const table = tableFromIPC(await readFile(join(made.home, 'extracts', file)));
    const below = (['lon', 'lat'] as const).flatMap((name) => {
      const column = table.getChild(name);
      return (column?.data ?? []).flatMap((data) => {
        const values = Array.from(data.values as Float64Array);
        return values.filter((value, row) => !data.getValid(row) && value !== 0);
      });
    });
    expect(table.getChild('lon')?.nullCount).toBeGreaterThan(0);
    expect(below).toEqual([]);
  }
});

test('no cell, category and year of the public level holds fewer than five calls', async () => {
  const counts = new Map<string, number>();
  for (const row of await rowsOf('public')) {
    const year = new Date(Number(row.received_local)).getUTCFullYear();
    const cell = `${row.place_key} ${row.category} ${year}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  expect(counts.size).toBeGreaterThan(3);
  expect([...counts].filter(([, count]) => count < 5)).toEqual([]);
});

test('the public manifest tells no minute either', () => {
  expect(result.manifests.public.cutoffLocal).toBe('2024-12-28T22:00:00');
  expect(result.manifests.public.sources.map((source) => source.firstReceivedLocal)).toEqual(['2023-01-01T00:00:00']);
});

test('the same store gives the same names in another home', async () => {
  const other = await temporaryHome();
  await fillHome(other.home);
  const again = await cutExtracts(other.home);
  const names = (of: CutResult) =>
    Object.values(of.manifests).map((m) => [m.manifest, ...m.extracts.map((e) => e.file)]);
  await other.remove();
  expect(names(again)).toEqual(names(result));
});

test('a second cut of an unchanged store writes nothing', async () => {
  const before = await listing(made.home);
  const again = await cutExtracts(made.home);
  expect(again).toMatchObject({ cut: 0, kept: 6, manifests: result.manifests });
  expect(await listing(made.home)).toEqual(before);
});

test('the packed twins hold the bytes of the extract', async () => {
  for (const { file, bytes } of result.manifests.restricted.extracts) {
    const path = join(made.home, 'extracts', file);
    const content = await readFile(path);
    expect(content.length).toBe(bytes);
    expect(brotliDecompressSync(await readFile(`${path}.br`)).equals(content)).toBe(true);
    expect(gunzipSync(await readFile(`${path}.gz`)).equals(content)).toBe(true);
  }
});

test('the manifests stand before the files are packed; a cut that was killed between is packed by the next', async () => {
  const other = await temporaryHome();
  await fillHome(other.home);
  const twins = () => readdirSync(join(other.home, 'extracts')).filter((file) => /\.(br|gz)$/.test(file));
  let standing: { pointers: string[]; twins: string[] } | undefined;
  await cutExtracts(other.home, {
    onStanding: () => {
      const pointers = readdirSync(other.home).filter((file) => file.startsWith('manifest-'));
      standing = { pointers, twins: twins() };
    },
  });
  const packed = twins();
  for (const twin of packed) await rm(join(other.home, 'extracts', twin));
  const again = await cutExtracts(other.home);
  const packedAgain = twins();
  await other.remove();
  expect(standing).toMatchObject({ pointers: { length: 3 }, twins: [] });
  expect(packed).toHaveLength(12); // both, of two years at three levels
  expect(again.cut).toBe(0);
  expect(packedAgain).toEqual(packed);
});

test('a changed store leaves the earlier manifest and its files readable', async () => {
  const other = await temporaryHome();
  await fillHome(other.home);
  const first = await cutExtracts(other.home);
  await fillHome(other.home, { 2023: 600, 2024: 1300 });
  const second = await cutExtracts(other.home);
  expect(second.cut).toBe(3); // 2024 at each level
  expect((await readCurrent(other.home, 'public'))?.manifest).toBe(second.manifests.public.manifest);
  const kept = await readdir(join(other.home, 'manifests'));
  const files = await readdir(join(other.home, 'extracts'));
  await other.remove();
  expect(kept).toContain(`${first.manifests.public.manifest}.json`);
  expect(files).toEqual(expect.arrayContaining(first.manifests.public.extracts.map((extract) => extract.file)));
});

test('a store whose file is gone or short is refused by name', async () => {
  const other = await temporaryHome();
  await fillHome(other.home, { 2023: 10, 2024: 10 });
  const index = await readStoreIndex(other.home);
  const [file] = index.sources[0]?.files ?? [];
  if (!file) throw new Error('the fixture lists no file');
  file.rows = 11;
  await writeStoreIndex(other.home, index);
  await expect(cutExtracts(other.home)).rejects.toThrow(/says 11 calls of 2023, the files hold 10/);
  await unlink(join(other.home, 'calls', file.file));
  await expect(cutExtracts(other.home)).rejects.toThrow(DataRefused);
  await other.remove();
});

test('an empty store gives manifests without files', async () => {
  const other = await temporaryHome();
  const { manifests } = await cutExtracts(other.home);
  await other.remove();
  expect(manifests.public).toMatchObject({ rows: 0, extracts: [], bbox: null });
});

async function listing(home: string): Promise<string[]> {
  const files = await readdir(home, { recursive: true });
  const times = await Promise.all(
    files.sort().map(async (file) => `${file} ${(await stat(join(home, file))).mtimeMs}`),
  );
  expect(times.length).toBeGreaterThan(0);
  return times;
}
