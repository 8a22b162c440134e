import { ColumnMapping, type SourceProfile } from '#data/schema/source-profile.ts';
import { DataRefused } from '#server/errors.ts';
import { findColumn } from './read-header.ts';

export type Field = keyof ColumnMapping;
export const FIELDS = ColumnMapping.keyof().options;

/** Where each field stands in one file (null: not there), and the columns that tell two records apart. */
export type ColumnPlan = { at: Record<Field, number | null>; key: number[]; notes: string[] };

/** Finds the profile's columns in a header. A missing one is refused unless the profile calls it optional. */
export function planColumns(names: readonly string[], profile: SourceProfile, file: string): ColumnPlan {
  const lower = names.map((name) => name.toLowerCase());
  const find = (wanted: readonly string[]) =>
    wanted.map((name) => lower.indexOf(name.toLowerCase())).find((at) => at >= 0) ?? null;
  const notes: string[] = [];
  const place = (field: Field): number | null => {
    const wanted = profile.columns[field];
    if (wanted.length === 0) return null;
    const at = find(wanted);
    if (at !== null) return at;
    if (!profile.optional.includes(field)) return findColumn(names, wanted, file, 1);
    const isLookedUp = profile.geocode !== null && (field === 'lon' || field === 'lat');
    if (field !== 'from' && field !== 'to' && !isLookedUp) notes.push(`${file}: no column for ${field}`);
    return null;
  };
  const at = {
    id: place('id'),
    time: place('time'),
    from: place('from'),
    to: place('to'),
    type: place('type'),
    lon: place('lon'),
    lat: place('lat'),
    address: place('address'),
    disposition: place('disposition'),
    priority: place('priority'),
    origin: place('origin'),
    beat: place('beat'),
    version: place('version'),
  };
  if (at.time === null && at.from === null) {
    throw new DataRefused('the profile names no column for the time; without it a call cannot be counted', {
      file,
      line: 1,
      column: 'time',
    });
  }
  return { at, key: keyColumns(names, profile, at), notes };
}

const TELLING: readonly Field[] = ['id', 'time', 'from', 'to', 'type', 'lon', 'lat', 'address', 'disposition'];

function keyColumns(names: readonly string[], profile: SourceProfile, at: ColumnPlan['at']): number[] {
  if (profile.dedupe.key.length === 0) return TELLING.flatMap((field) => at[field] ?? []);
  const lower = names.map((name) => name.toLowerCase());
  return profile.dedupe.key.map((name) => lower.indexOf(name.toLowerCase())).filter((place) => place >= 0);
}

/** Every column of the file that is read, in order. */
export function usedColumns({ at, key }: ColumnPlan): number[] {
  const used = new Set([...FIELDS.flatMap((field) => at[field] ?? []), ...key]);
  return [...used].sort((a, b) => a - b);
}
