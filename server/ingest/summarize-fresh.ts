import type { DuckDBConnection } from '@duckdb/node-api';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import type { Gap, Stack, ZoneReading } from './ingest-report.ts';

/** What the report says of the rows that stand. */
export type Summary = {
  accepted: number;
  placed: number;
  unplaced: number;
  quarantined: Record<string, number>;
  span: { from: string; to: string } | null;
  zones: ZoneReading[];
  unknownTypes: Record<string, number>;
  gaps: Gap[];
  stacks: Stack[];
};

export async function summarizeFresh(connection: DuckDBConnection, profile: SourceProfile): Promise<Summary> {
  const counts = async (sql: string) =>
    Object.fromEntries(
      (await connection.runAndReadAll(sql)).getRowsJson().map(([name, count]) => [String(name), Number(count)]),
    );
  await connection.run(`create temp table tally as
    select placement, quarantine, type_code, any_value(category) as category, count(*) as calls
    from kept group by placement, quarantine, type_code`);
  await connection.run(`create temp table hours as
    select span_no, date_trunc('hour', received_local) as hour, count(*) as calls,
      min(received_local) as first, max(received_local) as last
    from fresh where reason is null group by all`);
  const placements = await counts('select placement, sum(calls) from tally group by all');
  const quarantined = await counts(
    'select quarantine, sum(calls) as n from tally where quarantine is not null group by all order by n desc, quarantine',
  );
  const unknownTypes = await counts(
    `select type_code, sum(calls) as n from tally where category = 'unknown' group by all order by n desc, type_code`,
  );
  const ends = await connection.runAndReadAll(`select ${isoSql('min(first)')}, ${isoSql('max(last)')} from hours`);
  const [from, to] = ends.getRowsJson()[0] ?? [];
  const accepted = Object.values(placements).reduce((sum, count) => sum + count, 0);
  return {
    accepted,
    placed: placements.placed ?? 0,
    unplaced: placements.unplaced ?? 0,
    quarantined,
    span: typeof from === 'string' && typeof to === 'string' ? { from, to } : null,
    zones: await readZones(connection, profile),
    unknownTypes,
    gaps: await findGaps(connection, profile),
    stacks: await findStacks(connection, accepted),
  };
}

const isoSql = (sql: string) => `strftime(${sql}, '%Y-%m-%dT%H:%M:%S')`;

async function readZones(connection: DuckDBConnection, profile: SourceProfile): Promise<ZoneReading[]> {
  const reader = await connection.runAndReadAll(`
    select span_no, hour(hour) as clock_hour, sum(calls), ${isoSql('min(first)')}, ${isoSql('max(last)')}
    from hours group by span_no, clock_hour order by span_no, clock_hour`);
  const readings: ZoneReading[] = [];
  for (const [n, span] of profile.times.entries()) {
    const hours = reader.getRowsJson().filter((row) => Number(row[0]) === n);
    if (hours.length === 0) continue;
    const counts = new Array<number>(24).fill(0);
    for (const row of hours) counts[Number(row[1])] = Number(row[2]);
    readings.push({
      written: span.zone,
      timeZone: profile.timeZone ?? '',
      rows: counts.reduce((sum, count) => sum + count, 0),
      from: hours.map((row) => String(row[3])).sort()[0] ?? '',
      to:
        hours
          .map((row) => String(row[4]))
          .sort()
          .at(-1) ?? '',
      quietestHours: profile.timePrecision === 'minute' ? quietestHours(counts) : [],
    });
  }
  return readings;
}

/** The three hours in a row with the fewest calls. Nights are quiet everywhere: 3 to 5 says the clock is local. */
export function quietestHours(counts: readonly number[]): number[] {
  const sumFrom = (hour: number) => [0, 1, 2].reduce((sum, later) => sum + (counts[(hour + later) % 24] ?? 0), 0);
  const starts = [...counts.keys()];
  const best = starts.reduce((least, hour) => (sumFrom(hour) < sumFrom(least) ? hour : least), 0);
  return [0, 1, 2].map((later) => (best + later) % 24);
}

/** Calendar months without a call between the first and the last, and the gaps that the profile knows of. */
async function findGaps(connection: DuckDBConnection, profile: SourceProfile): Promise<Gap[]> {
  const reader = await connection.runAndReadAll(`
    with month as (select distinct date_trunc('month', hour) as month from hours),
      every_month as (select unnest(generate_series(min(month), max(month), interval 1 month)) as month from month)
    select strftime(month, '%Y-%m-%d'), strftime(last_day(month), '%Y-%m-%d')
    from every_month where month not in (from month) order by month`);
  return reader.getRowsJson().map(([first, last]) => {
    const from = String(first);
    const to = String(last);
    const known = profile.gaps.find((gap) => gap.from <= from && gap.to >= to);
    return known
      ? { from, to, known: true, why: known.why }
      : { from, to, known: false, why: 'no call in the whole month: more likely a missing file than a quiet month' };
  });
}

const SAMPLE_EVERY = 16;

/**
 * Points that eight or more addresses share and that hold many calls: a geocoder's
 * fallback looks like this. Sought in every sixteenth row, counted in all.
 */
async function findStacks(connection: DuckDBConnection, accepted: number): Promise<Stack[]> {
  const every = accepted > 100_000 ? SAMPLE_EVERY : 1;
  const least = Math.max(20, Math.ceil(accepted / 1000));
  const reader = await connection.runAndReadAll(`
    with busy as (
      select lon, lat from kept where placement = 'placed' and address_block is not null and row_no % ${every} = 0
      group by lon, lat having count(*) >= ${Math.ceil(least / every / 2)}
    )
    select lon, lat, count(*) as calls, count(distinct address_block) as addresses
    from kept join busy using (lon, lat) group by all having addresses >= 8 and calls >= ${least}
    order by addresses desc, calls desc limit 10`);
  return reader.getRowsJson().map(([lon, lat, calls, addresses]) => ({
    lon: Number(lon),
    lat: Number(lat),
    calls: Number(calls),
    addresses: Number(addresses),
  }));
}
