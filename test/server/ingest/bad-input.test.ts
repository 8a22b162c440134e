import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DataRefused } from '#server/errors.ts';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { EXPANSION_LIMITS, type ExpansionLimits } from '#server/ingest/open-bytes.ts';
import { NOW, newFolder, SMALL_HEADER, smallProfile, writeIn } from '#test/fixture/calls-files.ts';

const GOOD = 'A,1,2025-03-04 17:05:09,THEFT,100 BLOCK ELM ST,-82.4,35.4';
const many = (rows: number) => Array.from({ length: rows }, (_, n) => GOOD.replace('A,', `A${n},`)).join('\n');

/** Ingests a bad file into a home that already holds a good one, and asserts that the home is as it was. */
async function refusalOf(
  name: string,
  content: string | Uint8Array,
  changes = {},
  limits: ExpansionLimits = EXPANSION_LIMITS,
) {
  const home = newFolder();
  const folder = newFolder();
  const good = writeIn(folder, 'good.csv', `${SMALL_HEADER}\n${GOOD}\n`);
  await ingestCalls({ files: [good], profile: smallProfile(), home, now: NOW });
  const before = readdirSync(home, { recursive: true }).sort();
  const bad = writeIn(folder, name, content);
  const profile = smallProfile({ name: 'bad', ...changes });
  const refusal = await ingestCalls({ files: [good, bad], profile, home, now: NOW, limits }).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(readdirSync(home, { recursive: true }).sort()).toEqual(before);
  expect(readdirSync(join(home, 'work'))).toEqual([]);
  if (!(refusal instanceof DataRefused)) throw new Error(`not refused: ${String(refusal)}`);
  expect(refusal.file).toBe(name);
  return refusal;
}

test('a truncated gzip is refused with the line it breaks off at', async () => {
  const whole = gzipSync(`${SMALL_HEADER}\n${many(5_000)}\n`, { level: 0 });
  const refusal = await refusalOf('cut.csv.gz', whole.subarray(0, whole.length - 20_000));
  expect(refusal.message).toMatch(/truncated or damaged/);
  expect(refusal.line).toBeGreaterThan(1_000);
});

test('a damaged gzip is refused', async () => {
  const whole = gzipSync(`${SMALL_HEADER}\n${many(5_000)}\n`);
  whole.fill(7, 200, 260);
  expect((await refusalOf('damaged.csv.gz', whole)).message).toMatch(/truncated or damaged/);
});

test('a gzip bomb is refused before it is unfolded', async () => {
  const bomb = gzipSync(`${SMALL_HEADER}\n${'A'.repeat(30_000_000)}`);
  const limits = { ratio: 200, freeBytes: 1 << 20, maxBytes: 2 ** 30 };
  expect((await refusalOf('bomb.csv.gz', bomb, {}, limits)).message).toMatch(/compression bomb/);
});

test('a zip archive is refused as one, bomb or not', async () => {
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(1_000)]);
  expect((await refusalOf('calls.zip', zip)).message).toMatch(/unpack it/);
});

test('a binary file is refused with the offset of its first zero byte', async () => {
  const refusal = await refusalOf('picture.png', Buffer.from([137, 80, 78, 71, 10, 26, 10, 0, 0, 0, 13]));
  expect(refusal.message).toMatch(/offset 7.*binary/);
  expect(refusal.line).toBe(3);
});

test('a wrong delimiter is refused and the right one named', async () => {
  const refusal = await refusalOf('semicolons.csv', `${SMALL_HEADER}\n${GOOD}\n`.replaceAll(',', ';'));
  expect([refusal.line, refusal.column]).toEqual([1, 'id']);
  expect(refusal.message).toMatch(/";": is that the delimiter/);
});

test('bytes of another encoding are refused with their line and place', async () => {
  const mixed = Buffer.concat([
    Buffer.from(`${SMALL_HEADER}\n${GOOD.replace('ELM', 'CAFÉ')}\nB,1,2025-03-04 17:05:09,CAF`),
    Buffer.from([0xc9]),
    Buffer.from(',x,,\n'),
  ]);
  const refusal = await refusalOf('mixed.csv', mixed);
  expect([refusal.line, refusal.column]).toEqual([3, 'character 28']);
  expect(refusal.message).toMatch(/0xC9.*Windows-1252/);
});

test('UTF-16 read as UTF-8 is refused', async () => {
  const refusal = await refusalOf('wide.csv', Buffer.from(`\uFEFF${SMALL_HEADER}\n${GOOD}\n`, 'utf16le'));
  expect(refusal.line).toBe(1);
});

