import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import proj4 from 'proj4';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import { sqlPath, sqlText } from './sql-text.ts';

const FEET = 0.3048006096012192; // US survey foot in meters

export const isDegrees = (crs: string) => /^(EPSG:4326|EPSG:4269|OGC:CRS84|WGS84)$/i.test(crs);

/**
 * Gives the rows of `fresh` degrees: through the profile's projection, then from its
 * geocode table where they have none. Returns notes for the report.
 */
export async function locateRows(
  connection: DuckDBConnection,
  profile: SourceProfile,
  inputs: readonly string[],
  geocodes: string | undefined,
): Promise<string[]> {
  if (!isDegrees(profile.crs)) await project(connection, profile);
  return profile.geocode === null ? [] : lookUpPlaces(connection, profile, inputs, geocodes);
}

/** Projects each distinct point once. A point that is only inside the bounds when read in feet is marked so. */
async function project(connection: DuckDBConnection, profile: SourceProfile): Promise<void> {
  const convert = toDegrees(profile.crs);
  const reader = await connection.runAndReadAll(
    'select distinct lon, lat from fresh where lon is not null and lat is not null and reason is null',
  );
  await connection.run('create temp table point (x double, y double, lon double, lat double, doubt varchar)');
  const appender = await connection.createAppender('point');
  for (const [x, y] of reader.getRows()) {
    const placed = convert(Number(x), Number(y));
    const inFeet = isInside(placed, profile) ? null : convert(Number(x) * FEET, Number(y) * FEET);
    appender.appendDouble(Number(x));
    appender.appendDouble(Number(y));
    appender.appendDouble(placed[0]);
    appender.appendDouble(placed[1]);
    if (inFeet !== null && profile.bounds !== null && isInside(inFeet, profile)) {
      appender.appendVarchar('feet read as meters');
    } else appender.appendNull();
    appender.endRow();
  }
  appender.closeSync();
  await connection.run('alter table fresh add column doubt varchar');
  await connection.run(`update fresh set lon = point.lon, lat = point.lat, doubt = point.doubt from point
    where fresh.lon = point.x and fresh.lat = point.y`);
}

function toDegrees(crs: string): (x: number, y: number) => [number, number] {
  try {
    const projection = proj4(crs, 'EPSG:4326');
    return (x, y) => {
      const [lon = Number.NaN, lat = Number.NaN] = projection.forward([x, y]);
      return [lon, lat];
    };
  } catch (cause) {
    throw new DataRefused(
      `proj4 does not know the projection ${crs}; give its full definition`,
      { file: 'profile', column: 'crs' },
      cause,
    );
  }
}

function isInside([lon, lat]: [number, number], { bounds }: SourceProfile): boolean {
  if (bounds === null) return true;
  return lon >= bounds[0] && lon <= bounds[2] && lat >= bounds[1] && lat <= bounds[3];
}

async function lookUpPlaces(
  connection: DuckDBConnection,
  { geocode }: SourceProfile,
  inputs: readonly string[],
  given: string | undefined,
): Promise<string[]> {
  if (geocode === null) return [];
  const beside = inputs.map((input) => join(dirname(input), geocode.file)).find((path) => existsSync(path));
  const path = given ?? beside;
  if (path === undefined) {
    return [`no geocode table: neither --geocodes was given nor ${geocode.file} stands beside the file`];
  }
  if (!existsSync(path)) throw new DataRefused('there is no such geocode table', { file: basename(path) });
  const column = (name: string) => `"${name.replaceAll('"', '""')}"`;
  await connection
    .run(`create temp table geocoded as
      select address, first(lon order by lon, lat) as lon, first(lat order by lon, lat) as lat, count(distinct (lon, lat)) as points
      from (select trim(${column(geocode.address)}) as address, try_cast(${column(geocode.lon)} as double) as lon,
        try_cast(${column(geocode.lat)} as double) as lat from read_csv(${sqlPath(path)}, all_varchar=true, header=true))
      where lon is not null and lat is not null group by address`)
    .catch((cause: unknown) => {
      throw new DataRefused('the geocode table could not be read', { file: basename(path) }, cause);
    });
  const [before = '', after = ''] = geocode.template.split('{street}');
  const number = `try_cast(regexp_extract(address_block, ${sqlText(geocode.pattern)}, 1) as bigint) + ${geocode.addToNumber}`;
  const street = `regexp_extract(address_block, ${sqlText(geocode.pattern)}, 2)`;
  const key = `replace(${sqlText(before)}, '{number}', (${number})::varchar) || ${street} || ${sqlText(after)}`;
  await connection.run(`update fresh set lon = geocoded.lon, lat = geocoded.lat from geocoded
    where fresh.lon is null and fresh.reason is null and geocoded.address = ${key}`);
  const twice = Number((await connection.runAndReadAll('select count(*) from geocoded where points > 1')).value(0, 0));
  return [
    `places looked up in ${basename(path)} as "${geocode.template}" with ${geocode.addToNumber} added to the block number`,
    ...(twice === 0 ? [] : [`${twice} addresses of ${basename(path)} have several points: the westmost was taken`]),
  ];
}
