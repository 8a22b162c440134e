import { proxy, wrap } from 'comlink';
import type { Compute } from './compute.ts';
import type { Door, Trouble } from './door.ts';
import { createEachItsTurn, createLatestWins } from './latest-wins.ts';
import { SIGNED_OUT, toTrouble } from './to-trouble.ts';

/** Starts the compute worker. `terminate` ends it and its memory at once. */
export function openDoor(): Door & { terminate(): void } {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  // Comlink makes every method a message; its own types forget that a method answers by its question.
  const compute = wrap<Compute>(worker) as unknown as Compute;
  const quick = createLatestWins();
  const long = createEachItsTurn((slot) => void compute.stop(slot).catch(() => {}));
  const crash = watchCrash(worker);
  const orTrouble = <T>(answer: Promise<T>): Promise<T> =>
    Promise.race([answer, crash]).catch((failure: unknown) => {
      throw toTrouble(failure);
    });

  return {
    open: (onProgress, manifest) => orTrouble(compute.open(proxy(onProgress), manifest)),
    // Long work goes in slices and the worker answers others between them, so the views never wait for it, nor one
    // long work for that of another slot.
    ask: (question, slot, onStep) => {
      (onStep ? quick : long).cancel(slot);
      if (onStep) return long.ask(slot, () => orTrouble(compute.ask(question, proxy(onStep), slot)));
      return quick.ask(slot, () => orTrouble(compute.ask(question)));
    },
    sql: (text, atMost) => orTrouble(compute.sql(text, atMost)),
    cancel: async (slot) => {
      if (slot === 'sql') return orTrouble(compute.cancelSql());
      quick.cancel(slot);
      long.cancel(slot);
    },
    recordsOf: (filter) => orTrouble(compute.recordsOf(filter)),
    close: async () => {
      quick.cancelAll(SIGNED_OUT);
      long.cancelAll(SIGNED_OUT);
      await orTrouble(compute.close());
    },
    terminate: () => {
      quick.cancelAll(SIGNED_OUT);
      long.cancelAll(SIGNED_OUT);
      worker.terminate();
    },
  };
}

/** A worker that could not start or ran out of memory answers nothing: every question must hear of it. */
function watchCrash(worker: Worker): Promise<never> {
  const crash = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      const reason = event.message || 'it could not be loaded, or ran out of memory';
      const trouble: Trouble = { code: 'broken', message: `The counting stopped: ${reason}. Load the page again.` };
      reject(trouble);
    });
  });
  crash.catch(() => {}); // heard by whoever asks; alone it is no unhandled rejection
  return crash;
}
