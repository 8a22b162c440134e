import { toDayNumber, toLocalDate, weekOf } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import type { SweepOptions } from '#analysis/sweep/options.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import type { Filter } from '#data/schema/filter.ts';
import { callAt } from '#web/tables/call-at.ts';
import { areasOf } from '#web/tables/layer-places.ts';
import type { SweepCandidate } from './door.ts';
import type { Loaded } from './loaded.ts';
import { withoutRenames } from './renamed-types.ts';

/** The placed calls that a sweep looks at, by their category: renamed types stand under their new one all along. */
export type SweepCalls = {
  firstDay: number; // Monday of the judged week
  lastDay: number;
  weeksBefore: number; // whole weeks of past
  byCategory: { category: string; rows: Uint32Array }[]; // of those weeks and the judged one, as the files have them
};

export const daysOfWeek = ({ firstDay, lastDay }: SweepCalls) => ({ firstDay, lastDay });

export function gatherSweepCalls(
  loaded: Loaded,
  filter: Filter,
  week: string | undefined,
  { pastWeeks, stepWeeks }: SweepOptions,
): SweepCalls {
  const whole = wholeWeeks(loaded);
  const firstDay = week === undefined ? whole.last : Math.min(whole.last, weekOf(toDayNumber(week)));
  // The steps of a cell end with the judged week, so their past reaches further back than that of an address.
  const longest = pastWeeks + stepWeeks - 1;
  const weeksBefore = Math.max(0, Math.min(longest, (firstDay - whole.first) / 7));
  const columns = withoutRenames(loaded, whole.first, Math.max(0, (firstDay - whole.first) / 7 + 1));
  const failed = loaded.sieve(filter);
  const { day, hour, placement, rows: count } = columns;
  const [from, to] = [firstDay - 7 * weeksBefore, firstDay + 6];
  const rows = loaded.calls.categories.map((): number[] => []);
  for (let row = 0; row < count; row++) {
    const isMeant = failed[row] === 0 && placement[row] === 0 && hour[row] !== NO_WEEKDAY;
    const on = day[row] ?? 0;
    if (isMeant && on >= from && on <= to) rows[columns.category[row] ?? 0]?.push(row);
  }
  const byCategory = loaded.calls.categories.map((category, at) => ({
    category,
    rows: Uint32Array.from(rows[at] ?? []),
  }));
  byCategory.sort((a, b) => (a.category < b.category ? -1 : 1));
  return { firstDay, lastDay: to, weeksBefore, byCategory };
}

const MOST_CALLS = 500;

/** The calls of a candidate, oldest first, and where they lie. */
export function callsOf(
  loaded: Loaded,
  layer: string,
  rows: ArrayLike<number>,
): Pick<SweepCandidate, 'callIds' | 'areaIds' | 'since'> {
  const { calls } = loaded;
  const { day } = calls.columns;
  const moment = (row: number) => 1440 * (day[row] ?? 0) + (calls.minuteOfDay[row] ?? 0);
  const sorted = Array.from(rows).sort((a, b) => moment(a) - moment(b) || a - b);
  const first = sorted[0];
  return {
    callIds: sorted.slice(-MOST_CALLS).map((row) => callAt(calls, row).id),
    areaIds: areasWithMost(loaded, layer, sorted),
    since: first === undefined ? null : toLocalDate(day[first] ?? 0),
  };
}

function areasWithMost(loaded: Loaded, layer: string, rows: readonly number[]): string[] {
  const { areaIds, calls } = loaded.placesOf(layer);
  const counts = new Map<number, number>();
  for (const row of rows) for (const area of areasOf(calls, row)) counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b).flatMap(([area]) => areaIds[area] ?? []);
}
