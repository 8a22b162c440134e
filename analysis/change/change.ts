/** Counts before and after somebody acted, with those of a like place where nobody did. */
export type Measure = {
  readonly beforeWeeks: number;
  readonly before: number;
  readonly afterWeeks: number;
  readonly after: number;
  readonly compareBefore: number | null;
  readonly compareAfter: number | null;
};

export type Change = {
  readonly verdict: 'too-early' | 'no-clear-change' | 'fewer' | 'more';
  readonly observed: number;
  readonly expected: number; // after, had it gone as before and as the comparison did
  readonly low: number; // of the usual range about `expected`
  readonly high: number;
  readonly difference: number;
  readonly standardError: number;
};

const LEAST_WEEKS = 8;
const LEAST_COUNT = 10; // before and after together: fewer carry no verdict
const Z = 1.96;

/**
 * Whether a count changed after somebody acted, against a comparison area: the difference of the two
 * differences, with the variance of Poisson counts. Says "too early" and "no clear change" before it says more.
 */
export function judgeChange(measure: Measure): Change {
  const { beforeWeeks, before, afterWeeks, after } = measure;
  const scale = beforeWeeks > 0 ? afterWeeks / beforeWeeks : 0;
  const compared = measure.compareBefore !== null && measure.compareAfter !== null;
  const compareBefore = compared ? (measure.compareBefore ?? 0) : 0;
  const compareAfter = compared ? (measure.compareAfter ?? 0) : 0;
  const expected = Math.max(0, before * scale + (compareAfter - compareBefore * scale));
  const difference = after - before * scale - (compareAfter - compareBefore * scale);
  const standardError = Math.sqrt(after + compareAfter + (before + compareBefore) * scale * scale);
  const reach = Z * standardError;
  const range = { low: Math.max(0, expected - reach), high: expected + reach };
  const figures = { observed: after, expected, ...range, difference, standardError };
  if (afterWeeks < LEAST_WEEKS || beforeWeeks < LEAST_WEEKS || before + after < LEAST_COUNT)
    return { verdict: 'too-early', ...figures };
  if (Math.abs(difference) < reach) return { verdict: 'no-clear-change', ...figures };
  return { verdict: difference < 0 ? 'fewer' : 'more', ...figures };
}
