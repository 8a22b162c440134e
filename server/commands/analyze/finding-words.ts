/**
 * One finding on one line: its short fields, then where it is. A cell is told by its middle, a surface by its highest
 * cell, both as latitude, longitude.
 */
export function findingInWords(finding: object): string {
  const fields = Object.entries(finding)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : value}`);
  const at = placeOf(finding);
  return [...fields, ...(at === null ? [] : [`at ${at[1].toFixed(5)}, ${at[0].toFixed(5)}`])].join('  ');
}

type Cell = { ring: readonly (readonly [number, number])[] };
type Surface = { perKm2: Float32Array; columns: number; rows: number; bbox: readonly [number, number, number, number] };

const isCell = (finding: object): finding is Cell => 'ring' in finding && Array.isArray(finding.ring);
const isSurface = (finding: object): finding is Surface =>
  'perKm2' in finding && finding.perKm2 instanceof Float32Array && 'bbox' in finding && 'columns' in finding;

function placeOf(finding: object): [lon: number, lat: number] | null {
  if (isCell(finding)) {
    const corners = finding.ring.slice(0, -1);
    const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
    return corners.length === 0 ? null : [middle(0), middle(1)];
  }
  return isSurface(finding) ? peakOf(finding) : null;
}

/** Row 0 is the north edge. */
function peakOf({ perKm2, columns, rows, bbox: [west, south, east, north] }: Surface): [number, number] | null {
  let peak = -1;
  for (let cell = 0; cell < perKm2.length; cell++) {
    if ((perKm2[cell] ?? 0) > (perKm2[peak] ?? 0)) peak = cell;
  }
  if (peak < 0) return null;
  const column = peak % columns;
  const row = Math.floor(peak / columns);
  return [west + ((column + 0.5) / columns) * (east - west), north - ((row + 0.5) / rows) * (north - south)];
}
