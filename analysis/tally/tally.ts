import type { Placed } from '#analysis/place/place.ts';
import { weekdayOf, weekOf } from '#analysis/shared/days.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import { type CallColumns, NO_WEEKDAY, setCountOf, sizeOfSet } from './columns.ts';
import { FAILED, failedParts, type TallyFilter } from './sieve.ts';

/** Counts for the linked views. Each view ignores the filter's part that it shows itself. */
export type Tally = {
  calls: number; // kept by every part of the filter
  records: RecordCounts; // where those lie; `read` is `calls`
  firstWeek: number; // day number of the first Monday
  weeks: Uint32Array; // by week from firstWeek to the last call, whatever the dates chosen; calls known by month are in none
  hourOfWeek: Uint32Array; // 168, Monday 00 first, whatever the hours chosen
  withoutHour: number; // calls of that view whose source gives no hour
  types: Uint32Array; // whatever types and categories are chosen
  categories: Uint32Array;
  places: Uint32Array; // placed calls, whatever places are chosen
  sets: Uint32Array; // placed calls, whatever areas are chosen
};

/** Counts all views in one pass over the calls. */
export function tally(columns: CallColumns, placed: Placed, filter: TallyFilter): Tally {
  return tallySieved(columns, placed, failedParts(columns, placed, filter));
}

/** As `tally`, for a filter whose `failedParts` are known already. */
export function tallySieved(columns: CallColumns, placed: Placed, failed: Uint8Array): Tally {
  const { day, hour, type, category, place, placement } = columns;
  const { setOf } = placed;
  const { firstWeek, weekOfDay, firstDay } = weeksOf(day);
  const weeks = new Uint32Array((weekOfDay.at(-1) ?? -1) + 1);
  const hours = new Uint32Array(7 * 256); // by weekday * 256 + hour, so that a missing hour has its cell too
  const types = new Uint32Array(columns.typeCount);
  const categories = new Uint32Array(columns.categoryCount);
  const places = new Uint32Array(columns.placeCount);
  const sets = new Uint32Array(setCountOf(placed));
  const keptSets = new Uint32Array(sets.length);
  const keptPlacements = new Uint32Array(256);

  for (let i = 0; i < failed.length; i++) {
    const bits = failed[i] ?? 0;
    if (bits !== 0 && (bits & (bits - 1)) !== 0) continue; // two parts fail: no view shows it
    const kept = bits === 0;
    const hasWeek = hour[i] !== NO_WEEKDAY;
    if (hasWeek && (kept || bits === FAILED.date)) add(weeks, weekOfDay[(day[i] ?? 0) - firstDay] ?? 0);
    if (kept || bits === FAILED.hour) add(hours, 256 * weekdayOf(day[i] ?? 0) + (hour[i] ?? 0));
    if (kept || bits === FAILED.kind) {
      add(types, type[i] ?? 0);
      add(categories, category[i] ?? 0);
    }
    if (kept) add(keptPlacements, placement[i] ?? 0);
    if (placement[i] !== 0) continue;
    if (kept) add(keptSets, setOf[i] ?? 0);
    if (kept || bits === FAILED.area) add(sets, setOf[i] ?? 0);
    if (kept || bits === FAILED.place) add(places, place[i] ?? 0);
  }

  const records = countRecords(keptSets, keptPlacements, placed);
  const { hourOfWeek, withoutHour } = foldHours(hours);
  return { calls: records.read, records, firstWeek, weeks, hourOfWeek, withoutHour, types, categories, places, sets };
}

/** Counts by area from counts by set. A call in two areas is in both of them. */
export function countAreas(sets: Uint32Array, placed: Placed, areaCount: number) {
  const onlyHere = new Uint32Array(areaCount);
  const inSeveral = new Uint32Array(areaCount);
  for (let set = 0; set < sets.length; set++) {
    const counts = sizeOfSet(placed, set) === 1 ? onlyHere : inSeveral;
    for (const area of placed.setAreas.subarray(placed.setOffsets[set], placed.setOffsets[set + 1])) {
      counts[area] = (counts[area] ?? 0) + (sets[set] ?? 0);
    }
  }
  return { onlyHere, inSeveral };
}

// NO_PLACE lies beyond the array.
const add = (counts: Uint32Array, at: number): void => {
  if (at < counts.length) counts[at] = (counts[at] ?? 0) + 1;
};

function weeksOf(day: Int32Array) {
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < day.length; i++) {
    const d = day[i] ?? 0;
    if (d < firstDay) firstDay = d;
    if (d > lastDay) lastDay = d;
  }
  if (day.length === 0) return { firstWeek: 0, firstDay: 0, weekOfDay: new Uint32Array() };
  const firstWeek = weekOf(firstDay);
  const weekOfDay = Uint32Array.from({ length: lastDay - firstDay + 1 }, (_, offset) =>
    Math.floor((firstDay + offset - firstWeek) / 7),
  );
  return { firstWeek, firstDay, weekOfDay };
}

function countRecords(sets: Uint32Array, placements: Uint32Array, placed: Placed): RecordCounts {
  const records = { read: 0, inside: 0, inSeveral: 0, outside: 0, unplaced: placements[1] ?? 0, quarantined: 0 };
  records.quarantined = (placements[2] ?? 0) + (placements[3] ?? 0);
  for (let set = 0; set < sets.length; set++) {
    const size = sizeOfSet(placed, set);
    const part = size === 0 ? 'outside' : size === 1 ? 'inside' : 'inSeveral';
    records[part] += sets[set] ?? 0;
  }
  records.read = placements.reduce((sum, count) => sum + count, 0);
  return records;
}

function foldHours(hours: Uint32Array) {
  const hourOfWeek = new Uint32Array(168);
  for (let weekday = 0; weekday < 7; weekday++) {
    hourOfWeek.set(hours.subarray(256 * weekday, 256 * weekday + 24), 24 * weekday);
  }
  const all = hours.reduce((sum, count) => sum + count, 0);
  return { hourOfWeek, withoutHour: all - hourOfWeek.reduce((sum, count) => sum + count, 0) };
}
