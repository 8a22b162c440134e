import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { type Bbox, bboxOfAreas } from '#analysis/shared/bbox.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { GateCalls } from './open-gate.ts';

/** A ground that was met before, and the placed calls within it. */
export type Ground = {
  readonly geometry: AreaGeometry;
  readonly bbox: Bbox;
  readonly callsOf: (kind: number) => Uint32Array; // positions among the calls
};
export type Grounds = {
  readonly at: (geometry: AreaGeometry) => Ground;
  readonly known: Map<string, Ground>; // by a key of whoever asks
};

const NOWHERE: Bbox = [0, 0, -1, -1];

/** Places the calls within a ground when somebody first asks for them, and not again. */
export function groundsOver(calls: GateCalls): Grounds {
  const at = (geometry: AreaGeometry): Ground => {
    let byKind: Uint32Array[] | null = null;
    const bbox = bboxOfAreas([geometry]) ?? NOWHERE;
    const callsOf = (kind: number) => {
      byKind ??= placeCalls(calls, geometry, bbox);
      return byKind[kind] ?? new Uint32Array(0);
    };
    return { geometry, bbox, callsOf };
  };
  return { at, known: new Map() };
}

function placeCalls(
  { lon, lat, kind, placed }: GateCalls,
  ground: AreaGeometry,
  [west, south, east, north]: Bbox,
): Uint32Array[] {
  const near: number[] = [];
  for (let i = 0; i < placed; i++) {
    const [x, y] = [lon[i] ?? 0, lat[i] ?? 0];
    if (x >= west && x <= east && y >= south && y <= north) near.push(i);
  }
  const only = (values: Float64Array) => Float64Array.from(near, (i) => values[i] ?? 0);
  const { setOf } = placePoints(buildPlaceIndex([ground]), only(lon), only(lat));
  const within: number[][] = PUBLIC_KINDS.map(() => []);
  for (const [n, i] of near.entries()) if ((setOf[n] ?? 0) > 0) within[kind[i] ?? 0]?.push(i);
  return within.map((rows) => Uint32Array.from(rows));
}

export const meet = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
