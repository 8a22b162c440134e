import { z } from 'zod';
import { BUDGET_DEFAULTS, type Budget } from '#analysis/spike/budget.ts';

const KEPT_AS = 'commonbeat.thresholds';

const Realized = z.object({ weeks: z.number(), alarms: z.number(), alarmsAWeek: z.number() });
const KeptBudget: z.ZodType<Budget> = z.object({
  falseAlarmsAWeek: z.number(),
  watchP: z.number(),
  nominalP: z.number(),
  calibrationWeeks: z.number(),
  mostAWeek: z.number(),
  realized: Realized.nullable(),
  realizedNominal: Realized.nullable(),
});

/** What became of a budget over the own past; null: too few weeks to learn a threshold from. */
export type Threshold = { budget: Budget | null };
export type ThresholdOf = { layer: string; origin: string; falseAlarmsAWeek: number };

const Kept = z.object({
  manifest: z.string(),
  settings: z.string(), // of the method: other settings, other thresholds
  thresholds: z.record(z.string(), z.object({ budget: KeptBudget.nullable() })),
});
type Kept = z.infer<typeof Kept>;

/**
 * The threshold this browser worked out before from the same calls. It names no place: six numbers about all series
 * together, so it may stay when the session ends.
 */
export const keptThreshold = (manifest: string, of: ThresholdOf): Threshold | null =>
  readKept(manifest).thresholds[keyOf(of)] ?? null;

/** Keeps a threshold for as long as the calls stay the same; new calls make all former ones useless. */
export function keepThreshold(manifest: string, of: ThresholdOf, threshold: Threshold): void {
  const { thresholds, ...rest } = readKept(manifest);
  const kept: Kept = { ...rest, thresholds: { ...thresholds, [keyOf(of)]: threshold } };
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(kept));
  } catch {
    // A full or closed storage costs the next session the work again, and nothing else.
  }
}

const SETTINGS = JSON.stringify(BUDGET_DEFAULTS);
const keyOf = ({ layer, origin, falseAlarmsAWeek }: ThresholdOf) => `${layer} ${origin} ${falseAlarmsAWeek}`;

function readKept(manifest: string): Kept {
  const none = { manifest, settings: SETTINGS, thresholds: {} };
  try {
    const kept = Kept.parse(JSON.parse(localStorage.getItem(KEPT_AS) ?? ''));
    return kept.manifest === manifest && kept.settings === SETTINGS ? kept : none;
  } catch {
    return none; // nothing kept yet, or another version's words
  }
}
