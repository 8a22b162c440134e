import { addDays, lastDayOfMonth } from '#analysis/shared/days.ts';

/** The days a report covers, both ends counted. */
export type Period = { readonly name: string; readonly from: string; readonly to: string };

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;

/** `2026-11` */
export function monthPeriod(name: string): Period {
  if (!MONTH.test(name)) throw new RangeError(`"${name}" is not a month written as YYYY-MM`);
  return { name, from: `${name}-01`, to: lastDayOfMonth(`${name}-01`) };
}

/** `2026-Q3`: calendar quarters */
export function quarterPeriod(name: string): Period {
  const [, year, quarter] = QUARTER.exec(name) ?? [];
  if (year === undefined || quarter === undefined)
    throw new RangeError(`"${name}" is not a quarter written as YYYY-Qn`);
  const first = 3 * Number(quarter) - 2;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { name, from, to: lastDayOfMonth(`${year}-${String(first + 2).padStart(2, '0')}-01`) };
}

export const monthOf = (localDate: string): Period => monthPeriod(localDate.slice(0, 7));

export const quarterOf = (localDate: string): Period =>
  quarterPeriod(`${localDate.slice(0, 4)}-Q${Math.ceil(Number(localDate.slice(5, 7)) / 3)}`);

/** The period of the same length that ended the day before this one began. */
export const periodBefore = ({ name, from }: Period): Period =>
  QUARTER.test(name) ? quarterOf(addDays(from, -1)) : monthOf(addDays(from, -1));

export const isWithin = (local: string | null, { from, to }: Pick<Period, 'from' | 'to'>): boolean =>
  local !== null && local.slice(0, 10) >= from && local.slice(0, 10) <= to;
