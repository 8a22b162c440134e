import { readFile } from 'node:fs/promises';
import { buildPlaceIndex, type Placed, placePoints } from '#analysis/place/place.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { findRenames } from '#analysis/spike/renames.ts';
import type { WeeklySeries } from '#analysis/spike/spike.ts';
import { type CallColumns, ORIGINS } from '#analysis/tally/columns.ts';
import { underNewKinds, weeklyByType } from '#analysis/tally/new-kinds.ts';
import { failedParts } from '#analysis/tally/sieve.ts';
import { everySeries, weeklyByAreaAndCategory } from '#analysis/tally/weekly.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import { readCallTable } from './call-table.ts';

/** Which calls, and by whose areas. */
export type CallGround = {
  readonly paths: readonly string[]; // Parquet
  readonly layerPath: string | null; // GeoJSON; null: there are no boundaries, and calls still count
} & Pick<Manifest, 'cutoffLocal' | 'reportingLagDays'>;

/** Calls from the public in all whole weeks: by kind and area, and by kind in the whole city. */
export type CallSeries = {
  readonly firstWeek: number; // Mondays, as day numbers
  readonly lastWeek: number;
  readonly areas: AreaLayer['features'];
  readonly series: WeeklySeries[];
  readonly city: WeeklySeries[]; // areaId is empty; calls without a place are counted too
  readonly isMonths: boolean; // no call tells more than its month: there are no series
  readonly columns: CallColumns; // types under their newest kind
  readonly categories: readonly string[];
  readonly placed: Placed;
  readonly failed: Uint8Array;
};

const EVERYWHERE = ['']; // the one area of the whole city

/** The same series that the desk judges, from the store: see web/compute/weekly-series.ts. Null where there is no call. */
export async function readCallSeries(ground: CallGround): Promise<CallSeries | null> {
  const { cutoffLocal, reportingLagDays, layerPath } = ground;
  const table = await readCallTable(ground.paths);
  if (table.firstDay === null) return null;
  const { isMonths, categories } = table;
  const areas = layerPath === null ? [] : await readAreas(layerPath);
  const manifest = { cutoffLocal, reportingLagDays };
  const { first, last } = wholeWeeks({ firstDay: table.firstDay, unreadable: [], manifest });
  const weekCount = isMonths ? 0 : Math.max(0, (last - first) / 7 + 1);
  const placed = placePoints(buildPlaceIndex(areas.map(({ geometry }) => geometry)), table.lon, table.lat);
  const renames = findRenames(weeklyByType(table.columns, table, { firstWeek: first, weekCount }));
  const columns = underNewKinds(table.columns, table, renames);
  const failed = failedParts(columns, placed, {
    ...{ from: toDayNumber(table.firstDay), to: last + 6, origin: ORIGINS.indexOf('public') },
    ...{ categories: null, types: null, hourOfWeek: null, sets: null, places: null, inShape: null },
  });
  const areaIds = areas.map(({ properties }) => properties.areaId);
  const seriesOf = (of: CallColumns, where: Placed, names: readonly string[]) => {
    if (weekCount === 0) return [];
    const span = { firstWeek: first, weekCount, areaCount: names.length };
    return everySeries(weeklyByAreaAndCategory(of, where, failed, span), names, categories);
  };
  return {
    ...{ firstWeek: first, lastWeek: last, areas, isMonths, columns, categories, placed, failed },
    series: seriesOf(columns, placed, areaIds),
    city: seriesOf(allPlaced(columns), everywhere(columns.rows), EVERYWHERE),
  };
}

async function readAreas(path: string): Promise<AreaLayer['features']> {
  const { features }: AreaLayer = JSON.parse(await readFile(path, 'utf8')); // the row boundary: checked when it was taken in
  return features;
}

const allPlaced = (columns: CallColumns): CallColumns => ({ ...columns, placement: new Uint8Array(columns.rows) });

/** Every call in the one area that is the city. */
const everywhere = (rows: number): Placed => ({
  setOf: new Uint32Array(rows),
  setOffsets: Uint32Array.of(0, 1),
  setAreas: Uint32Array.of(0),
});
