import { findRates, RATES_CAVEAT, RATES_CONVENTION, RATES_DEFAULTS } from '#analysis/rates/rates.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { areasOf } from '#web/tables/layer-places.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const DAYS_A_YEAR = 365.25;

/** The areas of the layer, their calls in the filter set against those who live there. */
export function rates(loaded: Loaded, question: Question<'rates'>): Questions['rates']['answer'] {
  const { filter, options } = question;
  const features = loaded.layers[filter.layer]?.features ?? [];
  const years = (toDayNumber(filter.to) - toDayNumber(filter.from) + 1) / DAYS_A_YEAR;
  const { denominator = RATES_DEFAULTS.denominator } = options;
  const counts = countInAreas(loaded, question);
  const areas = features.map(({ properties }, at) => ({
    areaId: properties.areaId,
    name: properties.name,
    calls: counts[at] ?? 0,
    denominator: properties[denominator],
  }));
  const business = features.filter(({ properties }) => properties.groupKind === 'business');
  const found = findRates(areas, {
    mostCallsEach: RATES_DEFAULTS.mostCallsEach * Math.max(1, years),
    notResidential: business.map(({ properties }) => properties.areaId),
    ...options,
  });
  return {
    ...found,
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: RATES_CONVENTION,
    caveat: withMissingYears(loaded, RATES_CAVEAT),
    code: toCode(loaded, question),
  };
}

/** A call in several areas counts in each. */
function countInAreas(loaded: Loaded, { filter }: Question<'rates'>): Uint32Array {
  const places = loaded.placesOf(filter.layer);
  const counts = new Uint32Array(places.areaIds.length);
  for (const row of keptOnMap(loaded, filter)) {
    for (const area of areasOf(places.calls, row)) counts[area] = (counts[area] ?? 0) + 1;
  }
  return counts;
}
