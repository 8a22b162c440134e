import { findLag } from '#analysis/reporting-lag/reporting-lag.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import type { ReportingLag } from '#data/schema/manifest.ts';
import type { StoredSource } from '#server/store/store-index.ts';

const LEAST_DELIVERIES = 8; // fewer say little of how late a call can come

/**
 * How many of a source's last days are still arriving: learned from what came late to former deliveries where there
 * were enough of them, else the number its profile names.
 */
export function knownLag({
  arrivals,
  reportingLagDays,
  expectedEveryHours,
}: Pick<StoredSource, 'arrivals' | 'reportingLagDays' | 'expectedEveryHours'>): ReportingLag {
  const deliveries = Math.max(0, (arrivals?.deliveries.length ?? 0) - 1); // the first tells nothing
  const ofProfile: ReportingLag = { days: reportingLagDays, basis: 'profile', calls: 0, deliveries };
  const until = arrivals?.deliveries.at(-1);
  if (arrivals === undefined || until === undefined || expectedEveryHours === null) return ofProfile;
  if (deliveries < LEAST_DELIVERIES) return ofProfile;
  const today = toDayNumber(until);
  const [lag] = findLag(reportedOf(arrivals.days, today), { today }).findings;
  return lag === undefined ? ofProfile : { days: lag.lagDays, basis: 'estimate', calls: lag.records, deliveries };
}

/** One entry a call, its arrival by the day that its delivery was whole. */
function reportedOf(days: NonNullable<StoredSource['arrivals']>['days'], today: number) {
  const occurred: number[] = [];
  const known: number[] = [];
  for (const [date, byDelay] of Object.entries(days)) {
    const day = toDayNumber(date);
    if (day > today) continue; // of a day that is not over yet
    for (const [delay, count] of Object.entries(byDelay)) {
      for (let i = 0; i < count; i++) {
        occurred.push(day);
        known.push(day + Number(delay));
      }
    }
  }
  return { occurred, known };
}
