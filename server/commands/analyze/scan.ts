import { z } from 'zod';
import type { ScanOptions } from '#analysis/scan/options.ts';
import { findScanClusters, SCAN_CAVEAT, SCAN_CONVENTION, type ScanCluster } from '#analysis/scan/scan.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { Answer } from '#data/schema/answer.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive } from './asking.ts';
import { type Chosen, given, rejectedRows } from './plain-answer.ts';
import type { PlainInput } from './plain-input.ts';
import { type AskedPlaces, scanPlaces } from './scan-places.ts';
import { type AskedWeek, WEEK_OPTIONS } from './weekly-answer.ts';
import { areMonths, wholeWeeks } from './weekly-input.ts';

const count = z.number().int().positive();

const Options = z.strictObject({
  ...WEEK_OPTIONS,
  weeks: z.number().int().min(2).optional(), // how many to study, the last ones; default: all whole weeks of the file
  places: z.enum(['areas', 'cells', 'points']).optional(),
  cellMeters: positive.optional(),
  residents: z.record(z.string(), z.number().nonnegative()).optional(), // by place; default: those of the boundary file
  model: z.enum(['permutation', 'poisson']).optional(),
  maxShare: z.number().positive().max(0.5).optional(),
  maxWeeks: count.nullable().optional(),
  maxRadiusKm: positive.nullable().optional(),
  minCalls: count.optional(),
  replications: count.optional(),
  seed: z.number().int().optional(),
  mostClusters: count.optional(),
});

type Asked = Chosen<ScanOptions> & AskedPlaces & AskedWeek & { weeks?: number | undefined };

/** Places and whole weeks, up to the judged one. */
function analyzeScan(
  input: PlainInput,
  { week, reportingLagDays = 0, weeks, places, cellMeters, residents, ...options }: Asked,
): Answer<ScanCluster & { since: string }> {
  if (!input.hasTime) throw new UsageError('scan needs --time, the column with the time a call was received');
  const isMonths = areMonths(input);
  const whole = isMonths ? null : wholeWeeks(input, week, reportingLagDays);
  const span = whole && {
    ...whole,
    firstWeek: Math.max(whole.firstWeek, whole.lastWeek - 7 * ((weeks ?? Infinity) - 1)),
  };
  const scanned = span === null ? null : scanPlaces(input, span, { places, cellMeters, residents });
  const found = findScanClusters(scanned?.places ?? [], given(options));
  return {
    findings: found.findings.map((cluster) => ({
      ...cluster,
      since: toLocalDate((span?.firstWeek ?? 0) + 7 * cluster.fromWeek),
    })),
    leftOut: [
      ...rejectedRows(input),
      ...(span === null ? [{ what: 'scan', reason: isMonths ? 'months-only' : 'no-full-week' }] : found.leftOut),
    ],
    options: {
      ...found.options,
      ...scanned?.made,
      week: span === null ? '' : toLocalDate(span.lastWeek),
      reportingLagDays,
    },
    window: span && { from: toLocalDate(span.firstWeek), to: toLocalDate(span.lastWeek + 6) },
    records: input.records,
    convention: SCAN_CONVENTION,
    caveat: SCAN_CAVEAT,
    code: '',
  };
}

export const scan = asking(Options, analyzeScan);
