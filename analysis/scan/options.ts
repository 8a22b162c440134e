export type ScanOptions = {
  readonly model: 'permutation' | 'poisson'; // poisson needs the residents of every place
  readonly maxShare: number; // of the calls (permutation) or residents (poisson) a circle may hold, at most 0.5
  readonly maxWeeks: number | null; // longest cluster; null: half of the weeks
  readonly maxRadiusKm: number | null; // null: only the share limits a circle
  readonly minCalls: number; // a cluster needs
  readonly replications: number; // Monte Carlo
  readonly seed: number;
  readonly mostClusters: number; // listed
};

const DEFAULTS: ScanOptions = {
  model: 'permutation',
  maxShare: 0.1,
  maxWeeks: null,
  maxRadiusKm: null,
  minCalls: 2,
  replications: 999,
  seed: 1,
  mostClusters: 10,
};

/** Fills in the defaults. Throws a RangeError that names the option where one cannot be used. */
export function fillOptions(chosen: Partial<ScanOptions>): ScanOptions {
  const options = { ...DEFAULTS, ...chosen };
  const { model, maxShare, maxWeeks, maxRadiusKm } = options;
  if (model !== 'permutation' && model !== 'poisson')
    throw new RangeError(`model is permutation or poisson, not ${model}`);
  if (!(maxShare > 0 && maxShare <= 0.5))
    throw new RangeError(`maxShare lies above 0 and at most at 0.5, not ${maxShare}`);
  if (maxRadiusKm !== null && !(maxRadiusKm > 0)) throw new RangeError(`maxRadiusKm lies above 0, not ${maxRadiusKm}`);
  if (maxWeeks !== null) refuseCount('maxWeeks', maxWeeks);
  for (const name of ['minCalls', 'replications', 'mostClusters'] as const) refuseCount(name, options[name]);
  return options;
}

function refuseCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`${name} is a whole number above 0, not ${value}`);
}
