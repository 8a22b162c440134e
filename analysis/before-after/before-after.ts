import normal from '@stdlib/stats-base-dists-normal';
import type { LeftOut } from '#data/schema/answer.ts';

/** Calls before and after. */
export type Pair = readonly [before: number, after: number];

export type BeforeAfterCounts = {
  readonly treated: Pair;
  readonly control: Pair; // a like place where nobody acted
  readonly displaced?: Pair; // the ring around the treated place
  readonly displacedControl?: Pair; // the ring around the control
  readonly daysBefore: number;
  readonly daysAfter: number;
};

export type BeforeAfter = {
  observed: number; // treated, after
  expected: number; // treated, after, had it gone as the control did
  local: number; // difference of the differences, in calls of the time after
  localError: number; // standard
  displacement: number;
  total: number; // local and displacement: the weighted displacement difference
  totalError: number;
  z: number;
  low: number; // of the total, at `level`
  high: number;
  verdict: 'too-early' | 'too-few' | 'no-clear-change' | 'fewer' | 'more';
};

export type BeforeAfterOptions = { readonly level: number; readonly minDays: number; readonly minCalls: number };

export type BeforeAfterReason = 'reversed-dates' | 'no-calls' | 'not-a-number';

export const BEFORE_AFTER_CONVENTION =
  'Weighted displacement difference (Wheeler and Ratcliffe 2018) with Poisson variances; the time before is scaled to the length of the time after.';
export const BEFORE_AFTER_CAVEAT =
  'It says that something changed against the control, not why; a control unlike the place is worse than none.';

type Found = { findings: BeforeAfter[]; leftOut: LeftOut<BeforeAfterReason>[]; options: BeforeAfterOptions };

/** Fills in the defaults. Throws a RangeError where the level cannot be used. */
export function fillOptions(chosen: Partial<BeforeAfterOptions>): BeforeAfterOptions {
  const options = { level: 0.95, minDays: 56, minCalls: 10, ...chosen };
  if (!(options.level > 0 && options.level < 1)) throw new RangeError('level lies between 0 and 1');
  return options;
}

/** One finding; "too early" with less than `minDays` on either side, "too few" with fewer than `minCalls` in the treated place. */
export function findBeforeAfter(counts: BeforeAfterCounts, chosen: Partial<BeforeAfterOptions> = {}): Found {
  const options = fillOptions(chosen);
  const { treated, control, displaced = [0, 0], displacedControl = [0, 0], daysBefore, daysAfter } = counts;
  const given = [...treated, ...control, ...displaced, ...displacedControl];
  const nothing = (reason: BeforeAfterReason): Found => ({
    findings: [],
    leftOut: [{ what: 'comparison', reason }],
    options,
  });
  if (!given.every((count) => Number.isFinite(count) && count >= 0)) return nothing('not-a-number');
  if (!(daysBefore > 0 && daysAfter > 0)) return nothing('reversed-dates');
  const scale = daysAfter / daysBefore;
  const varianceOf = (pairs: readonly Pair[]) =>
    pairs.reduce((sum, [before, after]) => sum + after + before * scale * scale, 0);
  const changeOf = ([before, after]: Pair) => after - before * scale;
  const variance = varianceOf([treated, control, displaced, displacedControl]);
  if (!(variance > 0)) return nothing('no-calls');
  const local = changeOf(treated) - changeOf(control);
  const displacement = changeOf(displaced) - changeOf(displacedControl);
  const [total, totalError] = [local + displacement, Math.sqrt(variance)];
  const reach = normal.quantile((1 + options.level) / 2, 0, 1) * totalError;
  const isEarly = Math.min(daysBefore, daysAfter) < options.minDays;
  const isFew = treated[0] + treated[1] < options.minCalls;
  const isClear = Math.abs(total) > reach;
  const change = !isClear ? 'no-clear-change' : total < 0 ? 'fewer' : 'more';
  const verdict = isEarly ? 'too-early' : isFew ? 'too-few' : change;
  const finding: BeforeAfter = {
    observed: treated[1],
    expected: Math.max(0, treated[0] * scale + changeOf(control)),
    local,
    localError: Math.sqrt(varianceOf([treated, control])),
    displacement,
    total,
    totalError,
    z: total / totalError,
    low: total - reach,
    high: total + reach,
    verdict,
  };
  return { findings: [finding], leftOut: [], options };
}
