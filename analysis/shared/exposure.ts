import { Temporal } from 'temporal-polyfill';
import { toDayNumber, weekdayOf } from './days.ts';

const MINUTES_A_DAY = 1_440;

/**
 * Hours that each cell of the hour x weekday grid lay in the window (local dates, both
 * inclusive), Monday 00 first. An hour skipped in spring is not there, an hour repeated
 * in fall is there twice; zones that shift by half an hour give halves. Divide counts by
 * this before comparing cells: a window of ten days holds some weekdays twice.
 */
export function hoursOfExposure(window: { from: string; to: string }, timeZone: string): Float64Array {
  const [firstDay, lastDay] = [toDayNumber(window.from), toDayNumber(window.to)];
  const hours = new Float64Array(168);
  for (let day = firstDay; day <= lastDay; day++) {
    const monday = 24 * weekdayOf(day);
    for (let hour = 0; hour < 24; hour++) hours[monday + hour] = (hours[monday + hour] ?? 0) + 1;
  }
  for (const { before, after } of clockShifts(firstDay, lastDay, timeZone)) {
    const sign = after > before ? -1 : 1;
    const [from, to] = [Math.min(before, after), Math.max(before, after)];
    for (let minute = from; minute < to; minute++) {
      const day = Math.floor(minute / MINUTES_A_DAY);
      if (day < firstDay || day > lastDay) continue;
      const cell = 24 * weekdayOf(day) + Math.floor((minute - day * MINUTES_A_DAY) / 60);
      hours[cell] = (hours[cell] ?? 0) + sign / 60;
    }
  }
  return hours.map((value) => Math.max(0, Math.round(value * 60) / 60));
}

/** What the wall clock showed, in minutes since 1970-01-01, as it was moved and just after. */
function clockShifts(firstDay: number, lastDay: number, timeZone: string): { before: number; after: number }[] {
  const shifts: { before: number; after: number }[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds((firstDay - 2) * MINUTES_A_DAY * 60_000).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > (lastDay + 2) * MINUTES_A_DAY * 60_000) return shifts;
    const utcMinutes = next.epochMilliseconds / 60_000;
    const offsetBefore = next.subtract({ nanoseconds: 1 }).offsetNanoseconds / 60e9;
    shifts.push({ before: utcMinutes + offsetBefore, after: utcMinutes + next.offsetNanoseconds / 60e9 });
    at = next;
  }
}
