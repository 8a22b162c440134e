import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { writeWhole } from '#server/store/store-index.ts';

export type Sheet = {
  readonly handOutId: string;
  readonly hash: string; // of the facts
  readonly language: HandOutLanguage;
  readonly paper: PaperSize;
};

/** Prints a released page and looks through the file before it is given. */
export type PrintSheet = (sheet: Sheet) => Promise<Uint8Array>;
export type KeptPapers = (sheet: Sheet) => Promise<Uint8Array>;

/** More files are being printed than a server should do at once. */
export class TooManyAtOnce extends Error {
  override name = 'TooManyAtOnce';
}

const MOST_AT_ONCE = 6; // files that wait for the one browser that prints
const MOST_KEPT = 600; // files, of about 150 kB

/**
 * The PDF of each released page, printed once and kept on disk: a crowd after a meeting starts one browser, not a hundred.
 * What was printed by an older `edition` of the program is printed anew.
 */
export function keptPapers(home: string, edition: string, print: PrintSheet): KeptPapers {
  const folder = join(home, 'papers');
  const inWork = new Map<string, Promise<Uint8Array>>();
  const printAndKeep = async (sheet: Sheet, path: string) => {
    const bytes = await print(sheet);
    await mkdir(folder, { recursive: true });
    await writeWhole(path, bytes);
    await forgetOldest(folder);
    return bytes;
  };
  return async (sheet) => {
    const path = join(folder, `${nameOf(sheet, edition)}.pdf`);
    const kept = await readFile(path).catch(() => null);
    if (kept !== null) return kept;
    const already = inWork.get(path);
    if (already !== undefined) return already;
    if (inWork.size >= MOST_AT_ONCE) throw new TooManyAtOnce('Too many pages are being printed just now.');
    const working = printAndKeep(sheet, path).finally(() => inWork.delete(path));
    inWork.set(path, working);
    return working;
  };
}

const nameOf = ({ handOutId, hash, language, paper }: Sheet, edition: string): string =>
  createHash('sha256').update([handOutId, hash, language, paper, edition].join(' ')).digest('hex').slice(0, 32);

async function forgetOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.pdf'));
  if (names.length <= MOST_KEPT) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  dated.sort((a, b) => a.at - b.at);
  for (const { path } of dated.slice(0, names.length - MOST_KEPT)) await rm(path, { force: true });
}
