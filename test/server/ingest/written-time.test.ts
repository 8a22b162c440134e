import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { KNOWN_FORMATS, readWrittenTime, timePrecisionOf } from '#server/ingest/written-time.ts';

const WRITTEN = [
  '2021-03-04 17:05:09',
  '2021-03-04T17:05:09',
  '2021-03-04T17:05:09.123',
  '2021/03/04 17:05',
  '03/04/2021 05:05:09 PM',
  '03/04/2021 12:05 AM',
  '13/04/2021 05:05',
  '2021-02-30',
  '2021-02-30 10:00:00',
  '2021-01-01 24:00',
  '2021-03',
  'yesterday',
];

test('a format means the same here and in DuckDB', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let read = 0;
  for (const format of KNOWN_FORMATS) {
    for (const text of WRITTEN) {
      const ours = readWrittenTime(text, format);
      const reader = await connection.runAndReadAll(`select epoch_ms(try_strptime('${text}', '${format}'))::double`);
      const theirs = reader.value(0, 0);
      expect([text, format, typeof ours === 'number' ? ours : null]).toEqual([text, format, theirs]);
      if (typeof ours === 'number') read++;
    }
  }
  connection.closeSync();
  expect(read).toBe(8); // one format each for the eight that are times
});

test('a day that does not exist is told from a text of another shape', () => {
  expect(readWrittenTime('2021-02-30', '%Y-%m-%d')).toBe('no-such-time');
  expect(readWrittenTime('30.02.2021', '%Y-%m-%d')).toBe('no-match');
});

test('an offset makes the time an instant', () => {
  const format = '%Y/%m/%d %H:%M:%S%z';
  expect(readWrittenTime('2020/01/01 05:00:00+00', format)).toBe(Date.UTC(2020, 0, 1, 5));
  expect(readWrittenTime('2020/01/01 05:00:00-05:30', format)).toBe(Date.UTC(2020, 0, 1, 10, 30));
});

test('a month is a month', () => {
  expect(['%Y-%m', '%Y-%m-%d', '%Y-%m-%d %H:%M'].map(timePrecisionOf)).toEqual(['month', 'day', 'minute']);
});
