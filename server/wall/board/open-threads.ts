import { Worker } from 'node:worker_threads';
import type { CallsJob, Judged } from './judge-calls.ts';

const IDLE = 2; // kept: one for the next calls, one for learning from them

export type Threads = {
  /** The answer of a thread; null where the threads were closed meanwhile. Fails where the thread did. */
  run(job: CallsJob): Promise<Judged | null>;
  /** Sees that one stands ready, as a thread that begins costs a second. */
  warm(): void;
  close(): Promise<void>;
};

/** Threads that judge calls away from the event loop. One that has answered stays, warm, for the next question. */
export function openThreads(): Threads {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  let isClosed = false;

  const begin = (): Worker => {
    const thread = new Worker(new URL('./calls-thread.mjs', import.meta.url));
    all.add(thread);
    thread.on('error', () => undefined); // told by whoever waits for its answer; one that is idle ends below
    thread.once('exit', () => {
      all.delete(thread);
      const at = idle.indexOf(thread);
      if (at >= 0) idle.splice(at, 1);
    });
    return thread;
  };
  const leave = (thread: Worker) => {
    if (isClosed || idle.length >= IDLE) void thread.terminate();
    else idle.push(thread);
  };
  const run = (job: CallsJob) => {
    if (isClosed) return Promise.resolve(null);
    const thread = idle.shift() ?? begin();
    return new Promise<Judged | null>((resolve, reject) => {
      const onExit = () => resolve(null);
      thread.once('exit', onExit);
      thread.once('error', reject);
      thread.once('message', (judged: Judged) => {
        thread.off('exit', onExit);
        thread.off('error', reject);
        leave(thread);
        resolve(judged);
      });
      thread.postMessage(job);
    });
  };
  return {
    run,
    warm: () => {
      if (!isClosed && idle.length === 0) idle.push(begin());
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...all].map((thread) => thread.terminate()));
    },
  };
}
