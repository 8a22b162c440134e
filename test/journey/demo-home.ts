import { execFileSync } from 'node:child_process';
import { inject } from 'vitest';
import { homeFolder } from '#test/fixture/home-folder.ts';

/** A copy of the demo city for one test file to change and to remove, with its owners: its database is not root's. */
export async function demoHome(name: string): Promise<string> {
  const home = await homeFolder(name);
  execFileSync('cp', ['-a', `${inject('demoCity')}/.`, home]);
  return home;
}
