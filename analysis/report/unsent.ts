import { longMonth } from '#analysis/shared/day-words.ts';
import { addDays } from '#analysis/shared/days.ts';
import { monthOf, type Period, quarterOf } from './period.ts';

/** Somebody who owes a report of each period that these days touch; an open end is null. */
export type Owes = {
  readonly subject: string; // personId, groupId or the division
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
};

type Asked = {
  readonly every: 'month' | 'quarter';
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly dueDaysAfter: number; // after the period's end
};

const MOST_PERIODS = 240;

/** The months or quarters that end within some days and whose report is due by today. */
export function periodsDue({ every, from, to, today, dueDaysAfter }: Asked): Period[] {
  const periodOf = every === 'month' ? monthOf : quarterOf;
  const due: Period[] = [];
  for (let at = periodOf(from); due.length < MOST_PERIODS; at = periodOf(addDays(at.to, 1))) {
    if (at.to > to || addDays(at.to, dueDaysAfter) >= today) break;
    due.push(at);
  }
  return due;
}

export type Unsent = { readonly names: readonly string[]; readonly periods: readonly string[] };

/** Who did not send the report of which periods; those who miss the same ones stand together. `sent` holds "period/subject". */
export function findUnsent(owing: readonly Owes[], periods: readonly Period[], sent: ReadonlySet<string>): Unsent[] {
  const missing = new Map<string, string[]>(); // subject → the periods it did not report
  for (const { subject, from, to } of owing) {
    const owed = periods.filter((period) => from <= period.to && (to === null || to >= period.from));
    const before = missing.get(subject) ?? [];
    const names = owed.map(({ name }) => name).filter((name) => !sent.has(`${name}/${subject}`));
    missing.set(subject, [...new Set([...before, ...names])].toSorted());
  }
  const nameOf = new Map(owing.map(({ subject, name }) => [subject, name]));
  const together = new Map<string, { names: string[]; periods: string[] }>();
  for (const [subject, unsent] of missing) {
    if (unsent.length === 0) continue;
    const group = together.get(unsent.join()) ?? { names: [], periods: unsent };
    group.names.push(nameOf.get(subject) ?? subject);
    together.set(unsent.join(), group);
  }
  return [...together.values()];
}

/** "January 2026 to May 2026, August 2026": those that follow one another as one span. */
export function spansInWords(periods: readonly string[]): string {
  const spans: [string, string][] = [];
  for (const name of periods) {
    const last = spans.at(-1);
    if (last && follows(last[1], name)) last[1] = name;
    else spans.push([name, name]);
  }
  return spans.map((span) => [...new Set(span)].map(inWords).join(' to ')).join(', ');
}

const inWords = (name: string): string => (name.includes('Q') ? name : longMonth(firstDay(name)));

const follows = (one: string, next: string): boolean => {
  const periodOf = one.includes('Q') ? quarterOf : monthOf;
  return periodOf(addDays(periodOf(firstDay(one)).to, 1)).name === next;
};

const firstDay = (name: string): string =>
  name.includes('Q')
    ? `${name.slice(0, 4)}-${String(Number(name.slice(6)) * 3 - 2).padStart(2, '0')}-01`
    : `${name}-01`;
