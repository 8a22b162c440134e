import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { CutYear, type StoredYear } from './cut-year.ts';
import { selectReleased } from './release-sql.ts';

/** What was cut from what: the same stored files under the same rules need no second cut. */
export type CutLedger = Record<string, CutYear>;

const CUTTER = 1; // raise it when the bytes of an extract change for a reason that its SQL does not show

const pathOf = (home: string) => join(home, 'extracts', 'cuts.json');

/** The ledger of a home; empty where there is none or where it cannot be read, for it only saves work. */
export async function readLedger(home: string): Promise<CutLedger> {
  if (!existsSync(pathOf(home))) return {};
  const text = await readFile(pathOf(home), 'utf8');
  try {
    return z.record(z.string(), CutYear).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

export const writeLedger = (home: string, ledger: CutLedger) =>
  writeWhole(pathOf(home), JSON.stringify(ledger, null, 1));

/** Names a cut by all that decides its bytes: the stored files, the rules of the level, the category tree. */
export function ledgerKey(level: ReleaseLevel, { year, files }: StoredYear): string {
  const decided = JSON.stringify([CUTTER, level, year, files, selectReleased(level, year), CATEGORIES]);
  return createHash('sha256').update(decided).digest('hex').slice(0, 32);
}

/** The earlier cut, if its file is still there. */
export function findCut(home: string, ledger: CutLedger, key: string): CutYear | undefined {
  const cut = ledger[key];
  return cut && existsSync(join(home, 'extracts', cut.file)) ? cut : undefined;
}
