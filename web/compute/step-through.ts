import type { InSteps, Step } from '#analysis/shared/steps.ts';
import type { Trouble } from './door.ts';

const SLICE_MILLISECONDS = 40;

/** Work that is going on, and whether somebody asked it to end. */
export type Run = { isStopped: boolean };

export const isInSteps = <Result extends object>(work: Result | InSteps<Result>): work is InSteps<Result> =>
  'next' in work && typeof work.next === 'function';

/**
 * Runs long work in slices. Between them the worker hears messages, such as a cancel; then the
 * work ends as canceled and what it had is dropped.
 */
export async function stepThrough<Result>(
  steps: InSteps<Result>,
  run: Run,
  onStep: (step: Step) => void,
): Promise<Result> {
  for (;;) {
    const slice = runSlice(steps);
    if ('result' in slice) return slice.result;
    onStep(slice.step);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (run.isStopped) throw STOPPED;
  }
}

const STOPPED: Trouble = { code: 'canceled', message: 'Stopped.' };

function runSlice<Result>(steps: InSteps<Result>): { result: Result } | { step: Step } {
  const end = performance.now() + SLICE_MILLISECONDS;
  for (;;) {
    const next = steps.next();
    if (next.done) return { result: next.value };
    if (performance.now() >= end) return { step: next.value };
  }
}
