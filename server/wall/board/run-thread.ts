import { Worker } from 'node:worker_threads';
import type { CallPicture } from './call-picture.ts';
import type { CallsJob } from './judge-calls.ts';
import type { WatchP } from './judge-weeks.ts';

/** What a thread says: first by the threshold it was given, then, where it learned one, by that. */
export type Judged = {
  readonly picture: CallPicture | null; // null: there is no call; of the second: as it was
  readonly watchP: WatchP;
  readonly isLearned: boolean;
};

export type Thread = { readonly ended: Promise<void>; stop(): Promise<void> };

/** Judges calls away from the event loop. `ended` fails where the thread did; one that is stopped just ends. */
export function startThread(job: CallsJob, onJudged: (judged: Judged) => void): Thread {
  const worker = new Worker(new URL('./calls-thread.mjs', import.meta.url), { workerData: job });
  worker.on('message', onJudged);
  const ended = new Promise<void>((resolve, reject) => {
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
  return {
    ended,
    stop: async () => {
      await worker.terminate();
    },
  };
}
