import { lastFullDay, lastFullWeek, toDayNumber, toLocalDate, weekdayOf, weekOf } from '#analysis/shared/days.ts';
import { MINUTES_A_DAY, minutesSpan } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';

const ALL = 'all'; // area and category where the files name none

/** Mondays of the first and the last week, as day numbers. */
export type Weeks = { firstWeek: number; lastWeek: number };

/** One count a week, of one type in one area; empty weeks are zeros. */
export type WeeklySeries = { areaId: string; category: string; counts: Uint32Array };

/** Every call stands on the first of a month at midnight: only the month is known, and no week can be judged. */
export const areMonths = ({ calls: { received } }: PlainInput): boolean =>
  received.length > 0 &&
  received.every((minutes) => {
    const day = minutes / MINUTES_A_DAY;
    return Number.isInteger(day) && toLocalDate(day).endsWith('-01');
  });

/** A week that the file enters midway is not whole. Null where the files hold no whole week. */
export function wholeWeeks(input: PlainInput, week: string | undefined, reportingLagDays: number): Weeks | null {
  const span = minutesSpan(input);
  if (span === null) return null;
  const firstDay = Math.floor(span.first / MINUTES_A_DAY);
  const firstWeek = weekdayOf(firstDay) === 0 ? firstDay : weekOf(firstDay) + 7;
  const lastReceived = new Date(span.last * 60_000).toISOString();
  const lastWeek = week ? weekOf(toDayNumber(week)) : toDayNumber(lastFullWeek(lastReceived, reportingLagDays).from);
  return lastWeek >= firstWeek ? { firstWeek, lastWeek } : null;
}

/** Weekly counts of every type in every area. */
export const countWeekly = (input: PlainInput, { firstWeek, lastWeek }: Weeks): WeeklySeries[] =>
  countSpans(input, { firstDay: firstWeek, days: 7, spans: (lastWeek - firstWeek) / 7 + 1 });

/** Counts of every type in every area in `spans` spans of equal length, the first of which begins on `firstDay`. */
export function countSpans(
  { calls, areas, placed }: PlainInput,
  { firstDay, days, spans }: { firstDay: number; days: number; spans: number },
): WeeklySeries[] {
  const areaIds = areas.length === 0 ? [ALL] : areas.map(({ id }) => id);
  const byType = new Map<string, Uint32Array[]>(); // a series for each area
  const { setOf, setOffsets, setAreas } = placed;
  for (let i = 0; i < calls.lon.length; i++) {
    const span = Math.floor((Math.floor((calls.received[i] ?? 0) / MINUTES_A_DAY) - firstDay) / days);
    if (span < 0 || span >= spans) continue;
    const type = calls.types[i] || ALL;
    let series = byType.get(type);
    if (series === undefined) {
      series = areaIds.map(() => new Uint32Array(spans));
      byType.set(type, series);
    }
    const set = setOf[i] ?? 0;
    const inAreas = areas.length === 0 ? [0] : setAreas.subarray(setOffsets[set], setOffsets[set + 1]);
    for (const area of inAreas) {
      const counts = series[area];
      if (counts) counts[span] = (counts[span] ?? 0) + 1;
    }
  }
  return [...byType].flatMap(([category, series]) =>
    series.map((counts, area) => ({ areaId: areaIds[area] ?? ALL, category, counts })),
  );
}

/** The first and the last whole day of the files. Null where there is none. */
export function wholeDays(input: PlainInput, day: string | undefined, reportingLagDays: number) {
  const span = minutesSpan(input);
  if (span === null) return null;
  const firstDay = Math.ceil(span.first / MINUTES_A_DAY - EARLY / MINUTES_A_DAY);
  const lastReceived = new Date(span.last * 60_000).toISOString();
  const lastDay = toDayNumber(day ?? lastFullDay(lastReceived, reportingLagDays));
  return lastDay >= firstDay ? { firstDay, lastDay } : null;
}

const EARLY = 120; // minutes: a first call before two in the morning stands for a whole first day
