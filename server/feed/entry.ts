import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';

/** By what an entry of a folder is known again. */
export type Stamp = { readonly sizeBytes: number; readonly changedMs: number };

/** What is no file is told once, whatever happens behind it: it has no size and no time of its own. */
export const stampOf = (entry: Stats): Stamp =>
  entry.isFile() ? { sizeBytes: entry.size, changedMs: entry.mtimeMs } : { sizeBytes: 0, changedMs: 0 };

/** An entry itself, not what a link leads to, which may lie anywhere on the machine; null where there is none. */
export const entryAt = (folder: string, file: string): Promise<Stats | null> =>
  lstat(join(folder, file)).catch(() => null);

/** Why an entry is not read; null where it is a file. */
export function whyNoFile(entry: Stats): string | null {
  if (entry.isFile()) return null;
  if (entry.isSymbolicLink()) return 'this is a link, not a file: put the file itself into the folder';
  if (entry.isDirectory()) return 'this is a folder, not a file: put the files that are in it into the watched folder';
  return 'this is a pipe or a device, not a file: have the calls written into a file';
}
