import { Temporal } from 'temporal-polyfill';
import { RecordRefused } from '#server/errors.ts';
import { readDemoNow, writeDemoNow } from '#server/store/demo-clock.ts';
import { tellJob } from '#server/store/jobs.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { NIGHT_AT, NIGHTLY, sweepNight } from './sweep-night.ts';

const MOST_DAYS = 366;

/** The city's clock of a demo. It stands until somebody puts it forward. */
export type DemoClock = {
  readonly nowLocal: () => string;
  /** Puts it forward to `to`, and does the work of every night on the way; gives how many there were. */
  move(to: string): Promise<number>;
};

/** Opens the clock where the records of this home left it, or at `start` where nobody has moved it. */
export async function openDemoClock(home: string, store: RecordStore, start: string): Promise<DemoClock> {
  let now = (await readDemoNow(store)) ?? start;
  let moving: Promise<unknown> = Promise.resolve();
  const set = async (to: string) => {
    await writeDemoNow(store, to);
    now = to;
  };
  const go = async (to: string): Promise<number> => {
    checkMove(now, to);
    const nights = nightsBetween(now, to);
    for (const night of nights) {
      await set(night);
      const words = await sweepNight(home, store, night);
      await tellJob(store, systemActing(night), { name: NIGHTLY, isDone: true, words });
    }
    await set(to);
    return nights.length;
  };
  return {
    nowLocal: () => now,
    move: (to) => {
      const moved = moving.then(() => go(to)); // of two at once, the second goes on from where the first has come
      moving = moved.catch(() => undefined);
      return moved;
    },
  };
}

function checkMove(now: string, to: string): void {
  if (to < now)
    throw new RecordRefused(
      'to',
      `The clock stands at ${now} and goes forward only: records up to then would lie ahead.`,
    );
  const days = Temporal.PlainDate.from(now.slice(0, 10)).until(to.slice(0, 10)).days;
  if (days > MOST_DAYS) throw new RecordRefused('to', `At most ${MOST_DAYS} days at once: each night has its work.`);
}

/** When the server's nights fall between two moments, the later one included. */
function nightsBetween(from: string, to: string): string[] {
  const nights: string[] = [];
  const end = Temporal.PlainDateTime.from(to);
  const first = Temporal.PlainDateTime.from(from).with({ ...NIGHT_AT, second: 0 });
  for (let night = first; Temporal.PlainDateTime.compare(night, end) <= 0; night = night.add({ days: 1 })) {
    const moment = night.toString({ smallestUnit: 'second' });
    if (moment > from) nights.push(moment);
  }
  return nights;
}
