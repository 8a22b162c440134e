import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { Position } from '#data/schema/area.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { Calls } from '#web/tables/calls.ts';
import { TableFailed } from '#web/tables/table-failed.ts';

export type Shape = Pick<Filter, 'polygon' | 'circle'>;
type Points = Pick<Calls, 'lon' | 'lat'>;

/** 1 for each call inside the drawn area; null where nothing is drawn. */
export function maskShape(points: Points, { polygon, circle }: Shape): Uint8Array | null {
  if (polygon.length === 0 && circle === null) return null;
  const mask = new Uint8Array(points.lon.length).fill(1);
  if (polygon.length > 0) keepInPolygon(mask, points, polygon);
  if (circle) keepInCircle(mask, points, circle);
  return mask;
}

function keepInPolygon(mask: Uint8Array, { lon, lat }: Points, ring: readonly Position[]): void {
  const [first] = ring;
  if (first === undefined || ring.length < 3)
    throw new TableFailed('refused', 'A drawn area needs three corners or more.');
  const index = buildPlaceIndex([{ type: 'Polygon', coordinates: [[...ring, first]] }]);
  const { setOf } = placePoints(index, lon, lat);
  for (let i = 0; i < mask.length; i++) if (setOf[i] === 0) mask[i] = 0;
}

const EARTH_RADIUS_METERS = 6_371_008.8; // the mean radius; Turf draws its circles with the same
const RADIANS = Math.PI / 180;

/** Great-circle distance (haversine), the edge inside. */
function keepInCircle(mask: Uint8Array, { lon, lat }: Points, circle: NonNullable<Filter['circle']>): void {
  const most = Math.sin(Math.min(circle.radiusMeters / (2 * EARTH_RADIUS_METERS), Math.PI / 2)) ** 2;
  const cosineOfCenter = Math.cos(circle.lat * RADIANS);
  for (let i = 0; i < mask.length; i++) {
    const north = Math.sin((((lat[i] ?? Number.NaN) - circle.lat) * RADIANS) / 2);
    const east = Math.sin((((lon[i] ?? Number.NaN) - circle.lon) * RADIANS) / 2);
    const distance = north * north + cosineOfCenter * Math.cos((lat[i] ?? 0) * RADIANS) * east * east;
    if (!(distance <= most)) mask[i] = 0; // also where the call has no place: NaN is not inside
  }
}
