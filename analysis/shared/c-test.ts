import binomial from '@stdlib/stats-base-dists-binomial';

/**
 * The C-test: of `count + past` calls, each falls in the judged week with chance
 * 1 / (1 + pastWeeks) if nothing has changed. One-sided mid-p that the week holds
 * more. Exact for Poisson counts and right for unequal lengths of time; calls that
 * come in bunches make it too eager.
 *
 * Przyborowski J, Wilenski H (1940), Biometrika 31, 313-323.
 */
export function cTestUpper(count: number, past: number, pastWeeks: number): number {
  const total = count + past;
  const chance = 1 / (1 + pastWeeks);
  const here = binomial.pmf(count, total, chance);
  if (count <= total * chance) return 1 - binomial.cdf(count, total, chance) + here / 2;
  let term = here;
  let sum = here / 2;
  for (let next = count + 1; next <= total && term > 1e-15 * sum; next++) {
    term *= ((total - next + 1) / next) * (chance / (1 - chance));
    sum += term;
  }
  return sum;
}

/** The same for a week that holds fewer. */
export function cTestLower(count: number, past: number, pastWeeks: number): number {
  const total = count + past;
  const chance = 1 / (1 + pastWeeks);
  return binomial.cdf(count, total, chance) - binomial.pmf(count, total, chance) / 2;
}

/** The counts that the test would not find unusual: mid-p of `tail` or more on both sides. */
export function cTestRange(past: number, pastWeeks: number, tail: number): { low: number; high: number } {
  const expected = Math.floor(past / pastWeeks);
  const high = lastWhere(expected, (count) => cTestUpper(count, past, pastWeeks) >= tail);
  const below = lastWhere(0, (steps) => steps <= expected && cTestLower(expected - steps, past, pastWeeks) >= tail);
  return { low: expected - below, high };
}

/** The largest number for which `holds`, which is true of `start` and false from some number on. */
function lastWhere(start: number, holds: (n: number) => boolean): number {
  let step = 1;
  while (holds(start + step)) step *= 2;
  let [yes, no] = [start + Math.floor(step / 2), start + step];
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
