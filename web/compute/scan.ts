import { centerOfMass } from '@turf/turf';
import { type AreaPlace, placesOfAreas, placesOfCells, type Weeks } from '#analysis/scan/gather-places.ts';
import type { ScanOptions } from '#analysis/scan/options.ts';
import { findScanClustersInSteps, SCAN_CAVEAT, SCAN_CONVENTION } from '#analysis/scan/scan.ts';
import type { ScanPlace } from '#analysis/scan/study.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { weeksWithin } from '#analysis/shared/whole-weeks.ts';
import type { Filter } from '#data/schema/filter.ts';
import { withMissingYears } from './caveat.ts';
import { datedPointsOf } from './dated-points.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const CELL_METERS = 500;

export type ScanAsked = Partial<ScanOptions> & {
  cellMeters?: number; // of the permutation model
  denominator?: 'residents' | 'addresses'; // of the Poisson model, whose places are the areas of the layer
};

/** Clusters of the calls in the filter over its last whole weeks: by cell, or by area where they are set against residents. */
export function* scan(loaded: Loaded, question: Question<'scan'>): InSteps<Questions['scan']['answer']> {
  const { filter, options } = question;
  const { cellMeters = CELL_METERS, denominator = 'residents', ...chosen } = options;
  const isPoisson = chosen.model === 'poisson';
  const weeks = weeksWithin(loaded, filter);
  const reason = reasonAgainst(loaded, filter, weeks, isPoisson);
  const places =
    reason !== null || weeks === null
      ? []
      : isPoisson
        ? areasAsPlaces(loaded, filter, weeks, denominator)
        : placesOfCells(datedPointsOf(loaded, keptOnMap(loaded, filter)), weeks, cellMeters);
  const found = yield* findScanClustersInSteps(places, chosen);
  return {
    findings: found.findings.map((cluster) => ({
      ...cluster,
      since: toLocalDate((weeks?.firstWeek ?? 0) + 7 * cluster.fromWeek),
    })),
    leftOut: reason === null ? found.leftOut : [{ what: 'scan', reason }],
    options: { ...found.options, ...(isPoisson ? { denominator } : { cellMeters }) },
    window: weeks && { from: toLocalDate(weeks.firstWeek), to: toLocalDate(weeks.lastWeek + 6) },
    records: countKept(loaded, filter),
    convention: SCAN_CONVENTION,
    caveat: withMissingYears(loaded, SCAN_CAVEAT),
    code: toCode(loaded, question),
  };
}

function reasonAgainst({ months }: Loaded, filter: Filter, weeks: Weeks | null, isPoisson: boolean): string | null {
  if (months.length > 0) return 'months-only';
  if (weeks === null) return 'no-full-week';
  const isPart = filter.polygon.length > 0 || filter.circle !== null || filter.places.length > 0;
  return isPoisson && isPart ? 'part-of-areas' : null; // nobody counted who lives in the part
}

/** The areas that the filter keeps, with who lives there or how many addresses they hold. */
function areasAsPlaces(
  loaded: Loaded,
  filter: Filter,
  weeks: Weeks,
  denominator: 'residents' | 'addresses',
): ScanPlace[] {
  const rows = keptOnMap(loaded, filter);
  const placed = loaded.placesOf(filter.layer).calls;
  const areas = (loaded.layers[filter.layer]?.features ?? []).flatMap((area, number): AreaPlace[] => {
    const { areaId, center } = area.properties;
    if (filter.areas.length > 0 && !filter.areas.includes(areaId)) return [];
    const [lon = Number.NaN, lat = Number.NaN] = center ?? centerOfMass(area).geometry.coordinates;
    return [{ id: areaId, lon, lat, residents: area.properties[denominator], number }];
  });
  const setOf = Uint32Array.from(rows, (row) => placed.setOf[row] ?? 0);
  return placesOfAreas(areas, { ...placed, setOf }, datedPointsOf(loaded, rows).days, weeks);
}
