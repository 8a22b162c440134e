import { circle } from '@turf/turf';
import type { Position } from '#data/schema/area.ts';

const STEPS = 96; // the polygon's edge stays within 0.06 % of the radius

// Meters per unit, by the end of the property's name; plain `radius` is in meters.
const UNITS: [RegExp, number][] = [
  [/^radius$/i, 1],
  [/^radius[ _-]?(m|meters|metres)$/i, 1],
  [/^radius[ _-]?(km|kilometers|kilometres)$/i, 1000],
  [/^radius[ _-]?(ft|feet)$/i, 0.3048],
  [/^radius[ _-]?(mi|miles)$/i, 1609.344],
];

/** The radius that a point's properties give, in meters; null where there is none above zero. */
export function radiusOf(properties: Record<string, unknown> | null): number | null {
  for (const [name, value] of Object.entries(properties ?? {})) {
    const unit = UNITS.find(([pattern]) => pattern.test(name));
    const radius = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (unit !== undefined && typeof radius === 'number' && Number.isFinite(radius) && radius > 0)
      return radius * unit[1];
  }
  return null;
}

/** The rings of a polygon of 96 corners, all at the radius on the sphere. Longitudes can pass the antimeridian. */
export function circleAround(center: Position, radiusMeters: number): Position[][] {
  const rings = circle(center, radiusMeters, { steps: STEPS, units: 'meters' }).geometry.coordinates;
  return rings.map((ring) => ring.map(([x = 0, y = 0]): Position => [x, y]));
}
