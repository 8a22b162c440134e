import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { hoursOfExposure } from '#analysis/shared/exposure.ts';
import { isWholeWeek, wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { expectedBand } from '#analysis/spike/expected-band.ts';
import { FAILED } from '#analysis/tally/sieve.ts';
import { countAreas, type Tally, tallySieved } from '#analysis/tally/tally.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { LayerPlaces } from '#web/tables/layer-places.ts';
import { withMissingYears } from './caveat.ts';
import { countConcerns } from './concern-counts.ts';
import type { Explored, Question, Questions } from './door.ts';
import type { Loaded } from './loaded.ts';
import { toPlaceCounts } from './place-counts.ts';
import { toCode } from './to-code.ts';

const TOP_PLACES = 50;

/** The numbers of all linked views, counted together. */
export function explore(loaded: Loaded, question: Question<'explore'>): Questions['explore']['answer'] {
  const { filter, options } = question;
  const places = loaded.placesOf(filter.layer);
  const counted = tallySieved(loaded.calls.columns, places.calls, loaded.sieve(filter));
  const explored: Explored = {
    weeks: loaded.months.length > 0 ? [] : toWeeks(loaded, counted, options),
    months: toMonths(loaded, filter),
    hourOfWeek: Array.from(counted.hourOfWeek),
    hoursOfExposure: Array.from(hoursOfExposure(filter, loaded.manifest.timeZone)),
    withoutHour: counted.withoutHour,
    types: toTypes(loaded, counted),
    categories: toCategories(loaded, counted),
    places: toPlaceCounts(loaded.calls, counted.places, TOP_PLACES),
    areas: toAreas(loaded, counted, places),
    calls: counted.calls,
  };
  return {
    findings: [explored],
    leftOut: [],
    options,
    window: { from: filter.from, to: filter.to },
    records: counted.records,
    convention:
      'Each view is counted under every part of the filter but the one it shows itself. A call in several areas counts in each of them, and once in the total.',
    caveat: withMissingYears(
      loaded,
      'Counts say what was called in, not what happened: some places call more readily than others.',
    ),
    code: toCode(loaded, question),
  };
}

function toWeeks(loaded: Loaded, { weeks, firstWeek }: Tally, options: { expectedBand: boolean }): Explored['weeks'] {
  const { first, last } = wholeWeeks(loaded);
  const offset = (first - firstWeek) / 7;
  const run = weeks.subarray(Math.max(0, offset), Math.max(0, (last - firstWeek) / 7 + 1));
  const band = options.expectedBand ? expectedBand(run) : [];
  return Array.from(weeks, (count, at) => {
    const monday = firstWeek + 7 * at;
    const usual = band[at - offset];
    return {
      week: toLocalDate(monday),
      count,
      low: usual?.low ?? null,
      high: usual?.high ?? null,
      complete: isWholeWeek(monday, loaded),
    };
  });
}

/** Under every part of the filter but the dates, as the weeks are. */
function toMonths({ months, calls, sieve }: Loaded, filter: Filter): Explored['months'] {
  if (months.length === 0) return [];
  const failed = sieve(filter);
  const { day } = calls.columns;
  const ofDay = new Map<number, number>(); // such calls stand on the first of their month
  for (let row = 0; row < failed.length; row++) {
    if (((failed[row] ?? 0) & ~FAILED.date) !== 0) continue;
    const at = day[row] ?? 0;
    ofDay.set(at, (ofDay.get(at) ?? 0) + 1);
  }
  return months.map((month) => ({ month, count: ofDay.get(toDayNumber(month)) ?? 0 }));
}

function toTypes({ calls }: Loaded, { types }: Tally): Explored['types'] {
  return calls.types
    .map((code, at) => ({
      code,
      category: calls.categories[calls.categoryOfType[at] ?? 0] ?? '',
      count: types[at] ?? 0,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || compare(a.code, b.code));
}

function toCategories({ calls }: Loaded, { categories }: Tally): Explored['categories'] {
  return calls.categories
    .map((category, at) => ({ category, count: categories[at] ?? 0 }))
    .sort((a, b) => compare(a.category, b.category));
}

function toAreas({ concerns }: Loaded, { sets }: Tally, places: LayerPlaces): Explored['areas'] {
  const { areaIds, names } = places;
  const { onlyHere, inSeveral } = countAreas(sets, places.calls, areaIds.length);
  const ofConcerns = countConcerns(concerns, places);
  return [...areaIds.keys()]
    .sort((a, b) => compareNames(names[a] ?? '', names[b] ?? '') || compare(areaIds[a] ?? '', areaIds[b] ?? ''))
    .map((area) => ({
      areaId: areaIds[area] ?? '',
      count: (onlyHere[area] ?? 0) + (inSeveral[area] ?? 0),
      onlyHere: onlyHere[area] ?? 0,
      inSeveral: inSeveral[area] ?? 0,
      concerns: ofConcerns[area] ?? 0,
    }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
// “Beat 2” before “Beat 10”, whatever the language of the browser.
const compareNames = new Intl.Collator('en', { numeric: true }).compare;
