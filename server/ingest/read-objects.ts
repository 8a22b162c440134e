import { basename } from 'node:path';
import { DataRefused } from '#server/errors.ts';
import { EXPANSION_LIMITS, openBytes } from './open-bytes.ts';
import { MAX_COLUMNS } from './read-header.ts';
import { MAX_RECORD_CHARS, readText } from './read-text.ts';

/** One line of an NDJSON file, its values as text. `broken` says why the line is no record. */
export type WrittenObject = { value: Record<string, string>; line: number; broken?: string };

/** Every object of an NDJSON file (plain or gzip). Blank lines are no records; a GeoJSON feature gives its properties and point. */
export async function* readObjects(path: string, file = basename(path)): AsyncGenerator<WrittenObject[]> {
  let line = 1;
  let pending = '';
  for await (const text of readText(openBytes(path, EXPANSION_LIMITS, file), 'utf-8', file)) {
    const lines = (pending + text).split('\n');
    pending = lines.pop() ?? '';
    if (pending.length > MAX_RECORD_CHARS) {
      throw new DataRefused(`a line longer than ${MAX_RECORD_CHARS} characters`, { file, line: line + lines.length });
    }
    yield readLines(lines, line);
    line += lines.length;
  }
  yield readLines([pending], line);
}

const readLines = (lines: string[], firstLine: number): WrittenObject[] =>
  lines.flatMap((text, at) => (text.trim() === '' ? [] : [readObject(text, firstLine + at)]));

function readObject(text: string, line: number): WrittenObject {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed)) return { value: {}, line, broken: 'not a JSON object' };
    const value = flatten(parsed);
    const count = Object.keys(value).length;
    if (count <= MAX_COLUMNS) return { value, line };
    return { value: {}, line, broken: `${count} fields; a call has fewer than ${MAX_COLUMNS}` };
  } catch (cause) {
    return { value: {}, line, broken: `not JSON: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function flatten(parsed: Record<string, unknown>): Record<string, string> {
  const value: Record<string, string> = {};
  const isFeature = parsed.type === 'Feature' && isRecord(parsed.properties);
  for (const [name, held] of Object.entries(isFeature && isRecord(parsed.properties) ? parsed.properties : parsed)) {
    value[name] = toText(held);
  }
  const { geometry } = parsed;
  if (isFeature && isRecord(geometry) && geometry.type === 'Point' && Array.isArray(geometry.coordinates)) {
    value.lon ??= toText(geometry.coordinates[0]);
    value.lat ??= toText(geometry.coordinates[1]);
  }
  return value;
}

function toText(held: unknown): string {
  if (held === null || held === undefined) return '';
  return typeof held === 'object' ? JSON.stringify(held) : String(held).trim();
}
