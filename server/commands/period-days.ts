import { monthOf, monthPeriod, periodBefore, quarterPeriod } from '#analysis/report/period.ts';
import { LocalDate } from '#data/schema/records/common.ts';
import { UsageError } from '#server/errors.ts';

export type PeriodDays = { readonly from: string; readonly to: string };

/** The days of `last-month`, `2026-11`, `2026-Q3` or `2026-11-01..2026-11-30`, as of a day. */
export function daysOf(period: string, today: string): PeriodDays {
  const { from, to } = readPeriod(period, today) ?? {};
  const days = LocalDate.safeParse(from).success && LocalDate.safeParse(to).success;
  if (from === undefined || to === undefined || !days || from > to) {
    throw new UsageError(`--period ${period}: name last-month, 2026-11, 2026-Q3, or 2026-11-01..2026-11-30`);
  }
  return { from, to };
}

function readPeriod(period: string, today: string): Partial<PeriodDays> | null {
  if (period === 'last-month') return periodBefore(monthOf(today));
  const [from, to] = period.split('..');
  if (to !== undefined) return { from: from ?? '', to };
  try {
    return period.includes('Q') ? quarterPeriod(period) : monthPeriod(period);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
