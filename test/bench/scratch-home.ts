import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty data home for one benchmark. */
export async function scratchHome(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'commonbeat-bench-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
