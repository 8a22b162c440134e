import { z } from 'zod';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import {
  compareTwoCounts,
  TWO_COUNTS_CAVEAT,
  TWO_COUNTS_CONVENTION,
  type TwoCounts,
} from '#analysis/two-counts/two-counts.ts';
import { UsageError } from '#server/errors.ts';
import { asking, share } from './asking.ts';
import { given, MINUTES_A_DAY, minutesSpan, rejectedRows } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';
import { areMonths, countSpans } from './weekly-input.ts';

const date = z.iso.date();

const Options = z
  .strictObject({
    from: date, // the window compared, both days inclusive
    to: date,
    beforeFrom: date, // the window it is compared with
    beforeTo: date,
    unusualQ: share.optional(),
    watchQ: share.optional(),
    level: share.optional(),
  })
  .refine(({ from, to }) => from <= to, { error: 'from lies after to', path: ['from'] })
  .refine(({ beforeFrom, beforeTo }) => beforeFrom <= beforeTo, {
    error: 'beforeFrom lies after beforeTo',
    path: ['beforeFrom'],
  })
  .refine(({ from, to, beforeFrom, beforeTo }) => beforeTo < from || to < beforeFrom, {
    error: 'the two windows share days',
    path: ['beforeTo'],
  });

type Window = { from: string; to: string };

/** Two windows of days, for every type in every area. Days outside of the files leave the whole comparison out. */
export const twoCounts = asking(Options, (input, { from, to, beforeFrom, beforeTo, ...options }) => {
  if (!input.hasTime) throw new UsageError('two-counts needs --time, the column with the time a call was received');
  const now = { from, to };
  const before = { from: beforeFrom, to: beforeTo };
  const reason = areMonths(input)
    ? 'months-only'
    : [now, before].some((one) => !isCovered(input, one))
      ? 'not-in-files'
      : null;
  const found = compareTwoCounts(reason === null ? pairsOf(input, now, before) : [], given(options));
  return {
    findings: found.findings,
    leftOut: [...rejectedRows(input), ...(reason === null ? found.leftOut : [{ what: 'all series', reason }])],
    options: { ...found.options, from, to, beforeFrom, beforeTo },
    window: now,
    records: input.records,
    convention: TWO_COUNTS_CONVENTION,
    caveat: TWO_COUNTS_CAVEAT,
    code: '',
  };
});

function pairsOf(input: PlainInput, now: Window, before: Window): TwoCounts[] {
  const [counted, earlier] = [countIn(input, now), countIn(input, before)];
  const names = new Map([...counted, ...earlier].map((one) => [`${one.areaId}\n${one.category}`, one]));
  const exposures = { nowExposure: daysOf(now), beforeExposure: daysOf(before) };
  const of = (counts: typeof counted, key: string) =>
    counts.find(({ areaId, category }) => `${areaId}\n${category}` === key)?.counts[0] ?? 0;
  return [...names].map(([key, { areaId, category }]) => {
    return { areaId, category, now: of(counted, key), before: of(earlier, key), ...exposures };
  });
}

const countIn = (input: PlainInput, window: Window) =>
  countSpans(input, { firstDay: toDayNumber(window.from), days: daysOf(window), spans: 1 });

const daysOf = ({ from, to }: Window): number => toDayNumber(to) - toDayNumber(from) + 1;

/** A window that the files do not reach would count silence as quiet. */
function isCovered(input: PlainInput, { from, to }: Window): boolean {
  const span = minutesSpan(input);
  if (span === null) return false;
  const dateOf = (minutes: number) => toLocalDate(Math.floor(minutes / MINUTES_A_DAY));
  return from >= dateOf(span.first) && to <= dateOf(span.last);
}
