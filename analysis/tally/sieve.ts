import type { Placed } from '#analysis/place/place.ts';
import { weekdayOf } from '#analysis/shared/days.ts';
import { type CallColumns, NO_HOUR } from './columns.ts';

/**
 * The filter in numbers. A mask holds 1 for what passes; null narrows nothing.
 * All parts must hold.
 */
export type TallyFilter = {
  readonly from: number; // day numbers, both inclusive
  readonly to: number;
  readonly origin: number | null;
  readonly categories: Uint8Array | null; // by category
  readonly types: Uint8Array | null; // by type
  readonly hourOfWeek: Uint8Array | null; // by 24 * weekday + hour, 168 long
  readonly sets: Uint8Array | null; // by set, see maskSetsOf
  readonly places: Uint8Array | null; // by place
  readonly inShape: Uint8Array | null; // by row: the drawn polygon or circle
};

/** One bit for each part of the filter that has a view of its own, and one for all that have none. */
export const FAILED = { date: 1, hour: 2, kind: 4, area: 8, place: 16, always: 128 } as const;

/**
 * For each call the parts of the filter it fails, as bits: 0 is kept. A view is
 * drawn from the calls that fail no part but the view's own, so that choosing in a
 * view never empties that view.
 *
 * A call without an hour passes an hour filter only where its whole weekday does. A
 * call that is not placed passes no filter on areas, places or a drawn shape.
 */
export function failedParts(columns: CallColumns, placed: Placed, filter: TallyFilter): Uint8Array {
  const failed = new Uint8Array(columns.rows);
  const { day, origin } = columns;
  const { from, to, inShape } = filter;
  for (let i = 0; i < failed.length; i++) {
    const d = day[i] ?? 0;
    if (d < from || d > to) failed[i] = FAILED.date;
  }
  if (filter.hourOfWeek) failHours(failed, columns, filter.hourOfWeek);
  failByMask(failed, FAILED.kind, columns.category, filter.categories);
  failByMask(failed, FAILED.kind, columns.type, filter.types);
  if (filter.sets) failUnplaced(failed, FAILED.area, columns);
  failByMask(failed, FAILED.area, placed.setOf, filter.sets);
  if (filter.places) failUnplaced(failed, FAILED.place, columns);
  failByMask(failed, FAILED.place, columns.place, filter.places);
  if (filter.origin !== null) {
    for (let i = 0; i < failed.length; i++) if (origin[i] !== filter.origin) failed[i] = FAILED.always;
  }
  if (inShape) {
    failUnplaced(failed, FAILED.always, columns);
    for (let i = 0; i < failed.length; i++) if (inShape[i] !== 1) failed[i] = FAILED.always;
  }
  return failed;
}

/** Rows kept by every part of the filter, in order. */
export function keptRows(failed: Uint8Array): Uint32Array {
  let count = 0;
  for (let i = 0; i < failed.length; i++) if (failed[i] === 0) count++;
  const rows = new Uint32Array(count);
  for (let i = 0, next = 0; i < failed.length; i++) if (failed[i] === 0) rows[next++] = i;
  return rows;
}

function failByMask(
  failed: Uint8Array,
  bit: number,
  column: Uint8Array | Uint16Array | Uint32Array,
  mask: Uint8Array | null,
): void {
  if (!mask) return;
  const bits = mask.map((pass) => (pass === 1 ? 0 : bit)); // looked up without a branch, which random masks mispredict
  for (let i = 0; i < failed.length; i++) {
    const at = column[i] ?? 0;
    failed[i] = (failed[i] ?? 0) | (at < bits.length ? (bits[at] ?? 0) : bit);
  }
}

function failUnplaced(failed: Uint8Array, bit: number, { placement }: CallColumns): void {
  for (let i = 0; i < failed.length; i++) if (placement[i] !== 0) failed[i] = (failed[i] ?? 0) | bit;
}

function failHours(failed: Uint8Array, { day, hour }: CallColumns, mask: Uint8Array): void {
  const bits = new Uint8Array(7 * 256).fill(FAILED.hour); // by weekday * 256 + hour
  for (let weekday = 0; weekday < 7; weekday++) {
    const hours = mask.subarray(24 * weekday, 24 * weekday + 24);
    for (let h = 0; h < 24; h++) bits[256 * weekday + h] = hours[h] === 1 ? 0 : FAILED.hour;
    bits[256 * weekday + NO_HOUR] = hours.every((pass) => pass === 1) ? 0 : FAILED.hour;
  }
  for (let i = 0; i < failed.length; i++) {
    failed[i] = (failed[i] ?? 0) | (bits[256 * weekdayOf(day[i] ?? 0) + (hour[i] ?? 0)] ?? 0);
  }
}
