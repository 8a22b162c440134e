import { setCountOf, sizeOfSet } from '#analysis/tally/columns.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import type { Loaded } from './loaded.ts';

/** Where the calls in the filter lie: the reconciliation line. */
export function countKept(loaded: Loaded, filter: Filter): RecordCounts {
  const failed = loaded.sieve(filter);
  const areas = loaded.placesOf(filter.layer).calls;
  const { placement } = loaded.calls.columns;
  const parts = Uint8Array.from({ length: setCountOf(areas) }, (_, set) => Math.min(sizeOfSet(areas, set), 2));
  const ofSize = [0, 0, 0]; // in no area, in one, in more
  const ofPlacement = [0, 0, 0, 0];
  for (let row = 0; row < failed.length; row++) {
    if (failed[row] !== 0) continue;
    const code = placement[row] ?? 0;
    ofPlacement[code] = (ofPlacement[code] ?? 0) + 1;
    const part = parts[areas.setOf[row] ?? 0] ?? 0;
    if (code === 0) ofSize[part] = (ofSize[part] ?? 0) + 1;
  }
  const [outside = 0, inside = 0, inSeveral = 0] = ofSize;
  const [placed = 0, unplaced = 0, defaultPoint = 0, beyond = 0] = ofPlacement;
  const quarantined = defaultPoint + beyond;
  return { read: placed + unplaced + quarantined, inside, inSeveral, outside, unplaced, quarantined };
}

/** Rows of placed calls in the filter, in the order of the files. */
export function keptOnMap(loaded: Loaded, filter: Filter): Uint32Array {
  const failed = loaded.sieve(filter);
  const { placement } = loaded.calls.columns;
  let count = 0;
  for (let row = 0; row < failed.length; row++) if (failed[row] === 0 && placement[row] === 0) count++;
  const rows = new Uint32Array(count);
  for (let row = 0, next = 0; row < failed.length; row++) {
    if (failed[row] === 0 && placement[row] === 0) rows[next++] = row;
  }
  return rows;
}

/** Longitudes and latitudes of some rows, side by side in two columns. */
export function coordinatesOf({ calls }: Loaded, rows: Uint32Array): { lon: Float64Array; lat: Float64Array } {
  const lon = new Float64Array(rows.length);
  const lat = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    lon[i] = calls.lon[rows[i] ?? 0] ?? Number.NaN;
    lat[i] = calls.lat[rows[i] ?? 0] ?? Number.NaN;
  }
  return { lon, lat };
}
