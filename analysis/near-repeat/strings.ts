import { Components } from '#analysis/shared/components.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { Pairs } from './close-pairs.ts';
import type { DatedPoints, Events } from './events.ts';

/** Calls that hang together: each near another in place and time, directly or through others. */
export type NearRepeatString = {
  kind: 'string';
  calls: number;
  places: number; // to the millimeter
  firstDate: string; // local
  lastDate: string;
  lon: number; // mean of the calls
  lat: number;
  rows: number[]; // of the columns given, earliest first
};

/** Connected components of the pairs at most `maxTicks` apart; largest first, then the latest. */
export function findStrings(
  pairs: readonly Pairs[],
  events: Events,
  calls: DatedPoints,
  { maxTicks, minString }: { maxTicks: number; minString: number },
): NearRepeatString[] {
  const { ticks } = events;
  const components = new Components(ticks.length);
  for (const { first, second } of pairs) {
    for (let k = 0; k < first.length; k++) {
      const [i, j] = [first[k] ?? 0, second[k] ?? 0];
      if (Math.abs((ticks[i] ?? 0) - (ticks[j] ?? 0)) <= maxTicks) components.join(i, j);
    }
  }
  return components
    .groups(minString)
    .map((members) => describe(members, events, calls))
    .sort((a, b) => b.calls - a.calls || b.lastDate.localeCompare(a.lastDate) || a.lon - b.lon || a.lat - b.lat);
}

function describe(members: readonly number[], events: Events, calls: DatedPoints): NearRepeatString {
  const sorted = members.toSorted((a, b) => (events.ticks[a] ?? 0) - (events.ticks[b] ?? 0) || a - b);
  const rows = sorted.map((member) => events.rows[member] ?? 0);
  const mean = (column: Float64Array) => rows.reduce((sum, row) => sum + (column[row] ?? 0), 0) / rows.length;
  const dateOf = (row: number | undefined) => toLocalDate(Math.floor(calls.days[row ?? 0] ?? 0));
  const millimeters = (meters: number | undefined) => Math.round((meters ?? 0) * 1000);
  return {
    kind: 'string',
    calls: rows.length,
    places: new Set(members.map((member) => `${millimeters(events.x[member])} ${millimeters(events.y[member])}`)).size,
    firstDate: dateOf(rows[0]),
    lastDate: dateOf(rows.at(-1)),
    lon: mean(calls.lon),
    lat: mean(calls.lat),
    rows,
  };
}
