import {
  findLag,
  LAG_CAVEAT,
  LAG_CONVENTION,
  LAG_DEFAULTS,
  type LagFinding,
  type LagOptions,
  type LagWeek,
} from '#analysis/reporting-lag/reporting-lag.ts';
import { lastFullDay, toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import { FAILED } from '#analysis/tally/sieve.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { eachHappened } from './happened-at.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

/** Weeks are those in which calls happened, by their Monday. */
export type CallLag = Omit<LagFinding, 'weeks'> & { weeks: (Omit<LagWeek, 'week'> & { week: string })[] };

export type CallLagOptions = Partial<Omit<LagOptions, 'today'>> & { learnDays?: number };

const LEARN_DAYS = 364; // whole weeks, so that no weekday weighs more than another
const MINUTES_A_DAY = 1_440;

/**
 * How long after they happened the calls of the filter were received, learned from those of the last year whatever the
 * dates chosen, and what it makes of the last weeks. Only calls whose source tells both times count.
 */
export function reportingLag(
  loaded: Loaded,
  question: Question<'reporting-lag'>,
): Questions['reporting-lag']['answer'] {
  const { filter } = question;
  const { learnDays = LEARN_DAYS, ...chosen } = question.options;
  const today = toDayNumber(lastFullDay(loaded.manifest.cutoffLocal, 0));
  const window = { from: toLocalDate(today - learnDays + 1), to: toLocalDate(today) };
  const reported = reportedOf(loaded, loaded.sieve(filter), today - learnDays + 1, today);
  const reason = whyNot(reported);
  const found = reason === null ? findLag(reported, { ...chosen, today }) : nothing(reason, { ...chosen, today });
  return {
    findings: found.findings.map((finding) => ({
      ...finding,
      weeks: finding.weeks.map((one) => ({ ...one, week: toLocalDate(one.week) })),
    })),
    leftOut: [
      ...(reason === null && reported.untold > 0 ? [{ what: `${reported.untold} calls`, reason: 'no-start' }] : []),
      ...found.leftOut,
    ],
    options: { ...found.options, today: window.to, learnDays },
    window,
    records: countKept(loaded, { ...filter, ...window }),
    convention: LAG_CONVENTION,
    caveat: withMissingYears(loaded, LAG_CAVEAT),
    code: toCode(loaded, question),
  };
}

type Reported = { occurred: number[]; known: number[]; untold: number; apart: number; byMonth: number };

/** Days on which kept calls happened and were received; `apart` counts those whose two times differ at all. */
function reportedOf({ calls }: Loaded, failed: Uint8Array, firstDay: number, today: number): Reported {
  const { day, hour } = calls.columns;
  const found: Reported = { occurred: [], known: [], untold: 0, apart: 0, byMonth: 0 };
  eachHappened(calls, (row, start) => {
    const received = day[row] ?? 0;
    if (((failed[row] ?? 0) & ~FAILED.date) !== 0 || received > today || received < firstDay) return;
    if (hour[row] === NO_WEEKDAY) found.byMonth++;
    else if (Number.isNaN(start)) found.untold++;
    else {
      const happened = Math.floor(start / MINUTES_A_DAY);
      if (start !== received * MINUTES_A_DAY + (calls.minuteOfDay[row] ?? 0)) found.apart++;
      if (happened < firstDay) return; // of those that happened before, only the late ones would be seen
      found.occurred.push(happened);
      found.known.push(received);
    }
  });
  return found;
}

/** A source that writes one time into both columns tells nothing of delays. */
function whyNot({ occurred, untold, apart, byMonth }: Reported): string | null {
  if (occurred.length === 0 && byMonth > 0) return 'months-only';
  if (occurred.length === 0) return untold > 0 ? 'no-report-date' : 'no-calls';
  return apart === 0 ? 'one-time-only' : null;
}

const nothing = (reason: string, options: Partial<LagOptions>) => ({
  findings: [] as LagFinding[],
  leftOut: [{ what: 'all calls', reason }] as LeftOut[],
  options: { ...LAG_DEFAULTS, ...options },
});
