import { lastDayOfMonth, toDayNumber } from '#analysis/shared/days.ts';
import type { Days } from '#server/brief/count-calls.ts';
import { daysOf } from '#server/brief/counted-days.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Ground } from './grounds.ts';
import type { Gate } from './open-gate.ts';

/** Refuses days that cannot be counted whole, for a page would print their lack as zero. */
export function checkDays(gate: Gate, ground: Ground, days: Days): void {
  const { lastDay } = gate.span;
  if (days.to > lastDay)
    throw new RecordRefused('to', `The calls are in up to ${lastDay}: choose that day or an earlier one.`);
  daysOf(gate.span, days, null);
  if (!gate.isMonthly || !cutsMonth(gate, ground, days)) return;
  const [from, to] = [`${days.from.slice(0, 7)}-01`, lastDayOfMonth(days.to)];
  throw new RecordRefused(
    'from',
    `Of some calls here only the month is known: choose whole months, from ${from} to ${to} or to the end of an earlier month.`,
  );
}

function cutsMonth({ calls }: Gate, ground: Ground, days: Days): boolean {
  const [from, to] = [toDayNumber(days.from), toDayNumber(days.to)];
  return PUBLIC_KINDS.some((_, kind) =>
    ground.callsOf(kind).some((call) => {
      const [first, last] = [calls.firstDay[call] ?? 0, calls.lastDay[call] ?? 0];
      return first <= to && last >= from && (first < from || last > to);
    }),
  );
}
