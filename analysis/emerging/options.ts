export type EmergingOptions = {
  readonly cellMeters: number;
  readonly stepDays: number; // length of a step
  readonly minSteps: number; // fewer are not judged
  readonly significantQ: number; // of a cell in its step
  readonly trendP: number; // of the rise or fall of a cell's Gi*
};

const DEFAULTS: EmergingOptions = { cellMeters: 400, stepDays: 28, minSteps: 10, significantQ: 0.05, trendP: 0.05 };

/** Fills in the defaults. Throws a RangeError that names the option where one cannot be used. */
export function fillOptions(chosen: Partial<EmergingOptions>): EmergingOptions {
  const options = { ...DEFAULTS, ...chosen };
  const { cellMeters, stepDays, minSteps } = options;
  if (!(cellMeters > 0)) throw new RangeError(`cellMeters lies above 0, not ${cellMeters}`);
  if (!Number.isInteger(stepDays) || stepDays < 1)
    throw new RangeError(`stepDays is a whole number above 0, not ${stepDays}`);
  if (!(minSteps >= 3)) throw new RangeError(`minSteps is 3 or more, not ${minSteps}`);
  for (const name of ['significantQ', 'trendP'] as const) {
    if (!(options[name] > 0 && options[name] < 1)) throw new RangeError(`${name} lies between 0 and 1`);
  }
  return options;
}
