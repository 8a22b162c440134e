import { expect, test } from 'vitest';
import type { InSteps, Step } from '#analysis/shared/steps.ts';
import { type Run, stepThrough } from '#web/compute/step-through.ts';

/** Work of `total` steps, each longer than a slice; it notes how far it came. */
function* slowWork(total: number, done: number[]): InSteps<string> {
  for (let step = 1; step <= total; step++) {
    const end = performance.now() + 45;
    while (performance.now() < end);
    done.push(step);
    yield { done: step, total };
  }
  return 'all done';
}

test('long work tells its steps and gives its result', async () => {
  const told: Step[] = [];
  const result = await stepThrough(slowWork(3, []), { isStopped: false }, (step) => told.push(step));
  expect(result).toBe('all done');
  expect(told).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
});

test('a stop is heard between two slices, and the rest is not worked out', async () => {
  const run: Run = { isStopped: false };
  const done: number[] = [];
  const working = stepThrough(slowWork(50, done), run, () => {});
  setTimeout(() => {
    run.isStopped = true;
  }, 0);
  await expect(working).rejects.toMatchObject({ code: 'canceled' });
  expect(done.length).toBeLessThan(5);
});
