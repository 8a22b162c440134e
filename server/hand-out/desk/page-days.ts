import { addDays, lastDayOfMonth } from '#analysis/shared/days.ts';
import type { Days } from '#server/brief/count-calls.ts';
import { type DaysAsked, daysOf } from '#server/brief/counted-days.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Gate } from '#server/hand-out/gate/open-gate.ts';
import { lastMeetingBefore, type MeetingHeld } from '#server/store/briefings.ts';
import type { Tx } from '#server/store/record-store.ts';

export type PageDays = Days & { readonly follows: MeetingHeld | null };

const FEWEST_DAYS = 7; // since a meeting; one that was held yesterday leaves nothing to tell
const USUAL_MONTHS = 3; // where no meeting was held yet and only months are known
const MOST_MONTHS = 12;

/** The days of a page: as they are wanted, else since the group's last meeting; whole months where calls are known by month. */
export async function pageDays(tx: Tx, gate: Gate, groupId: string, wanted: DaysAsked): Promise<PageDays> {
  const { span, isMonthly } = gate;
  const to = wanted.to === undefined || wanted.to > span.lastDay ? lastDayIn(gate) : wanted.to;
  const last = await lastMeetingBefore(tx, groupId, addDays(to, 1 - FEWEST_DAYS));
  if (!isMonthly || wanted.from !== undefined) {
    const days = daysOf(span, { from: wanted.from, to }, last);
    return { ...days, follows: last !== null && addDays(last.on, 1) === days.from ? last : null };
  }
  const from = firstMonth(span.firstDay, to, last);
  if (from > to) throw new RecordRefused('from', `Only months are known of some calls, and none is whole up to ${to}.`);
  return { ...daysOf(span, { from, to }, null), follows: last?.on.slice(0, 7) === from.slice(0, 7) ? last : null };
}

/** The last day that a page can tell of: of the last whole month where calls are known by month. */
export const lastDayIn = ({ span, isMonthly }: Pick<Gate, 'span' | 'isMonthly'>): string =>
  isMonthly ? lastWholeMonth(span.lastDay) : span.lastDay;
const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The last day of the last month that is over by a day. */
const lastWholeMonth = (day: string): string => (day === lastDayOfMonth(day) ? day : addDays(firstOf(day), -1));

/** From the month of the last meeting, within a year and within the calls. */
function firstMonth(firstDay: string, to: string, last: MeetingHeld | null): string {
  const first = firstDay === firstOf(firstDay) ? firstDay : addDays(lastDayOfMonth(firstDay), 1);
  const wanted = last === null ? monthsUpTo(to, USUAL_MONTHS) : firstOf(last.on);
  const [from = wanted] = [first, wanted, monthsUpTo(to, MOST_MONTHS)].sort().slice(-1);
  return from;
}

/** The first day of so many months that end with a day's. */
function monthsUpTo(to: string, months: number): string {
  let from = firstOf(to);
  for (let more = 1; more < months; more++) from = firstOf(addDays(from, -1));
  return from;
}
