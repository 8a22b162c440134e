import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '#server/errors.ts';
import { writeWhole } from '#server/store/store-index.ts';

const SEED = 1902;

/**
 * Makes the demo city in `home`, once. Its mark is written last: a killed run starts over.
 * A home that holds something else is left alone.
 */
export async function prepareDemo(home: string, size: 'small' | 'large', say: (line: string) => void): Promise<void> {
  const mark = join(home, 'demo', 'made.json');
  const wanted = JSON.stringify({ size, seed: SEED });
  const made = existsSync(mark) ? await readFile(mark, 'utf8') : null;
  if (made === wanted) return;
  if (made !== null) throw new UsageError(`${home} holds another demo city (${made}); name a new folder with --home`);
  if (existsSync(join(home, 'store.json')) && !existsSync(join(home, 'demo'))) {
    throw new UsageError(`${home} holds records of its own; name a new folder for the demo with --home`);
  }
  say(`Making the demo city in ${home}; this happens once.`);
  const { makeDemoHome } = await import('./demo-home.ts');
  await makeDemoHome(home, { size, seed: SEED, onProgress: (progress) => say(toLine(progress)) });
  await writeWhole(mark, wanted);
}

const toLine = (progress: unknown): string => (typeof progress === 'string' ? progress : JSON.stringify(progress));
