import { DataRefused } from '#server/errors.ts';
import { jsonFault } from './json-fault.ts';
import { featuresOf, isRecord, LON_LAT, type RawAreas } from './raw-areas.ts';

/** GeoJSON (RFC 7946, or the older form with a `crs` member). `file` is only for messages. */
export function readGeojson(text: string, file: string): RawAreas {
  const refuse = (why: string): never => {
    throw new DataRefused(why, { file });
  };
  const value = parseJson(text, file);
  const features = featuresOf(value, refuse);
  const named = isRecord(value) ? crsName(value.crs) : null;
  return {
    features,
    crs: named ?? LON_LAT,
    notes: named === null ? [] : [`the file says its coordinates are ${named}`],
  };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const before = text.slice(0, jsonFault(text) ?? text.length);
    const line = before.split('\n').length;
    const column = String(before.length - before.lastIndexOf('\n'));
    const found = text.slice(before.length, before.length + 12);
    const why = found.startsWith('NaN') ? 'NaN is not a number that JSON knows' : 'this is not whole JSON';
    throw new DataRefused(why, { file, line, column: `column ${column}` }, error);
  }
}

/** `urn:ogc:def:crs:OGC:1.3:CRS84`, `urn:ogc:def:crs:EPSG::2264`, `EPSG:2264`: the code, null for plain longitude and latitude. */
function crsName(crs: unknown): string | null {
  if (!isRecord(crs) || !isRecord(crs.properties)) return null;
  const name = String(crs.properties.name ?? '');
  const code = /EPSG:(?:[\d.]*:)?(\d+)$/i.exec(name)?.[1];
  if (name === '' || /CRS84$/i.test(name) || code === '4326') return null;
  return code === undefined ? name : `EPSG:${code}`;
}
