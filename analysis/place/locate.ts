import { setInCell } from './edge-record.ts';
import { CONTENT, cellAt, EDGES, GRID } from './grid.ts';
import { NumberSets } from './number-sets.ts';
import type { Placed, PlaceIndex } from './place.ts';

// Points looked up before those among them that need a closer look: few enough to stay in the nearest cache.
const AT_ONCE = 4096;

/** The set of areas of each point. */
export function locate(index: PlaceIndex, lon: Float64Array, lat: Float64Array): Placed {
  const setOf = new Uint32Array(lon.length);
  const closer = new Uint32Array(AT_ONCE + 1);
  const ahead = new Uint32Array(AT_ONCE);
  const records = new Uint32Array(index.records.buffer, index.records.byteOffset, index.records.length * 2);
  let grown: NumberSets | null = null;
  const sets = () => {
    grown ??= restored(index);
    return grown;
  };
  for (let from = 0; from < setOf.length; from += AT_ONCE) {
    const count = lookUp(index, lon, lat, from, Math.min(setOf.length, from + AT_ONCE), setOf, closer);
    // Reading one word of each record first lets the memory of many come at once.
    for (let k = 0; k < count; k++) {
      const cell = setOf[closer[k] ?? 0] ?? 0;
      const at = 2 * (cell & CONTENT);
      ahead[k] = cell < GRID ? (records[at] ?? 0) + (records[at + 16] ?? 0) : 0;
    }
    for (let k = 0; k < count; k++) {
      const i = closer[k] ?? 0;
      const x = lon[i] ?? 0;
      const y = lat[i] ?? 0;
      let cell = setOf[i] ?? 0;
      while (cell >= GRID) cell = index.cells[cellAt(index.grids, cell & CONTENT, x, y)] ?? 0;
      setOf[i] = cell < EDGES ? cell : setInCell(index.records, records, cell & CONTENT, x, y, sets);
    }
  }
  return { setOf, ...setsOf(grown, index) };
}

/**
 * Writes the set of each point whose cell knows it. Of the others, writes what the cell holds, and the point to `closer`;
 * how many these are. Without a branch on what the cell holds, the reads of many points run side by side.
 */
function lookUp(
  { cells, grids }: PlaceIndex,
  lon: Float64Array,
  lat: Float64Array,
  from: number,
  to: number,
  setOf: Uint32Array,
  closer: Uint32Array,
): number {
  const [west = 0, south = 0, columns = 0, rows = 0, perColumn = 0, perRow = 0] = grids;
  let count = 0;
  for (let i = from; i < to; i++) {
    const column = ((lon[i] ?? Number.NaN) - west) * perColumn;
    const row = ((lat[i] ?? Number.NaN) - south) * perRow;
    if (!(column >= 0 && column < columns && row >= 0 && row < rows)) continue;
    const cell = cells[Math.imul(row, columns) + (column | 0)] ?? 0;
    setOf[i] = cell;
    closer[count] = i;
    count += cell >>> 31;
  }
  return count;
}

function restored({ setOffsets, setAreas }: PlaceIndex): NumberSets {
  const sets = new NumberSets();
  sets.restore(setOffsets, setAreas);
  return sets;
}

function setsOf(grown: NumberSets | null, index: PlaceIndex): Pick<Placed, 'setOffsets' | 'setAreas'> {
  if (grown === null) return { setOffsets: index.setOffsets.slice(), setAreas: index.setAreas.slice() };
  const { offsets, members, count } = grown;
  return { setOffsets: offsets.slice(0, count + 1), setAreas: members.slice(0, offsets[count]) };
}
