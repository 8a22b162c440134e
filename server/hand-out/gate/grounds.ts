import { createHash } from 'node:crypto';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { type Bbox, bboxOfAreas } from '#analysis/shared/bbox.ts';
import { findSnapPoints, type SnapPoint } from '#analysis/snap/snap.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { Addresses } from './addresses.ts';
import type { GateCalls } from './open-gate.ts';

/** A ground, with the placed calls and the snap points within it: found when first asked for, and not again. */
export type Ground = {
  readonly geometry: AreaGeometry;
  readonly bbox: Bbox;
  readonly callsOf: (kind: number) => Uint32Array; // positions among the calls
  readonly pointsAt: (finestZoom: number) => readonly SnapPoint[];
};
export type Grounds = {
  readonly at: (geometry: AreaGeometry) => Ground;
  readonly known: Map<string, Ground>; // by a key of whoever asks
};

const NOWHERE: Bbox = [0, 0, -1, -1];

export function groundsOver(calls: GateCalls, addresses: Addresses): Grounds {
  const kept = new Map<string, Ground>();
  const at = (geometry: AreaGeometry): Ground => {
    const key = createHash('sha256').update(JSON.stringify(geometry.coordinates)).digest('base64');
    const ground = kept.get(key) ?? toGround(calls, addresses, geometry);
    kept.set(key, ground);
    return ground;
  };
  return { at, known: new Map() };
}

function toGround(calls: GateCalls, addresses: Addresses, geometry: AreaGeometry): Ground {
  const bbox = bboxOfAreas([geometry]) ?? NOWHERE;
  let byKind: Uint32Array[] | null = null;
  const callsOf = (kind: number) => {
    byKind ??= placeCalls(calls, geometry, bbox);
    return byKind[kind] ?? new Uint32Array(0);
  };
  const points = new Map<number, readonly SnapPoint[]>();
  const pointsAt = (finestZoom: number) => {
    const found = points.get(finestZoom) ?? findSnapPoints(addresses, geometry, { finestZoom }).findings;
    points.set(finestZoom, found);
    return found;
  };
  return { geometry, bbox, callsOf, pointsAt };
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