test('a field of ten million characters is refused with its line and column', async () => {
  const wide = GOOD.replace('THEFT', 'T'.repeat(10_000_000));
  const bare = await refusalOf('wide.csv', `${SMALL_HEADER}\n${GOOD}\n${wide}\n`);
  expect(bare.line).toBe(3);
  expect(bare.message).toMatch(/longer than/);
  const quoted = await refusalOf(
    'quoted.csv',
    `${SMALL_HEADER}\n${GOOD}\n${GOOD.replace('THEFT', `"${'T'.repeat(1_500_000)}"`)}\n`,
  );
  expect([quoted.line, quoted.column]).toEqual([3, 'column 4']);
});

test('a hundred thousand columns are refused', async () => {
  const names = Array.from({ length: 100_000 }, (_, n) => `c${n}`).join(',');
  expect((await refusalOf('columns.csv', `${names}\n${','.repeat(99_999)}\n`)).message).toMatch(/100000 columns/);
});

test('a column named twice is refused by its name, letter case aside', async () => {
  const refusal = await refusalOf('twice.csv', `${SMALL_HEADER},LON\n${GOOD},-82.4\n`);
  expect([refusal.line, refusal.column]).toEqual([1, 'LON']);
});

test.each([
  ['empty.csv', '', /empty/],
  ['empty.csv.gz', gzipSync(''), /empty/],
  ['blank.csv', '\n\n', /no header and no rows/],
  ['header.csv', `${SMALL_HEADER}\n`, /a header and no rows/],
])('%s is refused: there is nothing in it', async (name, content, message) => {
  expect((await refusalOf(name, content)).message).toMatch(message);
});

test('a quote that never closes is refused with the line where it opens', async () => {
  const refusal = await refusalOf(
    'open.csv',
    `${SMALL_HEADER}\n${GOOD}\n${GOOD.replace('THEFT', '"THEFT')}\n${many(100)}\n`,
  );
  expect(refusal.line).toBe(3);
  expect(refusal.message).toMatch(/never closed/);
});

test('a file of which no row can be read is refused with the first reason', async () => {
  const home = newFolder();
  const file = writeIn(newFolder(), 'dates.csv', `${SMALL_HEADER}\n${GOOD.replace('2025-03-04', '2025-02-30')}\n`);
  const run = ingestCalls({ files: [file], profile: smallProfile(), home, now: NOW });
  await expect(run).rejects.toThrow(/dates\.csv, line 2, at: none of 1 records .*no such day/);
  expect(readdirSync(home, { recursive: true })).toEqual(['work']);
});

test('a file that is not there is refused', async () => {
  const request = { files: ['/nowhere/calls.csv'], profile: smallProfile(), home: newFolder(), now: NOW };
  await expect(ingestCalls(request)).rejects.toThrow(/calls\.csv: there is no such file/);
});

test('a broken line of NDJSON is rejected with its line, the others are read', async () => {
  const object = JSON.stringify({ id: 'A', at: '2025-03-04 17:05:09', type: 'THEFT', lon: -82.4, lat: 35.4 });
  const file = writeIn(newFolder(), 'calls.ndjson', `${object}\n{"id": \n[1]\n${object}\n`);
  const report = await ingestCalls({
    files: [file],
    profile: smallProfile({ format: { kind: 'ndjson' } }),
    home: newFolder(),
    now: NOW,
  });
  expect(report).toMatchObject({ read: 4, accepted: 1, rejected: 2, duplicates: 1 });
  expect(report.rejects.map(({ line }) => line)).toEqual([2, 3]);
});

test('lines that end in a carriage return alone are refused as such', async () => {
  const refusal = await refusalOf('mac.csv', `${SMALL_HEADER}\r${GOOD}\r`);
  expect([refusal.line, /carriage return/.test(refusal.message)]).toEqual([1, true]);
});

test('UTF-32 is refused as no text, not read as UTF-16', async () => {
  const wide = Buffer.from([...`\uFEFF${SMALL_HEADER}\n`].flatMap((letter) => [letter, '\0']).join(''), 'utf16le');
  expect((await refusalOf('wide.csv', wide)).message).toMatch(/binary/);
});

test('an object of more fields than a call can have is rejected with its line', async () => {
  const call = { id: 'A', at: '2025-03-04 17:05:09', type: 'THEFT', lon: -82.4, lat: 35.4 };
  const wide = { ...call, ...Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`c${n}`, n])) };
  const file = writeIn(newFolder(), 'calls.ndjson', `${JSON.stringify(call)}\n${JSON.stringify(wide)}\n`);
  const profile = smallProfile({ format: { kind: 'ndjson' } });
  const report = await ingestCalls({ files: [file], profile, home: newFolder(), now: NOW });
  expect(report.rejects).toMatchObject([{ line: 2, reason: expect.stringContaining('3005 fields') }]);
});
