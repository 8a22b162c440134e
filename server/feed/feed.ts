import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { SourceProfile } from '#data/schema/source-profile.ts';
import { UsageError } from '#server/errors.ts';
import { loadProfile } from '#server/ingest/load-profile.ts';

/** A folder that calls of one source come in by, and the home that takes them. */
export type Feed = {
  readonly home: string;
  readonly folder: string; // absolute; somebody else's: nothing in it is moved, renamed or removed
  readonly profile: SourceProfile;
  readonly geocodes: string | null;
  readonly nowLocal: () => string; // the city's clock
};

type Asked = {
  home: string;
  folder: string;
  source?: string | undefined;
  city?: string | undefined;
  timeZone?: string | undefined;
  geocodes?: string | undefined;
  nowLocal?: () => string; // the time of the profile's zone by default
};

/** Refuses what could never bring a call: a folder that is not there, a source that nobody named. */
export async function openFeed(asked: Asked): Promise<Feed> {
  const { home, source, geocodes } = asked;
  if (source === undefined) {
    throw new UsageError('--watch needs --source: the profile that says how the files of this folder are read');
  }
  const found = await loadProfile(source);
  const timeZone = asked.timeZone ?? found.timeZone;
  const profile = { ...found, city: asked.city ?? found.city, timeZone };
  if (timeZone === null) {
    throw new UsageError(`the profile ${profile.name} leaves the time zone open; write the city's into a copy of it`);
  }
  const folder = resolve(asked.folder);
  const trouble = await troubleWith(folder);
  if (trouble !== '') throw new UsageError(`--watch ${asked.folder}: ${trouble}`);
  const nowLocal =
    asked.nowLocal ?? (() => Temporal.Now.plainDateTimeISO(timeZone).toString({ smallestUnit: 'second' }));
  return { home, folder, profile, geocodes: geocodes === undefined ? null : resolve(geocodes), nowLocal };
}

/** Why the files of a folder cannot be read; empty where they can. */
export async function troubleWith(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => null);
  if (found === null) return 'there is no such folder';
  if (!found.isDirectory()) return 'this is not a folder';
  try {
    await access(folder, constants.R_OK | constants.X_OK);
    await readdir(folder);
    return '';
  } catch {
    return 'it may not be read by whoever runs Commonbeat';
  }
}

const CALLS = /^[^.~].*\.(csv|ndjson|jsonl)(\.gz)?$/i;

/** Whether a name can be that of a call file: not hidden, no draft of another program, not the profile's table of places. */
export const isCallFile = (name: string, { profile }: Pick<Feed, 'profile'>): boolean =>
  CALLS.test(name) && name.toLowerCase() !== profile.geocode?.file.toLowerCase();
