import type { Placed } from '#analysis/place/place.ts';

/** The source gives a date but no hour: counted in every view but the hour grid. */
export const NO_HOUR = 255;
/** The source gives a month only: its weekday means nothing either, so no hour or weekday filter keeps it. */
export const NO_WEEKDAY = 254;
/** The call carries no place key. */
export const NO_PLACE = 0xffff_ffff;

/** Codes of `CallColumns.origin` and `CallColumns.placement`: the position in these lists. */
export const ORIGINS = ['public', 'officer'] as const;
export const PLACEMENTS = ['placed', 'unplaced', 'default-point', 'outside'] as const;

/** Calls as columns of equal length; text is replaced by its number in the worker's own lists. */
export type CallColumns = {
  readonly rows: number;
  readonly day: Int32Array; // local date of receipt, days since 1970-01-01
  readonly hour: Uint8Array; // 0 to 23, or NO_HOUR, or NO_WEEKDAY
  readonly type: Uint16Array; // 0 to typeCount - 1
  readonly category: Uint8Array | Uint16Array; // 0 to categoryCount - 1
  readonly origin: Uint8Array;
  readonly place: Uint32Array; // 0 to placeCount - 1, or NO_PLACE
  readonly placement: Uint8Array;
  readonly typeCount: number;
  readonly categoryCount: number;
  readonly placeCount: number;
};

export const setCountOf = (placed: Placed): number => placed.setOffsets.length - 1;

/** How many areas a set holds: 0 is outside of all. */
export const sizeOfSet = (placed: Placed, set: number): number =>
  (placed.setOffsets[set + 1] ?? 0) - (placed.setOffsets[set] ?? 0);

/** Mask over sets: 1 where the set holds at least one of `chosen` areas. */
export function maskSetsOf(placed: Placed, chosen: Iterable<number>): Uint8Array {
  const wanted = new Set(chosen);
  const mask = new Uint8Array(setCountOf(placed));
  for (let set = 0; set < mask.length; set++) {
    const members = placed.setAreas.subarray(placed.setOffsets[set], placed.setOffsets[set + 1]);
    if (members.some((area) => wanted.has(area))) mask[set] = 1;
  }
  return mask;
}
