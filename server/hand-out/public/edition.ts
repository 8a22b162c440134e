import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAKES_A_PAGE = /^(page\/|words\/|[^/]+$)/; // its looks, its words, and what is put together of them

/** Names what a printed page is made of besides its facts: of another edition it is printed anew. `folder` holds the code. */
export function editionOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && MAKES_A_PAGE.test(file),
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}
