import negativeBinomial from '@stdlib/stats-base-dists-negative-binomial';
import type { LagOptions, LagWeek } from './reporting-lag.ts';

type Nowcast = Omit<LagWeek, 'week'>;

/**
 * What a week will hold once all is here. With `observed` records, each here with chance `share`, those still missing
 * are negative binomial of size `observed + ½` (Jeffreys' start for a Poisson mean).
 */
export function nowcast(
  observed: number,
  share: number,
  { completeShare, nowcastShare, level }: Pick<LagOptions, 'completeShare' | 'nowcastShare' | 'level'>,
): Nowcast {
  if (share >= completeShare)
    return { observed, share, verdict: 'complete', expected: observed, low: observed, high: observed };
  const size = observed + 0.5;
  const tail = (1 - level) / 2;
  const chance = Math.max(share, 0.01); // below a hundredth no week is nowcast anyway
  return {
    observed,
    share,
    verdict: share >= nowcastShare ? 'nowcast' : 'left-out',
    expected: observed + (size * (1 - chance)) / chance,
    low: observed + negativeBinomial.quantile(tail, size, chance),
    high: observed + negativeBinomial.quantile(1 - tail, size, chance),
  };
}
