import type { Cell } from '#analysis/release/atoms.ts';
import { releaseCells } from '#analysis/release/release.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import { FAILED } from '#analysis/tally/sieve.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { CallSeries } from './call-series.ts';

const OPEN: ReadonlySet<string> = new Set(PUBLIC_KINDS.map(({ category }) => category));

type Asked = { readonly areaId: string; readonly category: string };

/**
 * The counts of a list of series, and of the whole city by kind, as a corridor may see them: 1 to 4 are null, and so is
 * a count from which, with another on the same wall, so few could be worked out (groups overlap). Of two such counts the
 * larger is told.
 */
export function tellableCounts(calls: CallSeries, listed: readonly Asked[], mondays: readonly number[]) {
  const areaIds = calls.areas.map(({ properties }) => properties.areaId);
  const rowsOf = rowsByKind(calls, mondays);
  const kept = new Map<string, (number | null)[]>(); // by area and kind
  for (const [at, category] of calls.categories.entries()) {
    if (!OPEN.has(category)) continue;
    const others = listed.filter((one) => one.category === category).map(({ areaId }) => areaId);
    for (const week of mondays.keys()) {
      const rows = rowsOf(at, week);
      const cells = [
        cellOf('', rows),
        ...others.map((areaId) => cellOf(areaId, rowsIn(calls, rows, areaIds.indexOf(areaId)))),
      ];
      for (const { cell, calls: count } of releaseCells(cells, []).findings) {
        const key = `${cell}~${category}`;
        kept.set(key, [...(kept.get(key) ?? []), count]);
      }
    }
  }
  return (areaId: string, category: string): readonly (number | null)[] => kept.get(`${areaId}~${category}`) ?? [];
}

const cellOf = (cell: string, rows: readonly number[]): Cell => ({ cell, calls: rows.map(String) });

/** The calls of a kind in a week, by their rows. */
function rowsByKind({ columns, failed }: CallSeries, mondays: readonly number[]) {
  const [first = 0] = mondays;
  const { day, hour, category } = columns;
  const found = new Map<number, number[]>();
  for (let row = 0; row < columns.rows; row++) {
    const week = Math.floor(((day[row] ?? 0) - first) / 7);
    if (week < 0 || week >= mondays.length || hour[row] === NO_WEEKDAY) continue;
    if (((failed[row] ?? 0) & ~FAILED.date) !== 0) continue;
    const key = (category[row] ?? 0) * mondays.length + week;
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  }
  return (at: number, week: number): readonly number[] => found.get(at * mondays.length + week) ?? [];
}

function rowsIn({ columns, placed }: CallSeries, rows: readonly number[], area: number): number[] {
  const { setOf, setOffsets, setAreas } = placed;
  return rows.filter((row) => {
    if (columns.placement[row] !== 0) return false;
    const set = setOf[row] ?? 0;
    return setAreas.subarray(setOffsets[set], setOffsets[set + 1]).includes(area);
  });
}
