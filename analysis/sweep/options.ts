export type SweepOptions = {
  readonly falseAlarmsAWeek: number; // the budget of the three kinds together, a third each: watch
  readonly unusualQ: number; // share of false finds among those called unusual
  readonly minCalls: number; // of a string, and of an address in the judged week
  readonly minCellCalls: number; // around an emerging cell, in its last step
  readonly level: number; // of the usual range
  readonly pastWeeks: number; // that an address and a cell are compared with, at most
  readonly leastWeeks: number; // of past, below which neither is judged
  readonly stepWeeks: number; // of an emerging cell
  readonly stringWeeks: number; // that strings are looked for in, the judged one included
  readonly linkMeters: number; // as the crow flies, between two calls of a string
  readonly linkDays: number;
  readonly shuffles: number;
  readonly seed: number;
};

export const SWEEP_DEFAULTS: SweepOptions = {
  falseAlarmsAWeek: 1,
  unusualQ: 0.05,
  minCalls: 3,
  minCellCalls: 6,
  level: 0.95,
  pastWeeks: 52,
  leastWeeks: 40,
  stepWeeks: 4,
  stringWeeks: 13,
  linkMeters: 150,
  linkDays: 7,
  shuffles: 999,
  seed: 1,
};

/** Fills in the defaults. Throws a RangeError that names the option where one cannot be used. */
export function fillOptions(chosen: Partial<SweepOptions>): SweepOptions {
  const options = { ...SWEEP_DEFAULTS, ...chosen };
  for (const name of ['unusualQ', 'level'] as const)
    if (!(options[name] > 0 && options[name] < 1))
      throw new RangeError(`${name} lies between 0 and 1, not ${options[name]}`);
  for (const name of ['falseAlarmsAWeek', 'linkMeters'] as const)
    if (!(options[name] > 0 && Number.isFinite(options[name])))
      throw new RangeError(`${name} lies above 0, not ${options[name]}`);
  for (const name of WHOLE)
    if (!Number.isInteger(options[name]) || options[name] < 1)
      throw new RangeError(`${name} is a whole number of at least 1, not ${options[name]}`);
  return options;
}

const WHOLE = [
  'minCalls',
  'minCellCalls',
  'pastWeeks',
  'leastWeeks',
  'stepWeeks',
  'stringWeeks',
  'linkDays',
  'shuffles',
] as const;
