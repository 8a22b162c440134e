import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlainCalls } from '#server/ingest/plain-calls.ts';
import { sharedData } from '#test/fixture/shared-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'plain-'));
function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
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
  const unnamed = await readPlainCalls(path, columns);
  expect(unnamed.rejects[0]?.reason).toContain('UTC');
});

test('a column that is not there is refused with the file, the line and the columns that are', async () => {
  const path = fileOf('wrong.csv', 'id;x;y\n1;2;3\n');
  await expect(readPlainCalls(path, columns)).rejects.toThrow(/wrong\.csv, line 1, at: .*id, x, y/);
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
