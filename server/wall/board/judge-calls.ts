import { parentPort, workerData } from 'node:worker_threads';
import { runThrough } from '#analysis/shared/steps.ts';
import { BUDGET_DEFAULTS, budgetFrom } from '#analysis/spike/budget.ts';
import { replayInSteps } from '#analysis/spike/replay.ts';
import { callPicture } from './call-picture.ts';
import { type CallGround, type CallSeries, readCallSeries } from './call-series.ts';
import type { WatchP } from './judge-weeks.ts';
import type { Judged } from './run-thread.ts';

/** What the thread is started with. */
export type CallsJob = {
  readonly ground: CallGround;
  readonly watchP: WatchP; // as known so far
  readonly learns: boolean; // works the threshold out anew from the own past, and judges by it again
};

const job: CallsJob = workerData; // by startThread
const say = (judged: Judged) => parentPort?.postMessage(judged);

const calls = await readCallSeries(job.ground);
say({ picture: calls && callPicture(calls, job.watchP), watchP: job.watchP, isLearned: false });
if (calls !== null && job.learns) {
  const watchP = learn(calls);
  const picture = watchP === job.watchP ? null : callPicture(calls, watchP);
  say({ picture, watchP, isLearned: true });
}

/** As the desk does: see web/compute/budget.ts. Null: too short a past, p is taken at its word. */
function learn({ series }: CallSeries): WatchP {
  const { calibrationWeeks, heldOutWeeks } = BUDGET_DEFAULTS;
  const replayed = runThrough(replayInSteps(series, calibrationWeeks + heldOutWeeks, BUDGET_DEFAULTS));
  return budgetFrom(replayed).findings[0]?.watchP ?? null;
}
