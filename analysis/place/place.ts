import type { AreaGeometry } from '#data/schema/area.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import { flatten } from './flatten.ts';
import { roomy } from './grid.ts';
import { IndexDraft } from './index-draft.ts';
import { locate } from './locate.ts';

/** Areas made ready for `placePoints`. Only numbers and typed arrays: it can be posted to another thread. */
export type PlaceIndex = {
  areaCount: number;
  grids: Float64Array; // the outermost first; see `Grid`
  cells: Uint32Array; // of all grids, row by row; see `EDGES` and `GRID`
  records: Float64Array; // cells with edges; see `HEADER_WORDS`
  setOffsets: Uint32Array; // sets of areas, as in `Placed`
  setAreas: Uint32Array;
};

/**
 * Point i lies in the areas of set `setOf[i]`; set 0 is the empty set. The areas of set s
 * are `setAreas[setOffsets[s] .. setOffsets[s + 1]]`, ascending. No two sets are equal.
 */
export type Placed = { setOf: Uint32Array; setOffsets: Uint32Array; setAreas: Uint32Array };

/** Codes of the `placement` argument of `countRecords`. */
export const PLACED = 0;
export const UNPLACED = 1;
export const QUARANTINED = 2;

/**
 * Makes areas ready for `placePoints`; the position in `areas` is the area's number from then on.
 *
 * A polygon covers what lies within an odd number of its rings, so holes are holes whichever way
 * they are wound, and a ring that crosses itself follows the even-odd rule. Rings that are not closed are closed.
 * Longitude is a plain number here: an area across the antimeridian must be split there, or its
 * ring and the points be given beyond 180.
 */
export function buildPlaceIndex(areas: readonly AreaGeometry[]): PlaceIndex {
  const flat = flatten(areas);
  const draft = new IndexDraft(flat);
  if (flat.box !== null) draft.build(roomy(flat.box));
  const { areaSets, records } = draft;
  return {
    areaCount: areas.length,
    grids: Float64Array.from(draft.grids),
    cells: draft.cells.subarray(0, draft.cellCount),
    records: records.f64.subarray(0, records.words),
    setOffsets: areaSets.offsets.slice(0, areaSets.count + 1),
    setAreas: areaSets.members.slice(0, areaSets.offsets[areaSets.count]),
  };
}

/**
 * Which areas cover each point: all of them, boundary inside, holes with their edge outside of the hole.
 * Exact for the numbers as given (robust orientation, Shewchuk 1997; whole numbers where that would underflow), for
 * coordinates up to 1e150. A NaN coordinate lies in no area.
 */
export function placePoints(index: PlaceIndex, lon: Float64Array, lat: Float64Array): Placed {
  return locate(index, lon, lat);
}

/** The buffers to name when an index or an answer is posted to another thread. */
export function transferables(x: PlaceIndex | Placed): ArrayBuffer[] {
  const buffers = Object.values(x).flatMap((value) => (ArrayBuffer.isView(value) ? [value.buffer] : []));
  return buffers.filter((buffer) => buffer instanceof ArrayBuffer);
}

/**
 * Points per area: all of them, and those that lie in no other area. Points with `keep[i] === 0`
 * are passed over. A point in several areas counts in each, so the sums are not a city total.
 */
export function countByArea(
  placed: Placed,
  areaCount: number,
  keep?: Uint8Array,
): { calls: Uint32Array; onlyHere: Uint32Array } {
  const calls = new Uint32Array(areaCount);
  const onlyHere = new Uint32Array(areaCount);
  const { setOffsets, setAreas } = placed;
  const ofSet = countBySet(placed, keep);
  for (let set = 1; set < ofSet.length; set++) {
    const count = ofSet[set] ?? 0;
    const areas = setAreas.subarray(setOffsets[set], setOffsets[set + 1]);
    for (const area of areas) calls[area] = (calls[area] ?? 0) + count;
    const [only] = areas;
    if (areas.length === 1 && only !== undefined) onlyHere[only] = (onlyHere[only] ?? 0) + count;
  }
  return { calls, onlyHere };
}

function countBySet({ setOf, setOffsets }: Placed, keep?: Uint8Array): Uint32Array {
  const ofSet = new Uint32Array(setOffsets.length - 1);
  for (let i = 0; i < setOf.length; i++) {
    if (keep !== undefined && keep[i] === 0) continue;
    const set = setOf[i] ?? 0;
    ofSet[set] = (ofSet[set] ?? 0) + 1;
  }
  return ofSet;
}

/**
 * The reconciliation line of the points that are kept: `placement[i]` is `PLACED`, `UNPLACED`
 * or `QUARANTINED`; only placed points are looked up in their set.
 */
export function countRecords(placed: Placed, placement: Uint8Array, keep?: Uint8Array): RecordCounts {
  const { setOf, setOffsets } = placed;
  const counts = { read: 0, inside: 0, inSeveral: 0, outside: 0, unplaced: 0, quarantined: 0 };
  for (let i = 0; i < setOf.length; i++) {
    if (keep !== undefined && keep[i] === 0) continue;
    counts.read++;
    if (placement[i] === UNPLACED) counts.unplaced++;
    else if (placement[i] === QUARANTINED) counts.quarantined++;
    else {
      const set = setOf[i] ?? 0;
      const size = (setOffsets[set + 1] ?? 0) - (setOffsets[set] ?? 0);
      if (size === 0) counts.outside++;
      else if (size === 1) counts.inside++;
      else counts.inSeveral++;
    }
  }
  return counts;
}
