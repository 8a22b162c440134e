/** Every setting of the method, all printed in its answer. */
export type SpikeOptions = {
  readonly unusualQ: number; // q below it: unusual
  readonly falseAlarmsAWeek: number; // the budget over all series together: watch
  readonly level: number; // of the usual range: 0.95 means 1 week in 40 above it by chance
  readonly minExcess: number; // calls above the expected before anything but "usual" is said
  readonly shortWeeks: number; // weeks of past needed, and compared with when history is short
  readonly recentWeeks: number;
  readonly seasonWeeks: number; // either side of the same week in former years
  readonly years: number; // former years used at most
  readonly farringtonYears: number; // of past, from which Farrington Flexible is used
  readonly watchP: number | null; // watch from this p down, as calibrated; null: falseAlarmsAWeek over the number of looks
};

export const SPIKE_DEFAULTS: SpikeOptions = {
  unusualQ: 0.05,
  falseAlarmsAWeek: 1,
  level: 0.95,
  minExcess: 3,
  shortWeeks: 8,
  recentWeeks: 10,
  seasonWeeks: 3,
  years: 5,
  farringtonYears: 3,
  watchP: null,
};
