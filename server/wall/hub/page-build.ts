import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names the built page: it names its scripts, whose names carry the hash of what is in them. */
export async function pageBuild(dist: string): Promise<string> {
  const page = await readFile(join(dist, 'index.html')).catch(() => Buffer.from('not built'));
  return createHash('sha256').update(page).digest('hex').slice(0, 16);
}
