import { toLocalDate } from '#analysis/shared/days.ts';
import type { LeftOut, Window } from '#data/schema/answer.ts';
import type { PlainInput } from './plain-input.ts';

export const MINUTES_A_DAY = 1_440;

/** Options as the command line gives them: any may be missing. */
export type Chosen<T> = { [K in keyof T]?: T[K] | undefined };

/** What a method found, as an answer over the whole of the files. */
export function wholeAnswer<Finding>(
  input: PlainInput,
  { findings, leftOut, options }: { findings: Finding[]; leftOut: LeftOut[]; options: object },
) {
  return {
    findings,
    leftOut: [...rejectedRows(input), ...leftOut],
    options: { ...options },
    window: windowOf(input),
    records: input.records,
    code: '',
  };
}

/** Drops the options that were not given, so that defaults stand. */
export function given<T>(chosen: Chosen<T>): Partial<T> {
  const entries = Object.entries(chosen).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>; // what is left has the value types of T
}

export const rejectedRows = ({ calls }: PlainInput): LeftOut[] =>
  calls.rejected === 0 ? [] : [{ what: `${calls.rejected} of ${calls.read} rows`, reason: 'not-readable' }];

/** First and last time a call was received, in minutes of the city's clock. */
export function minutesSpan({ calls }: PlainInput): { first: number; last: number } | null {
  let [first, last] = [Infinity, -Infinity];
  for (const minutes of calls.received) {
    if (minutes < first) first = minutes;
    if (minutes > last) last = minutes;
  }
  return first <= last ? { first, last } : null;
}

function windowOf(input: PlainInput): Window | null {
  const span = minutesSpan(input);
  return (
    span && {
      from: toLocalDate(Math.floor(span.first / MINUTES_A_DAY)),
      to: toLocalDate(Math.floor(span.last / MINUTES_A_DAY)),
    }
  );
}
