import { unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';

const LOOK_EVERY = 200; // milliseconds; the file system may not tell of changes by itself, so we look

/**
 * Runs `cut` whenever the store index of a home was replaced, one run at a time, and again
 * when the index changed meanwhile. A run that fails is told to `onFailure`; the next change
 * tries again. Returns the way to stop.
 */
export function keepCut(home: string, cut: () => Promise<void>, onFailure: (cause: unknown) => void): () => void {
  const index = join(home, 'store.json');
  let running = false;
  let isDue = false;
  const run = async () => {
    isDue = true;
    if (running) return;
    running = true;
    while (isDue) {
      isDue = false;
      await cut().catch(onFailure);
    }
    running = false;
  };
  const onLook = (now: { mtimeMs: number; ino: number }, before: { mtimeMs: number; ino: number }) => {
    if (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino) void run();
  };
  watchFile(index, { interval: LOOK_EVERY, persistent: false }, onLook);
  return () => unwatchFile(index, onLook);
}
