import { findRenames, type TypeSeries } from '#analysis/spike/renames.ts';
import { DEMO_TYPES } from '#data/codes/demo-types.ts';
import { planCalls } from '#data/demo/call-plan.ts';
import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { CALLS_HEADER, makeCalls } from '#data/demo/calls.ts';
import { makeCity } from '#data/demo/city.ts';
import { type Truth, truthOf } from '#data/demo/truth.ts';

export const CITY = 'city'; // the area id of the whole city

export type DemoSeries = { areaId: string; category: string; counts: Float64Array };
/** `recoded`: renamed types counted under their new category all along. */
export type Demo = {
  series: DemoSeries[];
  recoded: DemoSeries[];
  weeks: number;
  mondayOf: (week: number) => string;
  truth: Truth;
};

const FIRST = dayOf('2024-06-17'); // its first whole week
const WEEKS = 130;

/** The demo city's weekly series as the spike list sees them: public calls, latest versions, groups and the city. */
export function demoSeries(): Demo {
  const city = makeCity();
  const plan = planCalls(city);
  const groupsAt = new Map(
    plan.places.all.map((place) => [`${place.lon} ${place.lat}`, plan.places.strata[place.stratum]?.groups ?? []]),
  );
  const areas = [CITY, ...city.areas.groups.map(({ areaId }) => areaId)];
  const rows = [...latestRows([...makeCalls(city, 'small', plan)].join(''))].filter(
    ({ source }) => source !== 'ONVIEW',
  );
  const areasAt = (at: string) => [CITY, ...(groupsAt.get(at) ?? [])];
  const series = countBy(rows, areas, areasAt, DEMO_TYPES);
  const renamed = Object.fromEntries(
    findRenames(typesOf(rows)).map(({ from, to }): [string, string] => [from.type, to.category]),
  );
  const mondayOf = (week: number) => dateOf(FIRST + 7 * week);
  return {
    series,
    recoded: countBy(rows, areas, areasAt, { ...DEMO_TYPES, ...renamed }),
    weeks: WEEKS,
    mondayOf,
    truth: truthOf(city, 'small', plan),
  };
}

function countBy(
  rows: readonly Row[],
  areas: readonly string[],
  areasAt: (at: string) => string[],
  categoryOf: Readonly<Record<string, string>>,
): DemoSeries[] {
  const categories = [...new Set(Object.values(DEMO_TYPES))];
  const series = new Map(
    areas.flatMap((areaId) =>
      categories.map((category) => [`${areaId} ${category}`, { areaId, category, counts: new Float64Array(WEEKS) }]),
    ),
  );
  for (const { received, type, at } of rows) {
    const week = weekOf(received);
    for (const areaId of areasAt(at)) {
      const counts = series.get(`${areaId} ${categoryOf[type]}`)?.counts;
      if (counts && week >= 0 && week < WEEKS) counts[week] = (counts[week] ?? 0) + 1;
    }
  }
  return [...series.values()];
}

const weekOf = (received: string): number => Math.floor((dayOf(received) - FIRST) / 7);

function typesOf(rows: readonly Row[]): TypeSeries[] {
  const counted = new Map(Object.keys(DEMO_TYPES).map((type) => [type, new Float64Array(WEEKS)]));
  for (const { received, type } of rows) {
    const week = weekOf(received);
    const counts = counted.get(type);
    if (counts && week >= 0 && week < WEEKS) counts[week] = (counts[week] ?? 0) + 1;
  }
  return [...counted].map(([type, counts]) => ({ type, category: DEMO_TYPES[type] ?? '', counts }));
}

type Row = { version: number; received: string; type: string; source: string; at: string };

function latestRows(text: string): Iterable<Row> {
  const latest = new Map<string, Row>();
  for (const line of text.slice(CALLS_HEADER.length).trimEnd().split('\n')) {
    const [id = '', version = '', received = '', , , type = '', , , source = '', , , lon = '', lat = ''] =
      line.split(',');
    if ((latest.get(id)?.version ?? 0) <= Number(version))
      latest.set(id, { version: Number(version), received, type, source, at: `${lon} ${lat}` });
  }
  return latest.values();
}
