import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answered, CallsJob, Judged } from './judge-calls.ts';

const IDLE = 2; // kept: one for the next calls, one for learning from them
const PROGRAM = fileURLToPath(new URL('./judge-process.mjs', import.meta.url));

export type Judges = {
  /** The answer of a judge; null where they were closed meanwhile. Fails where the judge did. */
  run(job: CallsJob): Promise<Judged | null>;
  /** Sees that one stands ready, as one that begins costs a second. */
  warm(): void;
  close(): Promise<void>;
};

/**
 * Processes that judge calls away from the event loop. One that has answered stays, warm, for the next question. Not
 * threads: a thread that is ended while DuckDB reads takes the whole server with it.
 */
export function openJudges(): Judges {
  const all = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  let isClosed = false;

  const begin = (): ChildProcess => {
    const judge = fork(PROGRAM, {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    all.add(judge);
    judge.on('error', () => undefined); // told by whoever waits for its answer
    judge.once('exit', () => {
      all.delete(judge);
      const at = idle.indexOf(judge);
      if (at >= 0) idle.splice(at, 1);
    });
    judge.unref();
    judge.channel?.unref(); // a judge that waits keeps no server from ending
    return judge;
  };
  const leave = (judge: ChildProcess) => {
    if (isClosed || idle.length >= IDLE) judge.kill('SIGKILL');
    else idle.push(judge);
  };
  const run = (job: CallsJob) => {
    if (isClosed) return Promise.resolve(null);
    const judge = idle.shift() ?? begin();
    return new Promise<Judged | null>((resolve, reject) => {
      const onExit = (code: number | null) => {
        if (isClosed) resolve(null);
        else reject(new Error(`the process that judges calls ended (${code ?? 'killed'})`));
      };
      judge.once('exit', onExit);
      judge.once('message', (answered: Answered) => {
        judge.off('exit', onExit);
        leave(judge);
        if ('judged' in answered) resolve(answered.judged);
        else reject(new Error(answered.failed));
      });
      judge.send(job, (failed) => failed && reject(failed));
    });
  };
  return {
    run,
    warm: () => {
      if (!isClosed && idle.length === 0) idle.push(begin());
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...all].map(ended));
    },
  };
}

const ended = (judge: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (judge.exitCode !== null || judge.signalCode !== null) return resolve();
    judge.once('exit', () => resolve());
    judge.ref();
    judge.kill('SIGKILL');
  });
