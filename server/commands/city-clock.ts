import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { Temporal } from 'temporal-polyfill';
import { UsageError } from '#server/errors.ts';
import type { DemoClock } from '#server/jobs/demo-clock.ts';
import { readDemoNow } from '#server/store/demo-clock.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { readStoreIndex } from '#server/store/store-index.ts';

/** The city's wall clock; the machine's own where no source has told the zone yet. */
export const cityClock = (timeZone: string): string =>
  Temporal.Now.plainDateTimeISO(timeZone || undefined).toString({ smallestUnit: 'second' });

/** What the city's clock shows in a home: a demo's stands where it was left, or where its story does. */
export async function clockOf(home: string, records: RecordStore): Promise<string> {
  const left = await readDemoNow(records);
  if (left !== null) return left;
  if (existsSync(join(home, 'demo'))) return (await import('#data/demo/city.ts')).DEMO_NOW; // with the generator
  return cityClock((await readStoreIndex(home)).timeZone);
}

/** A moment as a person writes it, whole: 2027-01-04T09:00 is 2027-01-04T09:00:00. */
export function toMoment(text: string): string {
  const wrong = 'a moment is a day and a time of the city, like 2027-01-04T09:00';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)) throw new InvalidArgumentError(wrong);
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString({ smallestUnit: 'second' });
  } catch {
    throw new InvalidArgumentError(wrong);
  }
}

/** Puts the clock of a demo to where `--now` asks, with the work of the nights on the way. */
export async function startAt(clock: DemoClock, to: string, say: (line: string) => void): Promise<void> {
  if (to < clock.nowLocal()) {
    throw new UsageError(
      `--now ${to} is before ${clock.nowLocal()}, where this demo has come to: its records would lie ahead; name a later moment, or a new folder with --home`,
    );
  }
  const nights = await clock.move(to);
  if (nights > 0) say(`Did the work of ${nights} nights`);
}
