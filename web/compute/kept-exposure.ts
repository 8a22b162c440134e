import { toDayNumber } from '#analysis/shared/days.ts';
import { hoursOfExposure } from '#analysis/shared/exposure.ts';
import type { Window } from '#data/schema/answer.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { Loaded } from './loaded.ts';

/** Days of the window; where the filter keeps some hours of the week only, as many days as those hours make. */
export function exposureOf({ manifest }: Loaded, { weekdays, hours, hourOfWeek }: Filter, window: Window): number {
  if (weekdays.length + hours.length + hourOfWeek.length === 0)
    return toDayNumber(window.to) - toDayNumber(window.from) + 1;
  const passes = (chosen: readonly number[], value: number) => chosen.length === 0 || chosen.includes(value);
  const kept = hoursOfExposure(window, manifest.timeZone).filter(
    (_, cell) => passes(weekdays, Math.floor(cell / 24)) && passes(hours, cell % 24) && passes(hourOfWeek, cell),
  );
  return kept.reduce((sum, each) => sum + each, 0) / 24;
}
