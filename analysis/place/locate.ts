import { setInCell } from './edge-cells.ts';
import { cellAt } from './grid.ts';
import { EDGES, GRID } from './index-draft.ts';
import { PartSets } from './part-sets.ts';
import type { Placed, PlaceIndex } from './place.ts';

/** Writes the set of parts that cover point i to `setOf[i]`. */
export function locate(index: PlaceIndex, sets: PartSets, lon: Float64Array, lat: Float64Array, setOf: Uint32Array) {
  const { cells, xy, grids } = index;
  const [west = 0, south = 0, east = -1, north = -1] = index.box;
  for (let i = 0; i < setOf.length; i++) {
    const x = lon[i] ?? Number.NaN;
    const y = lat[i] ?? Number.NaN;
    if (!(x >= west && x <= east && y >= south && y <= north)) continue;
    let cell = cells[cellAt(grids, 0, x, y)] ?? 0;
    while ((cell & 3) === GRID) cell = cells[cellAt(grids, cell >>> 2, x, y)] ?? 0;
    setOf[i] = (cell & 3) === EDGES ? setInCell(index, xy, sets, cell >>> 2, x, y) : cell >>> 2;
  }
}

/** Numbers the sets of parts that occur anew as sets of areas. Rewrites `setOf`. */
export function inAreas(index: PlaceIndex, sets: PartSets, setOf: Uint32Array): Placed {
  const areaSets = new PartSets();
  const numberOf = new Uint32Array(sets.count); // plus 1; 0 is not seen yet
  for (let i = 0; i < setOf.length; i++) {
    const set = setOf[i] ?? 0;
    let number = numberOf[set] ?? 0;
    if (number === 0) {
      number = areaSetOf(index, sets, set, areaSets) + 1;
      numberOf[set] = number;
    }
    setOf[i] = number - 1;
  }
  const { offsets, parts, count } = areaSets;
  return { setOf, setOffsets: offsets.slice(0, count + 1), setAreas: parts.slice(0, offsets[count]) };
}

function areaSetOf({ partArea }: PlaceIndex, sets: PartSets, set: number, areaSets: PartSets): number {
  let areas = 0;
  for (let i = sets.offsets[set] ?? 0; i < (sets.offsets[set + 1] ?? 0); i++) {
    areas = areaSets.including(areas, partArea[sets.parts[i] ?? 0] ?? 0);
  }
  return areas;
}
