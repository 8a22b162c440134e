import { setTimeout as sleep } from 'node:timers/promises';
import type { Embedded } from './embedded-postgres.ts';

const LOOK_MS = 500;
const AGAIN_MS = 5_000; // what keeps it from starting, a full disk, seldom passes sooner

/**
 * Starts a database of our own again whenever it has died, until told to stop. It is looked for here, not by those whose
 * questions fail: most of them ask who is signed in, and get no further.
 */
export function keepRunning(database: Embedded, say: (line: string) => void = () => undefined): () => Promise<void> {
  const stop = new AbortController();
  const { signal } = stop;
  const watch = async () => {
    let trouble = '';
    while (!signal.aborted) {
      const found = (await database.isRunning()) ? '' : await revive(database);
      if (found !== '' && trouble === '') say(`The database of records does not start: ${found}`);
      trouble = found;
      await sleep(found === '' ? LOOK_MS : AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const watching = watch();
  return async () => {
    stop.abort();
    await watching;
  };
}

/** Why it does not start; empty where it does. */
async function revive(database: Embedded): Promise<string> {
  try {
    await database.revive();
    return '';
  } catch (cause) {
    if (await database.isRunning()) return ''; // another process that uses it was quicker
    return cause instanceof Error ? cause.message : String(cause);
  }
}
