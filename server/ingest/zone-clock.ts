import { Temporal } from 'temporal-polyfill';
import { UsageError } from '#server/errors.ts';

const DAY = 86_400_000;

/** A change of the clocks. `utc` is the instant, offsets are local minus UTC; all in milliseconds. */
export type ClockChange = { utc: number; before: number; after: number };

/** The zone's offset at a start and every change after it, up to an end. */
export type ZoneClock = { timeZone: string; firstOffset: number; changes: ClockChange[] };

/** Reads the IANA rules for the years asked for (inclusive). Throws RangeError on a zone that does not exist. */
export function readZoneClock(timeZone: string, fromYear: number, toYear: number): ZoneClock {
  let at = Temporal.Instant.from(`${String(fromYear).padStart(4, '0')}-01-01T00:00Z`)
    .subtract({ hours: 24 })
    .toZonedDateTimeISO(timeZone);
  const firstOffset = at.offsetNanoseconds / 1e6;
  const changes: ClockChange[] = [];
  const end = Date.UTC(toYear + 1, 0, 1) + DAY;
  let before = firstOffset;
  while (true) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > end) break;
    const after = next.offsetNanoseconds / 1e6;
    if (after !== before) changes.push({ utc: next.epochMilliseconds, before, after });
    before = after;
    at = next;
  }
  return { timeZone, firstOffset, changes };
}

/** For a zone that a person typed. */
export function refuseUnknownZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new UsageError(`there is no time zone "${timeZone}"; name one such as America/New_York`);
  }
}

/** Local wall clock (milliseconds as if UTC) of an instant. */
export function toLocal(clock: ZoneClock, utc: number): number {
  const last = clock.changes.findLast((change) => change.utc <= utc);
  return utc + (last?.after ?? clock.firstOffset);
}

/**
 * The instant of a local wall clock, or `skipped` where the clocks jumped over it.
 * In the hour that happens twice the first (summer time) is taken.
 */
export function toUtc(clock: ZoneClock, local: number): number | 'skipped' {
  let offset = clock.firstOffset;
  for (const { utc, before, after } of clock.changes) {
    if (local < utc + before) break;
    if (local < utc + after) return 'skipped';
    offset = after;
  }
  return local - offset;
}

/** Local times that never happened: from inclusive, to exclusive. */
export function skippedSpans(clock: ZoneClock): { from: number; to: number }[] {
  return clock.changes
    .filter(({ before, after }) => after > before)
    .map(({ utc, before, after }) => ({ from: utc + before, to: utc + after }));
}

/** Local times that happened twice: from inclusive, to exclusive. */
export function repeatedSpans(clock: ZoneClock): { from: number; to: number }[] {
  return clock.changes
    .filter(({ before, after }) => after < before)
    .map(({ utc, before, after }) => ({ from: utc + after, to: utc + before }));
}
