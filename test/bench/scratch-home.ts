import { rm } from 'node:fs/promises';
import { homeFolder } from '#test/fixture/home-folder.ts';

/** An empty data home for one benchmark. */
export async function scratchHome(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await homeFolder('bench');
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
