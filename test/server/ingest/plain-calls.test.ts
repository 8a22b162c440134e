import { expect, test } from 'vitest';
import { UsageError } from '#server/errors.ts';
import { readPlainCalls } from '#server/ingest/plain-calls.ts';
import { newFolder, writeIn } from '#test/fixture/calls-files.ts';
import { sharedData } from '#test/fixture/shared-data.ts';

const folder = newFolder();
const fileOf = (name: string, content: string | Uint8Array): string => writeIn(folder, name, content);
const columns = { id: 'id', lon: 'x', lat: 'y', time: 'at' };

test('a plain CSV gives one entry a row kept and counts the others', async () => {
  const path = fileOf(
    'calls.csv',
    'id;x;y;at\nA;-82.5;35.5;2021-03-04 17:05\n"B;\n2";;;2021-03-04 17:06\nC;0;0;2021-03-04 17:07\nD;x;35;2021-03-04 17:08\nE;-82.5;35.5;2021-02-30 10:00\nF;1\n',
  );
  const calls = await readPlainCalls(path, columns);
  expect(calls.ids).toEqual(['A', 'B;\n2', 'C']);
  expect([calls.read, calls.rejected, calls.unplaced, calls.quarantined]).toEqual([6, 3, 1, 1]);
  expect(calls.received[0]).toBe(Date.UTC(2021, 2, 4, 17, 5) / 60_000);
  expect(calls.rejects.map(({ line, column, value }) => [line, column, value])).toEqual([
    [6, 'x', 'x'],
    [7, 'at', '2021-02-30 10:00'],
    [8, null, null],
  ]);
});

test('UTC times become local only when the zone is named', async () => {
  const path = fileOf('utc.ndjson', '{"id":1,"x":-82.5,"y":35.5,"at":"2021-07-01T03:00:00Z"}\n');
  const named = await readPlainCalls(path, { ...columns, timeZone: 'America/New_York' });
  expect(named.received[0]).toBe(Date.UTC(2021, 5, 30, 23) / 60_000);
  await expect(readPlainCalls(path, columns)).rejects.toThrow(/utc\.ndjson, line 1, at: none of 1 rows .* UTC/);
  await expect(readPlainCalls(path, { ...columns, timeZone: 'Mars/Phobos' })).rejects.toThrow(UsageError);
});

test('the span in which a call happened may be open; written in UTC its instants are kept', async () => {
  const rows = 'A,-82.5,35.5,2021-11-07T05:30Z,2021-11-07T06:30Z\nB,-82.5,35.5,,\nC,-82.5,35.5,2021-13-01,\n';
  const path = fileOf('spans.csv', `id,x,y,start,end\n${rows}`);
  const named = { id: 'id', lon: 'x', lat: 'y', from: 'start', to: 'end', timeZone: 'America/New_York' };
  const { ids, happened, received, rejects } = await readPlainCalls(path, named);
  expect(ids).toEqual(['A', 'B']);
  expect(happened.from[0]).toBe(happened.to[0]); // 01:30, twice
  expect((happened.toUtc[0] ?? 0) - (happened.fromUtc[0] ?? 0)).toBe(60);
  expect([happened.from[1], happened.to[1], received[0]]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  expect(rejects).toMatchObject([{ line: 4, column: 'start', value: '2021-13-01' }]);
});

test('a column that is not there is refused with the file, the line and the columns that are', async () => {
  const path = fileOf('wrong.csv', 'id;x;y\n1;2;3\n');
  await expect(readPlainCalls(path, columns)).rejects.toThrow(/wrong\.csv, line 1, at: .*id, x, y/);
});

test('objects of which none can be read are refused with the reason of the first', async () => {
  const path = fileOf('broken.ndjson', '{"id":1,\n{"id":2,\n');
  await expect(readPlainCalls(path, columns)).rejects.toThrow(/broken\.ndjson, line 1: none of 2 rows .*not JSON/);
});

test('UTF-16 with its mark is read as what it is, a row without an id is named by its line', async () => {
  const text = '\uFEFFid,x,y,at\nÄ,-82.5,35.5,2021-03-04 17:05\n,-82.5,35.5,2021-03-04 17:06\n';
  const { ids } = await readPlainCalls(fileOf('wide.csv', Buffer.from(text, 'utf16le')), columns);
  expect(ids).toEqual(['Ä', 'row-3']);
});

test('a file of which no row can be read is refused, not counted as empty', async () => {
  const path = fileOf('cut.csv', 'id,x,y,at\nA;-82.5;35.5;2021-03-04\nB;-82.5;35.5;2021-03-04\n');
  await expect(readPlainCalls(path, columns)).rejects.toThrow(/cut\.csv, line 2: none of 2 rows .*1 fields/);
});

const located = sharedData('asheville/apd_911_filtered_2017_2021_located.csv.gz');
// SOURCE.md: 34,562 rows, 3,066 without a place
test.skipIf(located === null)('the located Asheville file is read whole', async () => {
  const { read, unplaced, rejected } = await readPlainCalls(located ?? '', {
    id: 'incident_number',
    lon: 'lon',
    lat: 'lat',
    time: 'call_time',
    timeZone: 'America/New_York',
  });
  expect({ read, unplaced, rejected }).toEqual({ read: 34_562, unplaced: 3_066, rejected: 0 });
});
