import type { Position } from 'geojson';
import proj4 from 'proj4';
import type { Position as LonLat } from '#data/schema/area.ts';
import { isRecord, LON_LAT } from './raw-areas.ts';

/** Systems that city files use and proj4 does not know by number. Source: the EPSG registry, feet as US survey feet. */
const KNOWN: Record<string, string> = {
  'EPSG:2264':
    '+proj=lcc +lat_0=33.75 +lon_0=-79 +lat_1=36.1666666666667 +lat_2=34.3333333333333 +x_0=609601.219202438 +y_0=0 +datum=NAD83 +units=us-ft +no_defs',
  'EPSG:2276':
    '+proj=lcc +lat_0=31.6666666666667 +lon_0=-98.5 +lat_1=33.9666666666667 +lat_2=32.1333333333333 +x_0=600000 +y_0=2000000 +datum=NAD83 +units=us-ft +no_defs',
  'EPSG:3435':
    '+proj=tmerc +lat_0=36.6666666666667 +lon_0=-88.3333333333333 +k=0.999975 +x_0=300000 +y_0=0 +datum=NAD83 +units=us-ft +no_defs',
  'EPSG:27700':
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.1502,0.247,0.8421,-20.4894 +units=m +no_defs',
};

export type Projection = { toLonLat: (position: Position) => LonLat; notes: string[] };

/**
 * How to bring a file's coordinates to longitude and latitude on WGS 84. `sample` is some of them: with no system named
 * they must already be degrees, and latitudes where only Antarctica lies are a sign of swapped axes.
 */
export function projectionOf(
  crs: string | null,
  sample: readonly Position[],
  refuse: (why: string) => never,
): Projection {
  const named = crs === null || isWgs84(crs) ? LON_LAT : crs;
  if (named === LON_LAT) return degrees(crs, sample, refuse);
  const definition = KNOWN[named] ?? named;
  try {
    const { forward } = proj4(definition, LON_LAT);
    if (!isInDegrees(definition) && sample.length > 0 && !sample.some(isOffEarth)) {
      const why = `it says that its coordinates are in ${titleOf(named)}, but they fit degrees`;
      return refuse(`${why}; name the coordinate system that they are in (--crs EPSG:4326)`);
    }
    const toLonLat = ([x = Number.NaN, y = Number.NaN]: Position): LonLat => forward([x, y]);
    const projection = { toLonLat, notes: [`coordinates changed from ${titleOf(named)} to longitude and latitude`] };
    if (sample.some((position) => isOffEarth(toLonLat(position))))
      return refuse(`its coordinates do not fit ${titleOf(named)}`);
    return projection;
  } catch (error) {
    if (error instanceof Error && error.name === 'DataRefused') throw error;
    return refuse(
      `its coordinates are in ${titleOf(named)}, which is not known here; convert it to EPSG:4326 or give its PROJ text`,
    );
  }
}

function isInDegrees(definition: string): boolean {
  const projection: unknown = new proj4.Proj(definition); // its type leaves out the name
  return isRecord(projection) && projection.projName === 'longlat';
}

function degrees(crs: string | null, sample: readonly Position[], refuse: (why: string) => never): Projection {
  const notes = crs === null ? ['the file names no coordinate system; its numbers fit degrees'] : [];
  const asIs = ([x = Number.NaN, y = Number.NaN]: Position): LonLat => [x, y];
  const swapped = ([x = Number.NaN, y = Number.NaN]: Position): LonLat => [y, x];
  const poles = sample.filter(([, y = 0]) => y < -60).length;
  const offEarth = sample.filter((position) => isOffEarth(asIs(position))).length;
  const suspicious = offEarth > 0 || (poles > 0 && poles === sample.length);
  if (!suspicious) return { toLonLat: asIs, notes };
  if (sample.every((position) => !isOffEarth(swapped(position)) && Math.abs(position[0] ?? 0) < 75)) {
    return { toLonLat: swapped, notes: [...notes, 'latitude stood before longitude: the two were swapped'] };
  }
  if (offEarth === 0) return { toLonLat: asIs, notes };
  const [x, y] = sample.find((position) => isOffEarth(asIs(position))) ?? [];
  return refuse(`${x}, ${y} is not a longitude and latitude; name the coordinate system that the file is in`);
}

const isWgs84 = (crs: string) => crs === LON_LAT || /^\s*GEOG(CS|CRS)\s*\[\s*"(GCS_)?WGS[_ ]?(19)?84"/i.test(crs);
const titleOf = (crs: string) => /"([^"]+)"/.exec(crs)?.[1] ?? crs;

/** A longitude beyond the antimeridian is on earth, twice around is not. */
export function isOffEarth([x = Number.NaN, y = Number.NaN]: Position): boolean {
  return !(Math.abs(x) <= 360 && Math.abs(y) <= 90);
}
