import { RecordRefused } from '#server/errors.ts';
import { lastDayIn } from '#server/hand-out/desk/page-days.ts';
import type { Gate } from '#server/hand-out/gate/open-gate.ts';
import { monthInFull } from '#server/hand-out/words/dates.ts';
import type { PeriodDays } from './period-days.ts';

/** Days of which the calls are in, and what there is to say of those that were asked for; empty where nothing is. */
export type DaysIn = PeriodDays & { readonly said: string };

/** A period without the days that have not come in yet, as the desk lays a page out. Refuses one of which nothing is in. */
export function daysIn(gate: Pick<Gate, 'span' | 'isMonthly'>, { from, to }: PeriodDays): DaysIn {
  const last = lastDayIn(gate);
  const isIn = to <= gate.span.lastDay;
  const upTo = gate.isMonthly
    ? `Of some calls only the month is known, and ${monthInFull(last, 'en')} is the last month that is in`
    : `The calls are in up to ${last}`;
  if (isIn) return { from, to, said: gate.isMonthly ? `${upTo}.` : '' };
  if (from > last) {
    const instead = gate.isMonthly ? `${last.slice(0, 7)} or an earlier month` : 'that day or earlier ones';
    throw new RecordRefused('period', `${upTo}: choose ${instead} instead of ${from} to ${to}.`);
  }
  return { from, to: last, said: `${upTo}: what was asked for up to ${to} ends there.` };
}
