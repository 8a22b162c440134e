import { Cron } from 'croner';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import { tellJob } from '#server/store/jobs.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';

/** Work that the server does by itself. `run` says in a few words what it did. */
export type Job = {
  readonly name: string;
  readonly when: string | null; // cron, in the city's zone; null: only when asked
  readonly run: () => Promise<string>;
};
export type Jobs = { ask(name: string): Promise<void>; stop(): Promise<void> };

type Place = { store: RecordStore; timeZone: string; nowLocal: () => string; log: Logger };

const RETRY = { retryLimit: 3, retryBackoff: true, retryDelay: 5, expireInMinutes: 15 };

/**
 * Runs the jobs from a queue in the same database: one asked for survives a kill of the server, fails aloud,
 * is tried again, and never runs twice at once however many servers there are.
 */
export async function startJobs({ store, timeZone, nowLocal, log }: Place, jobs: readonly Job[]): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => store.pool.query(text, values) },
    schema: 'jobs',
    schedule: false, // croner keeps the city's clock
  });
  boss.on('error', (error) => log.error(error, 'the queue of jobs stumbled'));
  await boss.start();
  const ask = async (name: string) => {
    await boss.send(name, {}, RETRY);
  };
  const clocks: Cron[] = [];
  for (const { name, when, run } of jobs) {
    await boss.createQueue(name, { name, policy: 'short' }); // at most one waits
    await boss.work(name, { pollingIntervalSeconds: 1 }, async () => {
      const words = await run().catch(async (cause: Error) => {
        await tellJob(store, systemActing(nowLocal()), { name, isDone: false, words: cause.message });
        throw cause;
      });
      await tellJob(store, systemActing(nowLocal()), { name, isDone: true, words });
    });
    if (when === null) continue;
    const onTime = () => ask(name).catch((error: Error) => log.error(error, `${name} could not be asked for`));
    clocks.push(new Cron(when, timeZone ? { timezone: timeZone } : {}, onTime));
  }
  return {
    ask,
    stop: async () => {
      for (const clock of clocks) clock.stop();
      await boss.stop({ graceful: true, close: false, timeout: 5000 });
    },
  };
}
