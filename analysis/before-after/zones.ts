import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { edgesOf, isNear } from './edges.ts';

export type CallPoints = { readonly lon: Float64Array; readonly lat: Float64Array };

/** Where a call counts: once, in the first of these that holds it. */
export const ZONES = ['treated', 'control', 'ring', 'control-ring'] as const;
export type Zone = (typeof ZONES)[number];

/** Calls that lie in two of them. */
export type SharedCalls = {
  'in-treated-and-control': number; // count in the treated ground
  'in-ring-and-control': number; // count in the control
  'in-both-rings': number; // count in the ring around the treated ground
};

const NOWHERE = -1;

/**
 * The place in `ZONES` of each call, or -1. Boundaries count as inside. A ring is what lies outside of its ground, at
 * most `ringMeters` from it: the buffer itself, not its outline in straight pieces. 0 makes no rings.
 */
export function zoneCalls(
  calls: CallPoints,
  { treated, control }: { treated: readonly AreaGeometry[]; control: readonly AreaGeometry[] },
  { ringMeters, rings }: { ringMeters: number; rings: 'both' | 'treated' },
): { zoneOf: Int8Array; shared: SharedCalls } {
  const isTreated = insideOf(calls, treated);
  const isControl = insideOf(calls, control);
  const isRing = nearTo(calls, treated, ringMeters);
  const isControlRing = nearTo(calls, control, rings === 'both' ? ringMeters : 0);
  const shared: SharedCalls = { 'in-treated-and-control': 0, 'in-ring-and-control': 0, 'in-both-rings': 0 };
  const zoneOf = Int8Array.from(calls.lon, (_, row) => {
    if (isTreated(row)) {
      if (isControl(row)) shared['in-treated-and-control']++;
      return ZONES.indexOf('treated');
    }
    if (isControl(row)) {
      if (isRing(row)) shared['in-ring-and-control']++;
      return ZONES.indexOf('control');
    }
    if (isRing(row)) {
      if (isControlRing(row)) shared['in-both-rings']++;
      return ZONES.indexOf('ring');
    }
    return isControlRing(row) ? ZONES.indexOf('control-ring') : NOWHERE;
  });
  return { zoneOf, shared };
}

function insideOf({ lon, lat }: CallPoints, areas: readonly AreaGeometry[]): (row: number) => boolean {
  const { setOf } = placePoints(buildPlaceIndex(areas), lon, lat);
  return (row) => (setOf[row] ?? 0) !== 0;
}

function nearTo({ lon, lat }: CallPoints, areas: readonly AreaGeometry[], meters: number): (row: number) => boolean {
  const edges = meters > 0 ? edgesOf(areas) : null;
  if (edges === null) return () => false;
  return (row) => isNear(edges, lon[row] ?? Number.NaN, lat[row] ?? Number.NaN, meters);
}
