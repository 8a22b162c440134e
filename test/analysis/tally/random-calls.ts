import fc from 'fast-check';
import type { Placed } from '#analysis/place/place.ts';
import { type CallColumns, NO_HOUR, NO_PLACE, NO_WEEKDAY } from '#analysis/tally/columns.ts';
import type { TallyFilter } from '#analysis/tally/sieve.ts';

export type TestCall = {
  day: number;
  hour: number;
  type: number;
  category: number;
  origin: number;
  place: number;
  placement: number;
  set: number;
};

const TYPES = 5;
const CATEGORIES = 3;
const PLACES = 4;

/** Sets of three areas: none, 0, 1, 0 and 1, all three. */
export const SET_MEMBERS = [[], [0], [1], [0, 1], [0, 1, 2]];

export const someCalls = fc.array(
  fc.record({
    day: fc.integer({ min: 18_680, max: 18_720 }),
    hour: fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constantFrom(NO_HOUR, NO_WEEKDAY)),
    type: fc.nat(TYPES - 1),
    category: fc.nat(CATEGORIES - 1),
    origin: fc.nat(1),
    place: fc.oneof(fc.nat(PLACES - 1), fc.constant(NO_PLACE)),
    placement: fc.constantFrom(0, 0, 0, 1, 2, 3),
    set: fc.nat(SET_MEMBERS.length - 1),
  }),
  { maxLength: 60 },
);

const mask = (length: number) =>
  fc.option(
    fc.array(fc.nat(1), { minLength: length, maxLength: length }).map((bits) => Uint8Array.from(bits)),
    { nil: null },
  );

export const someFilter = (rows: number): fc.Arbitrary<TallyFilter> =>
  fc.record({
    from: fc.integer({ min: 18_675, max: 18_700 }),
    to: fc.integer({ min: 18_690, max: 18_725 }),
    origin: fc.constantFrom(null, 0, 1),
    categories: mask(CATEGORIES),
    types: mask(TYPES),
    hourOfWeek: mask(168),
    sets: mask(SET_MEMBERS.length),
    places: mask(PLACES),
    inShape: mask(rows),
  });

export const ALL: TallyFilter = {
  from: -1e6,
  to: 1e6,
  origin: null,
  categories: null,
  types: null,
  hourOfWeek: null,
  sets: null,
  places: null,
  inShape: null,
};

export function toColumns(calls: readonly TestCall[]): { columns: CallColumns; placed: Placed } {
  const offsets = [0];
  for (const members of SET_MEMBERS) offsets.push((offsets.at(-1) ?? 0) + members.length);
  return {
    columns: {
      rows: calls.length,
      day: Int32Array.from(calls, (call) => call.day),
      hour: Uint8Array.from(calls, (call) => call.hour),
      type: Uint16Array.from(calls, (call) => call.type),
      category: Uint8Array.from(calls, (call) => call.category),
      origin: Uint8Array.from(calls, (call) => call.origin),
      place: Uint32Array.from(calls, (call) => call.place),
      placement: Uint8Array.from(calls, (call) => call.placement),
      typeCount: TYPES,
      categoryCount: CATEGORIES,
      placeCount: PLACES,
    },
    placed: {
      setOf: Uint32Array.from(calls, (call) => call.set),
      setOffsets: Uint32Array.from(offsets),
      setAreas: Uint32Array.from(SET_MEMBERS.flat()),
    },
  };
}
