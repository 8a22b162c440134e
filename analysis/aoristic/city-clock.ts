import { Temporal } from 'temporal-polyfill';

/** A time between two changes of the clocks: the wall clock shows `utc + offset`. All in minutes since 1970-01-01. */
export type Stretch = { readonly start: number; readonly offset: number };

const YEAR = 366 * 1_440;

/** The stretches of a zone that touch a span of instants, oldest first. The first begins at minus infinity. */
export function stretchesOf(timeZone: string, first: number, last: number): Stretch[] {
  let at = Temporal.Instant.fromEpochMilliseconds(Math.floor(first - YEAR) * 60_000).toZonedDateTimeISO(timeZone);
  const offsetAt = (moment: Temporal.ZonedDateTime) => moment.offsetNanoseconds / 60e9;
  const stretches: Stretch[] = [{ start: -Infinity, offset: offsetAt(at) }];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > (last + YEAR) * 60_000) return stretches;
    stretches.push({ start: next.epochMilliseconds / 60_000, offset: offsetAt(next) });
    at = next;
  }
}

/**
 * The instant of a wall clock, as Temporal's "compatible": of an hour that came twice the first, and in an hour that
 * was skipped as if the clocks had not been moved yet. `second` takes the second pass instead.
 */
export function toInstant(stretches: readonly Stretch[], local: number, pass: 'first' | 'second' = 'first'): number {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (local >= beginsAt(stretches, middle, pass)) low = middle;
    else high = middle - 1;
  }
  return local - (stretches[low]?.offset ?? 0);
}

/** What the wall clock showed from which on a stretch counts. */
function beginsAt(stretches: readonly Stretch[], at: number, pass: 'first' | 'second'): number {
  const [here, before] = [stretches[at], stretches[at - 1]];
  if (here === undefined || before === undefined) return -Infinity;
  const isRepeat = here.offset < before.offset;
  return here.start + (isRepeat && pass === 'first' ? before.offset : here.offset);
}
