import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DataRefused } from '#server/errors.ts';
import type { RawAreas } from './raw-areas.ts';
import { readGeojson } from './read-geojson.ts';
import { readGeopackage } from './read-geopackage.ts';
import { readKml } from './read-kml.ts';
import { readShapefile, type ShapefileBytes } from './read-shapefile.ts';
import { MAX_UNZIPPED_BYTES, unzip } from './unzip.ts';

const MAX_FILE_BYTES = 512 << 20;

/**
 * Opens a boundary file by what is in it: GeoJSON (also gzip), KML, KMZ, GeoPackage, a shapefile (zipped, its .shp, or
 * the folder it lies in). `table` names one of several layers.
 */
export async function openAreaFile(path: string, table?: string): Promise<RawAreas> {
  const file = basename(path);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new DataRefused('there is no such file', { file });
  if (found.isDirectory()) return readFolder(path, file, table);
  if (found.size === 0) throw new DataRefused('the file is empty', { file });
  if (found.size > MAX_FILE_BYTES) throw new DataRefused('a boundary file may have 512 MB at most', { file });
  if (extname(path).toLowerCase() === '.shp') return readFolder(join(path, '..'), file, basename(path).slice(0, -4));
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DataRefused('the file cannot be opened; is reading it allowed?', { file }, cause);
  });
  return readBytes(bytes, file, table);
}

async function readBytes(bytes: Buffer, file: string, table?: string): Promise<RawAreas> {
  if (bytes.toString('latin1', 0, 15) === 'SQLite format 3') return readGeopackage(bytes, file, table);
  if (bytes.toString('latin1', 0, 2) === 'PK') return readArchive(bytes, file, table);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return readBytes(gunzip(bytes, file), file, table);
  const text = decode(bytes, file);
  return text.trimStart().startsWith('<') ? readKml(text, file) : readGeojson(text, file);
}

function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const isText = /^\s*[{<]/.test(bytes.toString('latin1', 0, 100).replace(/^\xff\xfe|^\xfe\xff|\0/g, ''));
    const why = isText
      ? 'its text is not in UTF-8; save it so'
      : 'this is neither GeoJSON, KML, GeoPackage nor a zipped shapefile';
    throw new DataRefused(why, { file }, error);
  }
}

function gunzip(bytes: Buffer, file: string): Buffer {
  try {
    return gunzipSync(bytes, { maxOutputLength: Math.min(MAX_UNZIPPED_BYTES, Math.max(bytes.length * 200, 16 << 20)) });
  } catch (error) {
    throw new DataRefused('the gzip file is cut off or unfolds too far', { file }, error);
  }
}

async function readArchive(bytes: Buffer, file: string, table?: string): Promise<RawAreas> {
  const members = await unzip(
    bytes,
    file,
    (name) => /\.(shp|dbf|prj|cpg|kml|geojson|json|gpkg)$/i.test(name) && !name.startsWith('__MACOSX'),
  );
  const names = [...members.keys()].filter((name) => /\.(shp|kml|geojson|json|gpkg)$/i.test(name));
  const name = oneOf(names, file, table);
  const content = members.get(name);
  if (content === undefined) throw new DataRefused(`${name} cannot be read`, { file });
  if (!/\.shp$/i.test(name)) return readBytes(content, `${file}/${name}`, table);
  return readShapefile(membersOf(name, members), `${file}/${name}`);
}

async function readFolder(path: string, file: string, table?: string): Promise<RawAreas> {
  const names = await readdir(path);
  const name = oneOf(
    names.filter((each) => /\.shp$/i.test(each)),
    file,
    table,
  );
  const members = new Map<string, Buffer>();
  for (const each of names) {
    if (stem(each) === stem(name) && /\.(shp|dbf|prj|cpg)$/i.test(each))
      members.set(each, await readFile(join(path, each)));
  }
  return readShapefile(membersOf(name, members), name);
}

function oneOf(names: string[], file: string, table?: string): string {
  const [name, another] = names.filter((each) => table === undefined || stem(basename(each)) === table);
  if (name === undefined) throw new DataRefused(`it holds no boundary file${table ? ` "${table}"` : ''}`, { file });
  if (another !== undefined) throw new DataRefused(`it holds several layers, name one: ${names.join(', ')}`, { file });
  return name;
}

const stem = (name: string) => name.slice(0, name.length - extname(name).length);

function membersOf(name: string, members: Map<string, Buffer>): ShapefileBytes {
  const byExtension = new Map<string, Buffer>();
  for (const [each, bytes] of members)
    if (stem(each) === stem(name)) byExtension.set(extname(each).toLowerCase(), bytes);
  const [dbf, prj, cpg] = [byExtension.get('.dbf'), byExtension.get('.prj'), byExtension.get('.cpg')];
  return {
    shp: byExtension.get('.shp') ?? new Uint8Array(),
    ...(dbf === undefined ? {} : { dbf }),
    ...(prj === undefined ? {} : { prj }),
    ...(cpg === undefined ? {} : { cpg }),
  };
}
