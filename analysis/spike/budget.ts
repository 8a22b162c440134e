import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { WeeklySeries } from './look.ts';
import { SPIKE_DEFAULTS, type SpikeOptions } from './options.ts';
import { type ReplayedWeek, replayInSteps } from './replay.ts';

export type BudgetOptions = SpikeOptions & {
  readonly calibrationWeeks: number; // former weeks from which a threshold is taken
  readonly heldOutWeeks: number; // the newest of them, on which it is tried
};

export const BUDGET_DEFAULTS: BudgetOptions = { ...SPIKE_DEFAULTS, calibrationWeeks: 104, heldOutWeeks: 52 };

export type BudgetReason = 'short-history'; // too few former weeks to learn a threshold from

export type Budget = {
  falseAlarmsAWeek: number; // as wanted
  watchP: number; // the threshold to use this week
  nominalP: number; // what it would be if the method's own p were right
  calibrationWeeks: number; // weeks it was taken from
  mostAWeek: number; // series a week that left their usual range by enough: a larger budget cannot be spent
  realized: Realized | null; // null: too few weeks to try it on
  realizedNominal: Realized | null; // the same weeks with `nominalP`
};

/** What the budget brought in weeks that took no part in their own threshold. */
export type Realized = { weeks: number; alarms: number; alarmsAWeek: number };

export const BUDGET_CONVENTION =
  'The threshold is the p that, in the former weeks judged again, would have rung as often as the budget allows; each held-out week is tried with the threshold of the weeks before it.';
export const BUDGET_CAVEAT =
  'Counts every alarm of the past as false, though some were real: the budget is one of alarms, and in a calm year true ones get a little less than their share.';

const FEWEST_WEEKS = 13; // to take a threshold from

/** The threshold that keeps a budget of false alarms over all series together, and how it would have done. */
export const calibrateBudget = (series: readonly WeeklySeries[], chosen: Partial<BudgetOptions> = {}) =>
  runThrough(calibrateBudgetInSteps(series, chosen));

/** The same with a step for each former week. */
export function* calibrateBudgetInSteps(
  series: readonly WeeklySeries[],
  chosen: Partial<BudgetOptions> = {},
): InSteps<ReturnType<typeof budgetFrom>> {
  const options: BudgetOptions = { ...BUDGET_DEFAULTS, ...chosen };
  const replayed = yield* replayInSteps(series, options.calibrationWeeks + options.heldOutWeeks, options);
  return budgetFrom(replayed, options);
}

/** The same from weeks judged again already: these do not depend on the budget. */
export function budgetFrom(replayed: readonly ReplayedWeek[], chosen: Partial<BudgetOptions> = {}) {
  const options: BudgetOptions = { ...BUDGET_DEFAULTS, ...chosen };
  const { calibrationWeeks, falseAlarmsAWeek } = options;
  const leftOut: LeftOut<BudgetReason>[] = [];
  const findings: Budget[] = [];
  const newest = replayed.slice(-calibrationWeeks);
  if (newest.length < FEWEST_WEEKS) {
    leftOut.push({ what: 'the threshold', reason: 'short-history' });
    return { findings, leftOut, options };
  }
  const nominalP = falseAlarmsAWeek / Math.max(1, meanLooks(newest));
  findings.push({
    falseAlarmsAWeek,
    watchP: thresholdFrom(newest, falseAlarmsAWeek),
    nominalP,
    calibrationWeeks: newest.length,
    mostAWeek: newest.reduce((sum, { p }) => sum + p.length, 0) / newest.length,
    realized: realize(replayed, options, (before) => thresholdFrom(before, falseAlarmsAWeek)),
    realizedNominal: realize(replayed, options, () => nominalP),
  });
  return { findings, leftOut, options };
}

/**
 * The p at or below which these weeks rang `aWeek` times a week: halfway, by ratio, between the last alarm within the
 * budget and the first beyond it. A budget of less than one alarm in all is taken as a part of the rarest.
 */
export function thresholdFrom(weeks: readonly ReplayedWeek[], aWeek: number): number {
  const all = weeks.flatMap(({ p }) => p).sort((a, b) => a - b);
  const allowed = aWeek * weeks.length;
  const within = Math.floor(allowed);
  const nominal = aWeek / Math.max(1, meanLooks(weeks));
  const rarest = all[0];
  if (rarest === undefined) return nominal;
  if (within === 0) return Math.min(nominal, rarest * allowed);
  const last = all[within - 1];
  const next = all[within];
  // Fewer weeks ever left their usual range than the budget allows for.
  if (last === undefined || next === undefined) return Math.max(all.at(-1) ?? 0, nominal);
  return Math.sqrt(last * next);
}

/** Each of the newest weeks under the threshold of the weeks before it, as it would have been on its Monday. */
export function realize(
  replayed: readonly ReplayedWeek[],
  { calibrationWeeks, heldOutWeeks }: Pick<BudgetOptions, 'calibrationWeeks' | 'heldOutWeeks'>,
  thresholdOf: (before: readonly ReplayedWeek[]) => number,
): Realized | null {
  const first = Math.max(FEWEST_WEEKS, replayed.length - heldOutWeeks);
  const weeks = replayed.length - first;
  if (weeks <= 0) return null;
  let alarms = 0;
  for (let at = first; at < replayed.length; at++) {
    const threshold = thresholdOf(replayed.slice(Math.max(0, at - calibrationWeeks), at));
    alarms += replayed[at]?.p.filter((p) => p <= threshold).length ?? 0;
  }
  return { weeks, alarms, alarmsAWeek: alarms / weeks };
}

const meanLooks = (weeks: readonly ReplayedWeek[]): number =>
  weeks.reduce((sum, { looks }) => sum + looks, 0) / Math.max(1, weeks.length);
