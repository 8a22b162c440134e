/** Every setting of the method, all printed in its answer. */
export type SpikeOptions = {
  readonly unusualQ: number; // q below it: unusual
  readonly watchQ: number; // q below it: watch
  readonly falseAlarmsAWeek: number; // or p times the number of looks at or below it: watch
  readonly level: number; // of the usual range: 0.95 means 1 week in 40 above it by chance
  readonly minExcess: number; // calls above the expected before anything but "usual" is said
  readonly shortWeeks: number; // weeks of past needed, and compared with when history is short
  readonly recentWeeks: number;
  readonly seasonWeeks: number; // either side of the same week in former years
  readonly years: number; // former years used at most
};

export const SPIKE_DEFAULTS: SpikeOptions = {
  unusualQ: 0.05,
  watchQ: 0.2,
  falseAlarmsAWeek: 1,
  level: 0.95,
  minExcess: 3,
  shortWeeks: 8,
  recentWeeks: 10,
  seasonWeeks: 3,
  years: 5,
};
