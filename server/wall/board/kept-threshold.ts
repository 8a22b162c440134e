import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BUDGET_DEFAULTS } from '#analysis/spike/budget.ts';
import { writeWhole } from '#server/store/store-index.ts';

const Kept = z.object({
  settings: z.string(), // of the method, and the layer: other settings, other thresholds
  calls: z.string(), // that it was learned from
  watchP: z.number().nonnegative().nullable(), // null: their past is too short
});
type Kept = z.infer<typeof Kept>;

const pathOf = (home: string) => join(home, 'wall', 'threshold.json');
const settingsOf = (layer: string) => JSON.stringify({ ...BUDGET_DEFAULTS, layer });

/** The threshold that these settings had last, of whatever calls; null where there was none. */
export async function keptThreshold(home: string, layer: string): Promise<Omit<Kept, 'settings'> | null> {
  try {
    const { settings, ...kept } = Kept.parse(JSON.parse(await readFile(pathOf(home), 'utf8')));
    return settings === settingsOf(layer) ? kept : null;
  } catch {
    return null; // nothing kept yet, or another version's words
  }
}

/** Kept in the home, so that a restart and the next delivery begin with it. */
export const keepThreshold = (home: string, layer: string, kept: Omit<Kept, 'settings'>): Promise<void> =>
  writeWhole(pathOf(home), JSON.stringify({ settings: settingsOf(layer), ...kept }));
