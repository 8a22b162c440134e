import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { localOffsetSql, toSqlTime, utcOffsetSql } from '#server/ingest/clock-sql.ts';
import { readZoneClock, repeatedSpans, skippedSpans, toLocal, toUtc } from '#server/ingest/zone-clock.ts';

const ZONES = [
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Phoenix',
  'Asia/Kolkata',
  'Africa/Cairo',
];
const anyTime = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2029, 11, 31) });
const clockOf = (zone: string) => readZoneClock(zone, 1970, 2030);

test('New York skips 02:00 to 03:00 and repeats 01:00 to 02:00 in 2025', () => {
  const clock = readZoneClock('America/New_York', 2025, 2025);
  const hour = (span: { from: number; to: number }) => [toSqlTime(span.from), toSqlTime(span.to)];
  // United States Code 15, section 260a: second Sunday of March, first Sunday of November
  expect(skippedSpans(clock).map(hour)).toEqual([['2025-03-09 02:00:00.000', '2025-03-09 03:00:00.000']]);
  expect(repeatedSpans(clock).map(hour)).toEqual([['2025-11-02 01:00:00.000', '2025-11-02 02:00:00.000']]);
});

test('a zone that does not exist throws', () => {
  expect(() => readZoneClock('Mars/Olympus', 2020, 2021)).toThrow(RangeError);
});

test.each(ZONES)('%s: both ways agree with Temporal, the first pass of a repeated hour and no skipped one', (zone) => {
  const clock = clockOf(zone);
  fc.assert(
    fc.property(anyTime, (time) => {
      const instant = Temporal.Instant.fromEpochMilliseconds(time);
      const local = instant.toZonedDateTimeISO(zone).toPlainDateTime();
      expect(toLocal(clock, time)).toBe(Date.parse(`${local.toString({ smallestUnit: 'millisecond' })}Z`));
      const plain = Temporal.PlainDateTime.from(new Date(time).toISOString().slice(0, -1));
      const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
      const exists = earlier.toPlainDateTime().equals(plain);
      expect(toUtc(clock, time)).toBe(exists ? earlier.epochMilliseconds : 'skipped');
    }),
    { numRuns: 300, seed: 7 },
  );
});

test.each(ZONES)('%s: SQL reads the clock as the code does, on either side of every change', async (zone) => {
  const clock = clockOf(zone);
  const edges = clock.changes.flatMap(({ utc, before, after }) =>
    [utc, utc + before, utc + after].flatMap((edge) => [edge - 1_000, edge, edge + 1_800_000]),
  );
  const times = [...edges, Date.UTC(1999, 5, 1), Date.UTC(2020, 0, 1)];
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const list = times.map((time) => `timestamp '${toSqlTime(time)}'`).join(', ');
  const reader = await connection.runAndReadAll(
    `select (${localOffsetSql(clock, 't')})::double / 1000, (${utcOffsetSql(clock, 't')})::double / 1000
     from (select unnest([${list}]) as t)`,
  );
  const found = reader.getRowsJson();
  connection.closeSync();
  expect(found).toHaveLength(times.length);
  times.forEach((time, at) => {
    const utc = toUtc(clock, time);
    expect(found[at]).toEqual([utc === 'skipped' ? null : time - utc, toLocal(clock, time) - time]);
  });
});
