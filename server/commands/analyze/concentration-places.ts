import { area as squareMeters } from '@turf/turf';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { cellAt, gridOver, toDegrees } from '#analysis/shared/grid.ts';
import { UsageError } from '#server/errors.ts';
import type { PlainInput } from './plain-input.ts';

/** How many places there are, in which of them each call lies (-1: in none), and their ground where they differ. */
export type Places = { count: number; placeOf: Int32Array; km2: Float64Array | null };

const MOST_CELLS = 2_000_000;

/** A call in several areas counts once, in the first of them. */
export function placesOfAreas({ areas, calls, placed: { setOf, setOffsets, setAreas } }: PlainInput): Places {
  const placeOf = Int32Array.from(calls.lon, (_, row) => {
    const set = setOf[row] ?? 0;
    const start = setOffsets[set] ?? 0;
    return start < (setOffsets[set + 1] ?? 0) ? (setAreas[start] ?? -1) : -1;
  });
  return { count: areas.length, placeOf, km2: Float64Array.from(areas, (area) => squareMeters(area) / 1e6) };
}

/** Cells whose middle lies in an area. */
export function placesOfCells({ areas, calls: { lon, lat } }: PlainInput, cellMeters: number): Places {
  const city = areas.map(({ geometry }) => geometry);
  const bbox = bboxOfAreas(city);
  if (bbox === null) throw new UsageError('concentration over cells needs --areas: they say what the city is');
  const grid = gridOver(bbox, cellMeters);
  const cells = grid.columns * grid.rows;
  if (cells > MOST_CELLS) throw new UsageError(`cells of ${cellMeters} m are too many: choose larger ones`);
  const middles = Array.from({ length: cells }, (_, cell) =>
    toDegrees(grid, (cell % grid.columns) + 0.5, Math.floor(cell / grid.columns) + 0.5),
  );
  const [lons, lats] = [Float64Array.from(middles, ([x]) => x), Float64Array.from(middles, ([, y]) => y)];
  const { setOf, setOffsets } = placePoints(buildPlaceIndex(city), lons, lats);
  let count = 0;
  const numberOf = Int32Array.from(setOf, (set) =>
    (setOffsets[set + 1] ?? 0) > (setOffsets[set] ?? 0) ? count++ : -1,
  );
  const placeOf = Int32Array.from(lon, (x, row) => numberOf[cellAt(grid, x, lat[row] ?? Number.NaN)] ?? -1);
  return { count, placeOf, km2: null };
}

/** Points that hold calls; `inAll` adds those that hold none. */
export function placesOfPoints({ calls: { lon, lat } }: PlainInput, inAll: number): Places {
  const numbers = new Map<string, number>();
  const placeOf = Int32Array.from(lon, (x, row) => {
    const y = lat[row] ?? Number.NaN;
    if (!Number.isFinite(x) || !Number.isFinite(y)) return -1;
    const key = `${x},${y}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { count: Math.max(numbers.size, inAll), placeOf, km2: null };
}
