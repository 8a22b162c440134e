import { addDays, toDayNumber } from '#analysis/shared/days.ts';
import { RecordRefused } from '#server/errors.ts';
import type { MeetingHeld } from '#server/store/briefings.ts';
import type { CallSpan } from './call-span.ts';
import type { Days } from './count-calls.ts';

/** Days to count: as they are asked for, else since the group's last meeting. */
export type DaysAsked = { readonly from?: string | undefined; readonly to?: string | undefined };

const USUAL_DAYS = 28; // where no meeting was held yet
const MOST_DAYS = 366;

/** Days that can be counted whole: as asked for, else since the last meeting. Refuses days that the calls do not cover. */
export function daysOf({ firstDay, lastDay }: CallSpan, asked: DaysAsked, last: MeetingHeld | null): Days {
  const to = asked.to === undefined || asked.to > lastDay ? lastDay : asked.to;
  const usual = last === null ? addDays(to, 1 - USUAL_DAYS) : addDays(last.on, 1);
  const from = asked.from ?? (usual < firstDay ? firstDay : usual);
  if (from > to) throw new RecordRefused('from', `The calls are in up to ${to}: choose a first day before it.`);
  if (from < firstDay)
    throw new RecordRefused('from', `The calls begin on ${firstDay}: choose that day or a later one.`);
  if (toDayNumber(to) - toDayNumber(from) >= MOST_DAYS)
    throw new RecordRefused('from', `Choose at most ${MOST_DAYS} days.`);
  return { from, to };
}
