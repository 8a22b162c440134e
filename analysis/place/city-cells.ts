import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { cellAt, type Grid, gridOver, toDegrees } from '#analysis/shared/grid.ts';
import { type CallPoints, placedPoints } from '#analysis/shared/points.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { buildPlaceIndex, placePoints } from './place.ts';

const MOST_CELLS = 1_000_000;

/** Square cells over the city, and which of them (1) have their middle in one of its areas. The others are not there. */
export type CityGrid = { readonly grid: Grid; readonly isCity: Uint8Array };

export function cityGrid(city: readonly AreaGeometry[], cellMeters: number): CityGrid | 'no-areas' | 'too-wide' {
  const bbox = bboxOfAreas(city);
  if (bbox === null) return 'no-areas';
  const grid = gridOver(bbox, cellMeters);
  if (grid.columns * grid.rows > MOST_CELLS) return 'too-wide';
  return { grid, isCity: findCityCells(grid, city) };
}

function findCityCells(grid: Grid, city: readonly AreaGeometry[]): Uint8Array {
  const cells = grid.columns * grid.rows;
  const [lon, lat] = [new Float64Array(cells), new Float64Array(cells)];
  for (let cell = 0; cell < cells; cell++) {
    const middle = toDegrees(grid, (cell % grid.columns) + 0.5, Math.floor(cell / grid.columns) + 0.5);
    [lon[cell], lat[cell]] = middle;
  }
  const { setOf, setOffsets } = placePoints(buildPlaceIndex(city), lon, lat);
  return Uint8Array.from(setOf, (set) => ((setOffsets[set + 1] ?? 0) > (setOffsets[set] ?? 0) ? 1 : 0));
}

/** Calls in each cell of the city, and how many lie in none. */
export function countInCells(grid: Grid, isCity: Uint8Array, points: CallPoints) {
  const counts = new Uint32Array(isCity.length);
  const { lon, lat } = placedPoints(points);
  let beyond = 0;
  for (let i = 0; i < lon.length; i++) {
    const cell = cellAt(grid, lon[i] ?? 0, lat[i] ?? 0);
    if (isCity[cell] === 1) counts[cell] = (counts[cell] ?? 0) + 1;
    else beyond++;
  }
  return { counts, beyond };
}
