/** Every setting, under the names of R's `surveillance::farringtonFlexible`, so that answers can be compared. */
export type FarringtonOptions = {
  readonly b: number; // former years looked back on
  readonly w: number; // weeks either side of the same week in each
  readonly noPeriods: number; // seasons that a year is cut into; 1: only the weeks around the same one are used
  readonly pastWeeksNotIncluded: number; // the newest weeks, so that a rise under way does not hide itself
  readonly reweight: boolean; // lowers the weight of former spikes
  readonly weightsThreshold: number; // Anscombe residuals above it count as such
  readonly trend: boolean;
  readonly pThresholdTrend: number; // a trend is kept if its p is below; 1: always
  readonly limit54: readonly [cases: number, weeks: number]; // fewer calls in so many weeks are not judged
  readonly thresholdMethod: 'nbPlugin' | 'muan' | 'delta';
  readonly alpha: number; // chance of a count above the limit
};

/** The improved settings of Noufaily et al. (2013). */
export const FARRINGTON_DEFAULTS: FarringtonOptions = {
  b: 5,
  w: 3,
  noPeriods: 10,
  pastWeeksNotIncluded: 26,
  reweight: true,
  weightsThreshold: 2.58,
  trend: true,
  pThresholdTrend: 1,
  limit54: [5, 4],
  thresholdMethod: 'nbPlugin',
  alpha: 0.005,
};

export const WEEKS_A_YEAR = 52; // as R counts them: five years back are 260 weeks

/** Weeks of past that `b` years ask for. */
export const weeksOfPast = ({ b, w }: Pick<FarringtonOptions, 'b' | 'w'>): number => WEEKS_A_YEAR * b + w;

/** As many of the wanted years as the past holds, and no more. */
export const yearsWithin = (past: number, { b, w }: Pick<FarringtonOptions, 'b' | 'w'>): number =>
  Math.min(b, Math.floor((past - w) / WEEKS_A_YEAR));
