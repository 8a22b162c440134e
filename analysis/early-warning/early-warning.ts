import binomial from '@stdlib/stats-base-dists-binomial';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';

/** What is known of one subject: one group and one kind of trouble. */
export type WarningSeries = {
  readonly subject: string;
  readonly concerns: readonly { readonly id: string; readonly heardOn: string }[];
  readonly openConcerns: readonly { readonly id: string; readonly since: string }[];
  readonly weeklyCalls?: readonly number[] | undefined; // whole weeks, oldest first
};

export type Evidence = {
  readonly signal: 'concerns' | 'calls' | 'old-open';
  readonly rule: string;
  readonly baseline: string;
  readonly period: string;
  readonly rows: string[];
};
export type EarlyWarning = { readonly subject: string; readonly evidence: Evidence[]; readonly tail: number };
export type WarningOptions = {
  readonly recentDays: number;
  readonly baselineDays: number;
  readonly oldDays: number; // an open concern is old after these
  readonly recentWeeks: number;
  readonly baselineWeeks: number;
  readonly concernTail: number;
  readonly callTail: number;
  readonly callsTo: string | null; // the last day of the last week of calls; null: not said
};
export const USUAL_WARNING_OPTIONS: WarningOptions = {
  recentDays: 60,
  baselineDays: 180,
  oldDays: 60,
  recentWeeks: 8,
  baselineWeeks: 26,
  concernTail: 0.2,
  callTail: 0.05,
  callsTo: null,
};

export const EARLY_WARNING_CONVENTION =
  'Concerns of 60 days against the 180 before, and calls of 8 whole weeks against the 26 before, each as a share of both by the binomial, one-sided; concerns open longer than 60 days beside them.';
export const EARLY_WARNING_CAVEAT =
  'Lenient on purpose: about one in five rises of concerns and one in twenty of calls is chance. Takes no account of the season.';

type Answer = {
  readonly findings: readonly EarlyWarning[];
  readonly leftOut: readonly { readonly what: string; readonly reason: 'one-concern' | 'calls-not-given' }[];
  readonly options: WarningOptions;
};

/**
 * Subjects that are quietly growing: more concerns than their own recent past, or more calls, with old
 * open concerns beside them. Judged more leniently than a spike, since the reader decides. Most signals first.
 */
export function findEarlyWarnings(
  series: readonly WarningSeries[],
  today: string,
  chosen: Partial<WarningOptions> = {},
): Answer {
  const options = { ...USUAL_WARNING_OPTIONS, ...chosen };
  const findings: EarlyWarning[] = [];
  const leftOut: Answer['leftOut'][number][] = [];
  for (const one of series) {
    const concerns = judgeConcerns(one, today, options);
    const calls = judgeCalls(one, options);
    if (concerns === 'one-concern') leftOut.push({ what: one.subject, reason: 'one-concern' });
    if (one.weeklyCalls === undefined) leftOut.push({ what: one.subject, reason: 'calls-not-given' });
    const rises = [concerns, calls].filter((rise) => rise !== null && typeof rise === 'object');
    if (rises.length === 0) continue;
    const old = findOld(one, today, options);
    const evidence = [...rises.map((rise) => rise.evidence), ...(old ? [old] : [])];
    findings.push({ subject: one.subject, evidence, tail: Math.min(...rises.map(({ tail }) => tail)) });
  }
  findings.sort((a, b) => b.evidence.length - a.evidence.length || a.tail - b.tail || (a.subject < b.subject ? -1 : 1));
  return { findings, leftOut, options };
}

type Rise = { readonly evidence: Evidence; readonly tail: number };

function judgeConcerns(
  { concerns }: WarningSeries,
  today: string,
  options: WarningOptions,
): Rise | 'one-concern' | null {
  const { recentDays, baselineDays, concernTail } = options;
  const end = toDayNumber(today);
  const age = (day: string) => end - toDayNumber(day);
  const recent = concerns.filter(({ heardOn }) => age(heardOn) >= 0 && age(heardOn) < recentDays);
  const before = concerns.filter(
    ({ heardOn }) => age(heardOn) >= recentDays && age(heardOn) < recentDays + baselineDays,
  );
  if (recent.length === 0) return null;
  if (recent.length === 1) return 'one-concern';
  const tail = upperTail(recent.length, before.length, recentDays / (recentDays + baselineDays));
  if (tail > concernTail) return null;
  const evidence: Evidence = {
    signal: 'concerns',
    rule: `${recent.length} concerns in ${recentDays} days, ${before.length} in the ${baselineDays} before; so many or more of the ${recent.length + before.length} would fall there by chance ${inPercent(tail)} of the time`,
    baseline: `${baselineDays} days before ${toLocalDate(end - recentDays + 1)}: ${before.length}`,
    period: `${toLocalDate(end - recentDays + 1)} to ${today}`,
    rows: recent.map(({ id }) => id),
  };
  return { evidence, tail };
}

function judgeCalls({ weeklyCalls }: WarningSeries, options: WarningOptions): Rise | null {
  const { recentWeeks, baselineWeeks, callTail, callsTo } = options;
  if (weeklyCalls === undefined || weeklyCalls.length < recentWeeks + baselineWeeks) return null;
  const recent = sum(weeklyCalls.slice(-recentWeeks));
  const before = sum(weeklyCalls.slice(-recentWeeks - baselineWeeks, -recentWeeks));
  const tail = upperTail(recent, before, recentWeeks / (recentWeeks + baselineWeeks));
  if (recent < 2 || tail > callTail) return null;
  const evidence: Evidence = {
    signal: 'calls',
    rule: `${recent} calls in ${recentWeeks} weeks, ${before} in the ${baselineWeeks} before; by chance ${inPercent(tail)} of the time`,
    baseline: `${baselineWeeks} weeks before: ${before}`,
    period:
      callsTo === null ? `the last ${recentWeeks} weeks` : `${daysBefore(callsTo, 7 * recentWeeks)} to ${callsTo}`,
    rows: [],
  };
  return { evidence, tail };
}

function findOld({ openConcerns }: WarningSeries, today: string, { oldDays }: WarningOptions): Evidence | null {
  const old = openConcerns.filter(({ since }) => toDayNumber(today) - toDayNumber(since) > oldDays);
  if (old.length === 0) return null;
  const oldest = old.reduce((a, b) => (a.since <= b.since ? a : b));
  return {
    signal: 'old-open',
    rule: `${old.length} open longer than ${oldDays} days`,
    baseline: `${oldDays} days`,
    period: `since ${oldest.since}`,
    rows: old.map(({ id }) => id),
  };
}

/** How often `recent` or more of all would fall into the recent share by chance (Przyborowski and Wilenski 1940). */
const upperTail = (recent: number, before: number, share: number): number =>
  recent === 0 ? 1 : 1 - binomial.cdf(recent - 1, recent + before, share);

const daysBefore = (lastDay: string, days: number): string => toLocalDate(toDayNumber(lastDay) - days + 1);

const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

const inPercent = (share: number): string => (share < 0.01 ? 'less than 1%' : `${Math.round(100 * share)}%`);
