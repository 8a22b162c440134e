import { FARRINGTON_DEFAULTS } from './farrington/options.ts';
import type { SpikeOptions } from './options.ts';
import { type Prediction, predictWeek } from './predict-week.ts';

/** Calls per whole week, oldest first; the last week is judged. Weeks without calls are 0. */
export type WeeklySeries = {
  readonly areaId: string;
  readonly category: string;
  readonly counts: ArrayLike<number>;
};

export type SpikeReason =
  | 'short-history' // fewer weeks of past than the method needs
  | 'no-past-calls' // no call at all, in the judged week or before
  | 'too-few-calls'; // not even all of them in the judged week would leave the usual range; Farrington: under 5 in 4 weeks

/** One series judged for its last week, before the number of looks is known. */
export type Look = {
  areaId: string;
  category: string;
  observed: number;
  expected: number;
  low: number; // usual range, whole calls
  high: number;
  p: number; // one-sided, upper, mid-p
  direction: 'above' | 'below' | 'within'; // of the usual range
  method: Prediction['method'];
  weeksOfHistory: number;
};

type Looked = Look | SpikeReason | 'quiet';

/** `quiet`: by Farrington's rule of 5 calls in 4 weeks; it was looked at, but is not judged. */
export function lookAt({ areaId, category, counts }: WeeklySeries, options: SpikeOptions): Looked {
  const past = Array.from(counts);
  const observed = past.pop();
  return observed === undefined ? 'short-history' : judgeAfter(past, options)({ areaId, category, observed });
}

/** A judge of whatever is observed after these weeks: what they foretell is worked out once. */
export function judgeAfter(past: readonly number[], options: SpikeOptions) {
  const prediction = predictWeek(past, options);
  const wasSilent = past.every((count) => count === 0);
  return ({ areaId, category, observed }: Pick<Look, 'areaId' | 'category' | 'observed'>): Looked => {
    if (prediction === null) return 'short-history';
    if (observed === 0 && wasSilent) return 'no-past-calls';
    if (!canStandOut(observed, prediction, options)) return 'too-few-calls';
    if (isQuiet(observed, past, prediction)) return 'quiet';
    const { expected, low, high, method } = prediction;
    return {
      areaId,
      category,
      observed,
      expected,
      low,
      high,
      p: prediction.upperP(observed),
      direction: observed > high ? 'above' : observed < low ? 'below' : 'within',
      method,
      weeksOfHistory: past.length,
    };
  };
}

// Given the total, the least p that the exact test can reach is half of (1 / (1 + weeks)) ^ total.
// Leaving out what cannot reach the level does not bias the rest: Tarone RE (1990), Biometrics 46, 515-522.
function canStandOut(observed: number, { pastCalls, pastWeeks, method }: Prediction, { level }: SpikeOptions): boolean {
  return method !== 'c-test' || 0.5 * (1 / (1 + pastWeeks)) ** (observed + pastCalls) <= (1 - level) / 2;
}

/** Farrington's rule of 5 calls in 4 weeks, the judged one included. */
function isQuiet(observed: number, past: readonly number[], { method }: Prediction): boolean {
  const [cases, weeks] = FARRINGTON_DEFAULTS.limit54;
  const recent = past.slice(1 - weeks).reduce((sum, count) => sum + count, observed);
  return method === 'farrington' && recent < cases;
}

/** Only such a week can be an alarm: above its usual range, and by enough calls to speak of. */
export const isNotable = ({ direction, observed, expected }: Look, { minExcess }: SpikeOptions): boolean =>
  direction === 'above' && observed - expected >= minExcess;
