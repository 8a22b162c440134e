import { toDayNumber } from '#analysis/shared/days.ts';
import { maskSetsOf, ORIGINS } from '#analysis/tally/columns.ts';
import { failedParts, type TallyFilter } from '#analysis/tally/sieve.ts';
import type { Filter } from '#data/schema/filter.ts';
import { type LayerPlaces, placeInLayer } from '#web/tables/layer-places.ts';
import { orderNewestFirst } from '#web/tables/newest-first.ts';
import type { Tables } from '#web/tables/open-tables.ts';
import { TableFailed } from '#web/tables/table-failed.ts';
import { maskShape } from './shape-mask.ts';

/** The tables of a session and what has been worked out of them so far. */
export type Loaded = Tables & {
  /** The join of one layer, made at its first use. */
  placesOf(layer: string): LayerPlaces;
  /** For each call the parts of the filter it fails; the linked views ask for the same filter again and again. */
  sieve(filter: Filter): Uint8Array;
  newestFirst(): Uint32Array;
};

export function createLoaded(tables: Tables): Loaded {
  const placesOf = remember((layer: string) => {
    const features = layerOf(tables, layer);
    return placeInLayer(features, tables.calls, tables.concerns);
  });
  const newestFirst = remember(() => orderNewestFirst(tables.calls));
  const shapeOf = rememberLast((drawn: string) => maskShape(tables.calls, JSON.parse(drawn)));
  const sieveOf = rememberLast((asked: string) => {
    const filter: Filter = JSON.parse(asked);
    const places = placesOf(filter.layer);
    const inShape = shapeOf(JSON.stringify({ polygon: filter.polygon, circle: filter.circle }));
    return failedParts(tables.calls.columns, places.calls, toTallyFilter(filter, tables, places, inShape));
  });
  return {
    ...tables,
    placesOf,
    sieve: (filter) => sieveOf(JSON.stringify(filter)),
    newestFirst: () => newestFirst(''),
  };
}

function layerOf({ layers }: Tables, layer: string) {
  const found = layers[layer];
  if (found) return found;
  const names = Object.keys(layers);
  if (names.length === 0) return { type: 'FeatureCollection' as const, features: [] }; // calls without boundaries still count
  throw new TableFailed('refused', `There are no boundaries named “${layer}”; there are ${names.join(', ')}.`);
}

/** The filter in the numbers of the counting columns. */
function toTallyFilter(filter: Filter, tables: Tables, places: LayerPlaces, inShape: Uint8Array | null): TallyFilter {
  const { calls } = tables;
  return {
    from: dayOf(filter.from),
    to: dayOf(filter.to),
    origin: filter.origin === 'all' ? null : ORIGINS.indexOf(filter.origin),
    categories: maskWords(calls.categories, filter.categories),
    types: maskWords(calls.types, filter.types),
    hourOfWeek: maskHours(filter),
    sets: filter.areas.length === 0 ? null : maskSetsOf(places.calls, numbersOf(places.areaIds, filter.areas)),
    places: maskWords(calls.places, filter.places),
    inShape,
  };
}

/** Addresses of pages are typed by hand too: a date that does not exist is the reader's to correct. */
function dayOf(localDate: string): number {
  try {
    return toDayNumber(localDate);
  } catch (cause) {
    throw new TableFailed('refused', `“${localDate}” is not a date. Write it as YYYY-MM-DD.`, cause);
  }
}

/** Null where nothing is chosen. A chosen word that no call has keeps nothing. */
function maskWords(words: readonly string[], chosen: readonly string[]): Uint8Array | null {
  if (chosen.length === 0) return null;
  const mask = new Uint8Array(words.length);
  for (const number of numbersOf(words, chosen)) mask[number] = 1;
  return mask;
}

function numbersOf(words: readonly string[], chosen: readonly string[]): number[] {
  const wanted = new Set(chosen);
  return [...words.keys()].filter((number) => wanted.has(words[number] ?? ''));
}

function maskHours({ weekdays, hours, hourOfWeek }: Filter): Uint8Array | null {
  if (weekdays.length + hours.length + hourOfWeek.length === 0) return null;
  const passes = (chosen: readonly number[], value: number) => chosen.length === 0 || chosen.includes(value);
  return Uint8Array.from({ length: 168 }, (_, cell) =>
    passes(weekdays, Math.floor(cell / 24)) && passes(hours, cell % 24) && passes(hourOfWeek, cell) ? 1 : 0,
  );
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
}

/** Keeps one value only: a mask of six million calls is not to be hoarded. */
function rememberLast<T>(make: (key: string) => T): (key: string) => T {
  let last: { key: string; value: T } | null = null;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}
