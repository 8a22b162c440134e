/**
 * Long work in small steps: it says how far it is after each, so that whoever runs it
 * can show progress, listen for a cancel, or stop asking.
 */
export type Step = { readonly done: number; readonly total: number };
export type InSteps<Result> = Generator<Step, Result, undefined>;

/** Runs all steps at once. */
export function runThrough<Result>(steps: InSteps<Result>): Result {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
