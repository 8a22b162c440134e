import { toDayNumber } from '#analysis/shared/days.ts';
import type { Window } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import { type Address, listOf, wordOf } from './address.ts';
import { fromBox, fromDays, fromRuns, toBox, toDays, toRuns } from './hours-address.ts';

/** What areas are shaded by. A rate names its denominator. */
export type Measure = 'count' | 'residents' | 'addresses';

/** Everything a screen shows, as the address keeps it: reload and Back give the same. */
export type View = {
  filter: Omit<Filter, 'from' | 'to'>;
  window: Window | null; // null: the usual one, `usualWindow`
  area: string | null; // opened in the panel
  series: string | null; // the spike that is open: areaId~category
  budget: number | null; // false alarms a week that the spike list may bring; null: the usual one
  method: string | null; // the method open in the panel
  options: Readonly<Record<string, string>>; // its own, as far as they are not the usual ones
  shows: 'map' | 'table';
  measure: Measure | null; // null: a rate where a denominator is known, else the count
  layers: string[] | null; // chips switched on; null: the usual ones
};

export const PLAIN_VIEW: View = {
  filter: {
    origin: 'public',
    categories: [],
    types: [],
    layer: '',
    areas: [],
    weekdays: [],
    hours: [],
    hourOfWeek: [],
    places: [],
    polygon: [],
    circle: null,
  },
  window: null,
  area: null,
  series: null,
  budget: null,
  method: null,
  options: {},
  shows: 'map',
  measure: null,
  layers: null,
};

/** Reads an address. A part that is not understood narrows nothing. */
export function readView(address: Address): View {
  const by = wordOf(address.by);
  const per = wordOf(address.per);
  return {
    filter: {
      origin: by === 'officer' || by === 'all' ? by : 'public',
      categories: listOf(address.kinds),
      types: listOf(address.types),
      layer: wordOf(address.in) ?? '',
      areas: listOf(address.areas),
      weekdays: fromDays(listOf(address.days)),
      hours: fromRuns(listOf(address.hours), 23),
      hourOfWeek: fromBox(listOf(address.box)),
      places: listOf(address.places),
      polygon: readPolygon(listOf(address.polygon)),
      circle: readCircle(wordOf(address.circle)),
    },
    window: readWindow(wordOf(address.from), wordOf(address.to)),
    area: wordOf(address.area),
    series: wordOf(address.series),
    budget: readBudget(wordOf(address.budget)),
    method: wordOf(address.method),
    options: readOptions(listOf(address.with)),
    shows: wordOf(address.view) === 'table' ? 'table' : 'map',
    measure: per === 'residents' || per === 'addresses' || per === 'count' ? per : null,
    layers: address.layers === undefined ? null : listOf(address.layers).filter((layer) => layer !== 'none'),
  };
}

/** The address of a view; what is as usual is left out. */
export function writeView(view: View): Address {
  const { filter, window, layers } = view;
  return {
    by: filter.origin === 'public' ? undefined : filter.origin,
    kinds: filter.categories,
    types: filter.types,
    in: filter.layer,
    areas: filter.areas,
    from: window?.from,
    to: window?.to,
    days: toDays(filter.weekdays),
    hours: toRuns(filter.hours),
    box: toBox(filter.hourOfWeek),
    places: filter.places,
    polygon: filter.polygon.map((point) => point.join(':')),
    circle: filter.circle ? [filter.circle.lon, filter.circle.lat, filter.circle.radiusMeters].join(':') : undefined,
    area: view.area ?? undefined,
    series: view.series ?? undefined,
    budget: view.budget === null ? undefined : String(view.budget),
    method: view.method ?? undefined,
    with: Object.entries(view.options).map(([name, value]) => `${name}:${value}`),
    view: view.shows === 'table' ? 'table' : undefined,
    per: view.measure ?? undefined,
    layers: layers === null ? undefined : layers.length > 0 ? layers : 'none',
  };
}

/** The filter a question carries: the view's, with the dates and the layer that stand for "as usual" filled in. */
export function filterOf(view: View, usual: { window: Window; layer: string }): Filter {
  const { from, to } = view.window ?? usual.window;
  return { ...view.filter, from, to, layer: view.filter.layer || usual.layer };
}

/** True when nothing but dates and layer narrows the calls. */
export const isWide = ({ filter }: View): boolean =>
  filter.origin === 'public' &&
  filter.circle === null &&
  [
    filter.categories,
    filter.types,
    filter.areas,
    filter.weekdays,
    filter.hours,
    filter.hourOfWeek,
    filter.places,
    filter.polygon,
  ].every((list) => list.length === 0);

function isDate(text: string | null): text is string {
  if (text === null) return false;
  try {
    toDayNumber(text);
    return true;
  } catch {
    return false;
  }
}

function readWindow(from: string | null, to: string | null): Window | null {
  if (!isDate(from) || !isDate(to) || from > to) return null;
  return { from, to };
}

function readBudget(text: string | null): number | null {
  const budget = Number(text ?? Number.NaN);
  return budget > 0 && budget <= 100 ? budget : null;
}

const readOptions = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const at = pair.indexOf(':');
      return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
    }),
  );

function readPolygon(points: readonly string[]): [number, number][] {
  const ring = points.map((point) => numbersOf(point)).filter((point) => point.length === 2);
  return ring.length < 3 ? [] : ring.map(([lon = 0, lat = 0]) => [lon, lat]);
}

function readCircle(text: string | null): Filter['circle'] {
  const [lon, lat, radiusMeters] = numbersOf(text ?? '');
  if (lon === undefined || lat === undefined || radiusMeters === undefined || radiusMeters <= 0) return null;
  return { lon, lat, radiusMeters };
}

const numbersOf = (text: string): number[] => {
  const numbers = text.split(':').map(Number);
  return text !== '' && numbers.every(Number.isFinite) ? numbers : [];
};
