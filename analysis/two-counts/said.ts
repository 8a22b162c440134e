import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { TwoCountsFinding } from './two-counts.ts';

/** What may be said of two counts in one word. `too-few`: no way to split so few calls could have shown a change. */
export type Said = 'more' | 'fewer' | 'no-clear-change' | 'too-few';

type Pair = Pick<TwoCountsFinding, 'now' | 'before' | 'p' | 'pExact' | 'pFewer'>;
type Exposures = { nowExposure: number; beforeExposure: number };

/**
 * What may be said of each of some comparisons at one level. A change is clear where the exact two-sided p, after
 * Benjamini-Hochberg over all of them, is at most 1 - level: for a single one, where the exact limits of the ratio do
 * not hold 1.
 */
export function sayChanges(pairs: readonly (Pair & Exposures)[], level: number): Said[] {
  const q = adjustForLooks(pairs.map(twoSided));
  return pairs.map((pair, i) => {
    if (!couldTell(pair, level)) return 'too-few';
    if ((q[i] ?? 1) > 1 - level) return 'no-clear-change';
    return pair.now * pair.beforeExposure > pair.before * pair.nowExposure ? 'more' : 'fewer';
  });
}

/** The smaller side, the equal case counted whole, doubled. */
const twoSided = ({ p, pExact, pFewer }: Pair): number => Math.min(1, 2 * Math.min(pExact, pFewer + pExact - p));

function couldTell({ now, before, nowExposure, beforeExposure }: Pair & Exposures, level: number): boolean {
  const share = nowExposure / (nowExposure + beforeExposure);
  return Math.min(share, 1 - share) ** (now + before) <= (1 - level) / 2;
}
