export type EvidenceOptions = {
  readonly recentDays: number; // the window that is judged, up to the last day
  readonly baselineDays: number; // the days before it; fewer where the data begin later
  readonly aroundDays: number; // before and after each concern
  readonly sameDays: number; // a call this near to a concern, in days, may be the same trouble told twice
  readonly upQ: number; // below: up
  readonly level: number; // of the usual ranges
};

export const EVIDENCE_DEFAULTS: EvidenceOptions = {
  recentDays: 28,
  baselineDays: 182,
  aroundDays: 28,
  sameDays: 1,
  upQ: 0.05,
  level: 0.95,
};

const LENGTHS = ['recentDays', 'baselineDays', 'aroundDays'] as const;

/** Defaults filled in. Throws for options that mean nothing. */
export function fillOptions(chosen: Partial<EvidenceOptions>): EvidenceOptions {
  const options = { ...EVIDENCE_DEFAULTS, ...chosen };
  for (const name of LENGTHS) {
    if (!(Number.isInteger(options[name]) && options[name] > 0))
      throw new RangeError(`${name} must be a whole number above 0, not ${options[name]}`);
  }
  if (!(Number.isInteger(options.sameDays) && options.sameDays >= 0))
    throw new RangeError(`sameDays must be a whole number from 0 up, not ${options.sameDays}`);
  for (const name of ['upQ', 'level'] as const) {
    if (!(options[name] > 0 && options[name] < 1))
      throw new RangeError(`${name} must lie between 0 and 1, not ${options[name]}`);
  }
  return options;
}
