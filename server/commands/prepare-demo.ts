import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '#server/errors.ts';

/**
 * Makes the demo city in `home`, unless it is there, and gives the local time at which its story stands.
 * A home that holds records of its own is left alone.
 */
export async function prepareDemo(home: string, size: 'small' | 'large', say: (line: string) => void): Promise<string> {
  if (existsSync(join(home, 'store.json')) && !existsSync(join(home, 'demo'))) {
    throw new UsageError(`${home} holds records of its own; name a new folder for the demo with --home`);
  }
  const { makeDemoHome } = await import('./demo-home.ts'); // with the generator, which no other command needs
  await makeDemoHome(home, { size, onProgress: say });
  const { DEMO_NOW } = await import('#data/demo/city.ts');
  return DEMO_NOW;
}
