import { orient2d } from 'robust-predicates';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';

export type PlaceIndex = {
  areaCount: number;
  bounds: Float64Array; // four numbers a part: west, south, east, north
  partArea: Uint32Array;
  partRings: Uint32Array; // rings of part k: partRings[k] .. partRings[k + 1]
  ringStart: Uint32Array; // vertices of ring r: ringStart[r] .. ringStart[r + 1], closed
  xy: Float64Array;
};

/**
 * Point i lies in the areas of set `setOf[i]`; set 0 is the empty set. The areas of set s
 * are `setAreas[setOffsets[s] .. setOffsets[s + 1]]`, ascending.
 */
export type Placed = { setOf: Uint32Array; setOffsets: Uint32Array; setAreas: Uint32Array };

/** Codes of the `placement` argument of `countRecords`. */
export const PLACED = 0;
export const UNPLACED = 1;
export const QUARANTINED = 2;

/** Makes areas ready for `placePoints`; the position in `areas` is the area's number from then on. */
export function buildPlaceIndex(areas: readonly AreaGeometry[]): PlaceIndex {
  const partArea: number[] = [];
  const partRings = [0];
  const ringStart = [0];
  const xy: number[] = [];
  const bounds: number[] = [];
  for (const [area, geometry] of areas.entries()) {
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const rings of parts) {
      const box = [Infinity, Infinity, -Infinity, -Infinity] as const;
      let [west, south, east, north]: readonly number[] = box;
      for (const ring of rings) {
        const first = ring[0];
        const last = ring.at(-1);
        if (first === undefined || last === undefined) continue;
        for (const [x, y] of first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]) {
          if (!Number.isFinite(x) || !Number.isFinite(y))
            throw new RangeError(`area ${area} has a coordinate that is not a number`);
          xy.push(x, y);
          west = Math.min(west ?? x, x);
          south = Math.min(south ?? y, y);
          east = Math.max(east ?? x, x);
          north = Math.max(north ?? y, y);
        }
        ringStart.push(xy.length / 2);
      }
      bounds.push(west ?? 0, south ?? 0, east ?? 0, north ?? 0);
      partArea.push(area);
      partRings.push(ringStart.length - 1);
    }
  }
  return {
    areaCount: areas.length,
    bounds: Float64Array.from(bounds),
    partArea: Uint32Array.from(partArea),
    partRings: Uint32Array.from(partRings),
    ringStart: Uint32Array.from(ringStart),
    xy: Float64Array.from(xy),
  };
}

/** Which areas cover each point (boundary inside, exact). A NaN coordinate lies in no area. */
export function placePoints(index: PlaceIndex, lon: Float64Array, lat: Float64Array): Placed {
  const setOf = new Uint32Array(lon.length);
  const known = new Map<string, number>([['', 0]]);
  const offsets = [0, 0];
  const areasOfSets: number[] = [];
  for (let i = 0; i < lon.length; i++) {
    const areas = areasAt(index, lon[i] ?? Number.NaN, lat[i] ?? Number.NaN);
    const key = areas.join(',');
    let set = known.get(key);
    if (set === undefined) {
      set = known.size;
      known.set(key, set);
      areasOfSets.push(...areas);
      offsets.push(areasOfSets.length);
    }
    setOf[i] = set;
  }
  return { setOf, setOffsets: Uint32Array.from(offsets), setAreas: Uint32Array.from(areasOfSets) };
}

function areasAt(index: PlaceIndex, x: number, y: number): number[] {
  const found: number[] = [];
  for (let part = 0; part < index.partArea.length; part++) {
    const [west = 0, south = 0, east = 0, north = 0] = index.bounds.subarray(part * 4, part * 4 + 4);
    if (!(x >= west && x <= east && y >= south && y <= north)) continue;
    const area = index.partArea[part] ?? 0;
    if (found.at(-1) !== area && partCovers(index, part, x, y)) found.push(area);
  }
  return found;
}

function partCovers({ partRings, ringStart, xy }: PlaceIndex, part: number, x: number, y: number): boolean {
  let inside = false;
  for (let ring = partRings[part] ?? 0; ring < (partRings[part + 1] ?? 0); ring++) {
    for (let v = ringStart[ring] ?? 0; v < (ringStart[ring + 1] ?? 0) - 1; v++) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = xy.subarray(v * 2, v * 2 + 4);
      if (Math.max(ay, by) < y || Math.min(ay, by) > y) continue;
      const side = orient2d(ax, ay, bx, by, x, y);
      if (side === 0 && Math.min(ax, bx) <= x && x <= Math.max(ax, bx)) return true;
      if (ay > y !== by > y && side > 0 === by < ay) inside = !inside;
    }
  }
  return inside;
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
