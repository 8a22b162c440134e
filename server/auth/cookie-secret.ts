import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What signs the cookies of a home: made once, readable by its owner only. */
export async function cookieSecret(home: string): Promise<string> {
  const path = join(home, 'cookie-secret');
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept.length >= 32) return kept;
  const made = randomBytes(32).toString('base64url');
  await mkdir(home, { recursive: true });
  await writeFile(path, made, { mode: 0o600 });
  return made;
}
