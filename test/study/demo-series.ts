import { DEMO_TYPES } from '#data/codes/demo-types.ts';
import { planCalls } from '#data/demo/call-plan.ts';
import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { CALLS_HEADER, makeCalls } from '#data/demo/calls.ts';
import { makeCity } from '#data/demo/city.ts';
import { type Truth, truthOf } from '#data/demo/truth.ts';

export const CITY = 'city'; // the area id of the whole city

export type DemoSeries = { areaId: string; category: string; counts: Float64Array };
export type Demo = { series: DemoSeries[]; weeks: number; mondayOf: (week: number) => string; truth: Truth };

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
  const categories = [...new Set(Object.values(DEMO_TYPES))];
  const series = new Map(
    areas.flatMap((areaId) =>
      categories.map((category) => [`${areaId} ${category}`, { areaId, category, counts: new Float64Array(WEEKS) }]),
    ),
  );
  for (const { received, type, source, at } of latestRows([...makeCalls(city, 'small', plan)].join(''))) {
    const week = Math.floor((dayOf(received) - FIRST) / 7);
    if (source === 'ONVIEW' || week < 0 || week >= WEEKS) continue;
    for (const areaId of [CITY, ...(groupsAt.get(at) ?? [])]) {
      const counts = series.get(`${areaId} ${DEMO_TYPES[type]}`)?.counts;
      if (counts) counts[week] = (counts[week] ?? 0) + 1;
    }
  }
  const mondayOf = (week: number) => dateOf(FIRST + 7 * week);
  return { series: [...series.values()], weeks: WEEKS, mondayOf, truth: truthOf(city, 'small', plan) };
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
