import { runThrough } from '#analysis/shared/steps.ts';
import { BUDGET_DEFAULTS, budgetFrom } from '#analysis/spike/budget.ts';
import { replayInSteps } from '#analysis/spike/replay.ts';
import { type CallPicture, callPicture } from './call-picture.ts';
import { type CallGround, type CallSeries, readCallSeries } from './call-series.ts';
import type { WatchP } from './judge-weeks.ts';

/** What a judge is asked. */
export type CallsJob = {
  readonly ground: CallGround;
  readonly watchP: WatchP; // as known so far
  readonly learns: boolean; // works the threshold out anew from the own past, and judges by that where it is another
};

export type Judged = {
  readonly picture: CallPicture | null; // null: there is no call; of one that learned: as it was
  readonly watchP: WatchP;
};

/** What a judge sends: its answer, or why there is none. */
export type Answered = { readonly judged: Judged } | { readonly failed: string };

// One question after the other: `openJudges` asks no second one before the answer. Without the server there is nobody to answer.
process.on('disconnect', () => process.exit());
process.on('message', async (job: CallsJob) => {
  const answered: Answered = await judge(job).then(
    (judged) => ({ judged }),
    (cause: unknown) => ({ failed: cause instanceof Error ? cause.message : String(cause) }),
  );
  process.send?.(answered);
});

async function judge({ ground, watchP, learns }: CallsJob): Promise<Judged> {
  const calls = await readCallSeries(ground);
  if (calls === null) return { picture: null, watchP };
  if (!learns) return { picture: callPicture(calls, watchP), watchP };
  const learned = learn(calls);
  return { picture: learned === watchP ? null : callPicture(calls, learned), watchP: learned };
}

/** As the desk does; see web/compute/budget.ts. Null: too short a past, p is taken at its word. */
function learn({ series }: CallSeries): WatchP {
  const { calibrationWeeks, heldOutWeeks } = BUDGET_DEFAULTS;
  const replayed = runThrough(replayInSteps(series, calibrationWeeks + heldOutWeeks, BUDGET_DEFAULTS));
  return budgetFrom(replayed).findings[0]?.watchP ?? null;
}
