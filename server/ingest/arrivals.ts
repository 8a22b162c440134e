import type { DuckDBConnection } from '@duckdb/node-api';
import { lastFullDay, toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { Arrivals, StoredSource } from '#server/store/store-index.ts';

const KEPT_DAYS = 238; // of calls whose arrival is remembered: half a year and the longest delay
const LATEST_DAYS = 31; // a file that ends longer ago than this is history that was taken in late, not calls that came late

/** A run of taking in: when it was, up to when its calls reach, and those of them that were never seen before, by day. */
export type Delivery = {
  readonly today: string; // local date
  readonly lastReceivedLocal: string; // of all calls of the source, this run's too
  readonly calls: ReadonlyMap<string, number>; // by the local date they were received
};

/** What this run brought that no run before it had, by the day received. To be asked once versions are settled. */
export async function countNewcomers(connection: DuckDBConnection): Promise<Map<string, number>> {
  const reader = await connection.runAndReadAll(`
    select strftime(received_local, '%Y-%m-%d') as day, count(*) from fresh
    where reason is null and id not in (from replaced) group by day order by day`);
  return new Map(reader.getRows().map(([day, count]) => [String(day), Number(count)]));
}

/**
 * Remembers by how many days calls came late: a call that the first delivery to reach past its day brought was on
 * time, one that came with a later delivery was late by the days between its own and the end of that delivery. What
 * the first delivery of all brought says nothing, for it may have waited there for years.
 */
export function withDelivery(before: StoredSource | undefined, delivery: Delivery): Arrivals {
  const { today, lastReceivedLocal, calls } = delivery;
  const until = lastFullDay(lastReceivedLocal, 0);
  const isHistory = toDayNumber(today) - toDayNumber(until) > LATEST_DAYS;
  if (before === undefined || isHistory)
    return { since: lastReceivedLocal.slice(0, 10), deliveries: [until], days: {} };
  const { since, deliveries, days } = before.arrivals ?? startingAt(before.lastReceivedLocal);
  const reached = deliveries.at(-1) ?? since;
  const oldest = toLocalDate(toDayNumber(until) - KEPT_DAYS);
  const kept = Object.fromEntries(Object.entries(days).filter(([day]) => day > oldest));
  for (const [day, count] of calls) {
    if (day <= since || day <= oldest) continue;
    const delay = day > reached ? 0 : Math.max(0, toDayNumber(until) - toDayNumber(day));
    const ofDay = kept[day] ?? {};
    kept[day] = { ...ofDay, [delay]: (ofDay[delay] ?? 0) + count };
  }
  const ends = until > reached ? [...deliveries, until] : deliveries;
  return { since, deliveries: ends.filter((end) => end > oldest), days: kept };
}

/** A source that was taken in before its arrivals were remembered begins with the next delivery. */
const startingAt = (lastReceivedLocal: string): Arrivals => ({
  since: lastReceivedLocal.slice(0, 10),
  deliveries: [lastFullDay(lastReceivedLocal, 0)],
  days: {},
});
