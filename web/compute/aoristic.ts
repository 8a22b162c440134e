import { AORISTIC_CAVEAT, AORISTIC_CONVENTION, findAoristicWeek, type Ranges } from '#analysis/aoristic/aoristic.ts';
import { NO_HOUR } from '#analysis/tally/columns.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { eachHappened } from './happened-at.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const MINUTES_A_DAY = 1_440;

/** The hours of the week in which the calls in the filter happened, whether or not they have a place. */
export function aoristic(loaded: Loaded, question: Question<'aoristic'>): Questions['aoristic']['answer'] {
  const { filter, options } = question;
  const window = { from: filter.from, to: filter.to };
  const found = findAoristicWeek(rangesOf(loaded, loaded.sieve(filter)), {
    ...options,
    timeZone: loaded.manifest.timeZone,
    window,
  });
  return {
    ...found,
    window,
    records: countKept(loaded, filter),
    convention: AORISTIC_CONVENTION,
    caveat: withMissingYears(loaded, AORISTIC_CAVEAT),
    code: toCode(loaded, question),
  };
}

/** The span of each call; where the source gives none, the time it was received. */
function rangesOf({ calls }: Loaded, failed: Uint8Array): Ranges {
  const kept = failed.reduce((sum, parts) => sum + (parts === 0 ? 1 : 0), 0);
  const [from, to] = [new Float64Array(kept), new Float64Array(kept)];
  let next = 0;
  eachHappened(calls, (row, start, end) => {
    if (failed[row] !== 0) return;
    from[next] = Number.isNaN(start) ? receivedAt(calls, row) : start;
    to[next++] = Number.isNaN(start) ? Number.NaN : end;
  });
  return { from, to };
}

/** NaN where the source gives no hour. */
function receivedAt({ columns, minuteOfDay }: Loaded['calls'], row: number): number {
  if ((columns.hour[row] ?? NO_HOUR) >= 24) return Number.NaN;
  return (columns.day[row] ?? Number.NaN) * MINUTES_A_DAY + (minuteOfDay[row] ?? 0);
}
