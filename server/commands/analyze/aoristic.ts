import { z } from 'zod';
import { AORISTIC_CAVEAT, AORISTIC_CONVENTION, findAoristicWeek } from '#analysis/aoristic/aoristic.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import { UsageError } from '#server/errors.ts';
import { refuseUnknownZone } from '#server/ingest/zone-clock.ts';
import { asking, positive } from './asking.ts';
import { given, MINUTES_A_DAY, wholeAnswer } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';

const date = z.iso.date();

const Options = z.strictObject({
  timeZone: z.string().optional(), // default: that of --time-zone
  reversed: z.enum(['leave-out', 'swap']).optional(),
  mostHours: positive.nullable().optional(),
  window: z
    .strictObject({ from: date, to: date })
    .refine(({ from, to }) => from <= to, { error: 'from lies after to', path: ['from'] })
    .optional(),
});

/** Spans of --from and --to; without them the time received, as a moment. */
export const aoristic = asking(Options, (input, { timeZone, ...options }) => {
  if (!input.hasRange && !input.hasTime)
    throw new UsageError('aoristic needs --from and --to, the columns of the span in which a call happened, or --time');
  if (timeZone !== undefined) refuseUnknownZone(timeZone);
  const found = findAoristicWeek(rangesOf(input), { ...given(options), timeZone: timeZone ?? input.timeZone });
  return {
    ...wholeAnswer(input, found),
    window: windowOf(input),
    convention: AORISTIC_CONVENTION,
    caveat: AORISTIC_CAVEAT,
  };
});

function rangesOf({ calls: { received, happened }, hasRange }: PlainInput) {
  if (hasRange) return happened;
  return { from: received, to: received };
}

/** The days that any span begins or ends on. */
function windowOf(input: PlainInput) {
  const { from, to } = rangesOf(input);
  let [first, last] = [Infinity, -Infinity];
  for (const column of [from, to]) {
    for (const minutes of column) {
      if (minutes < first) first = minutes;
      if (minutes > last) last = minutes;
    }
  }
  const dateOf = (minutes: number) => toLocalDate(Math.floor(minutes / MINUTES_A_DAY));
  return first <= last ? { from: dateOf(first), to: dateOf(last) } : null;
}
