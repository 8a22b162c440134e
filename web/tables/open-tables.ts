import { lastDayOfMonth, toLocalDate } from '#analysis/shared/days.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import type { Api } from '#web/api.ts';
import { type Calls, toCalls } from './calls.ts';
import { checkCeiling } from './ceiling.ts';
import type { Extract } from './read-extract.ts';
import { type Reading, readExtracts, type Unreadable } from './read-extracts.ts';

/** Everything one session reads from the server. */
export type Tables = {
  manifest: Manifest;
  isFormer: boolean; // it is not the one of now
  layers: Record<string, AreaLayer>;
  concerns: MapConcern[];
  calls: Calls;
  extracts: Extract[];
  unreadable: Unreadable[];
  firstDay: string; // local dates of the first and last call; the cut-off's where there is none
  lastDay: string;
  months: string[]; // first days of the months with calls, where no call tells more than its month
};

/** Reads the manifest of now, or the former one that is named, and if it is not too much, all it lists. */
export async function openTables(api: Api, onReading: (reading: Reading) => void, named?: string): Promise<Tables> {
  const current = await api.manifest();
  const isFormer = named !== undefined && named !== current.manifest;
  const manifest = isFormer ? await api.manifest(named) : current;
  checkCeiling(manifest);
  const [layers, concerns, { extracts, unreadable }] = await Promise.all([
    readLayers(api, manifest),
    api.concerns(),
    readExtracts(api, manifest, onReading),
  ]);
  const calls = toCalls(extracts.map((extract) => extract.table));
  return {
    manifest,
    isFormer,
    layers,
    concerns,
    calls,
    extracts,
    unreadable,
    ...daysOf(calls, manifest.cutoffLocal.slice(0, 10)),
  };
}

async function readLayers(api: Api, manifest: Manifest): Promise<Record<string, AreaLayer>> {
  const named = manifest.areas.map(async ({ layer, version }) => [layer, await api.areas(layer, version)] as const);
  return Object.fromEntries(await Promise.all(named));
}

function daysOf({ columns }: Calls, ifNone: string): Pick<Tables, 'firstDay' | 'lastDay' | 'months'> {
  if (columns.rows === 0) return { firstDay: ifNone, lastDay: ifNone, months: [] };
  let first = columns.day[0] ?? 0;
  let last = first;
  for (const day of columns.day) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const months = monthsOf(columns);
  const lastMonth = months.at(-1);
  return {
    firstDay: toLocalDate(first),
    lastDay: lastMonth === undefined ? toLocalDate(last) : lastDayOfMonth(lastMonth),
    months,
  };
}

function monthsOf({ day, hour }: Calls['columns']): string[] {
  if (hour.some((code) => code !== NO_WEEKDAY)) return [];
  return [...new Set(day)].sort((a, b) => a - b).map((each) => `${toLocalDate(each).slice(0, 7)}-01`);
}
