/**
 * A flat map around a center, in meters: x east, y north. Lengths of a degree are
 * those of the WGS84 ellipsoid at the center's latitude, so distances near the center
 * are right to the millimeter; at 20 km from it (latitude 35 to 55) they are off by at
 * most 0.5 %, at 50 km by 1.3 %. For a city, not for a state.
 */
export type Plane = {
  readonly lon: number;
  readonly lat: number;
  readonly metersPerLon: number;
  readonly metersPerLat: number;
};

// WGS84: National Geospatial-Intelligence Agency, NGA.STND.0036 (2014), tables 3.1 and 3.5.
const RADIUS_METERS = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

export function planeAround([lon, lat]: readonly [lon: number, lat: number]): Plane {
  const phi = (lat * Math.PI) / 180;
  const flattened = 1 - ECCENTRICITY_SQUARED * Math.sin(phi) ** 2;
  const perRadianNorth = (RADIUS_METERS * (1 - ECCENTRICITY_SQUARED)) / flattened ** 1.5;
  const perRadianEast = (RADIUS_METERS * Math.cos(phi)) / Math.sqrt(flattened);
  return { lon, lat, metersPerLon: (perRadianEast * Math.PI) / 180, metersPerLat: (perRadianNorth * Math.PI) / 180 };
}

export const toX = (plane: Plane, lon: number): number => (lon - plane.lon) * plane.metersPerLon;
export const toY = (plane: Plane, lat: number): number => (lat - plane.lat) * plane.metersPerLat;
export const toLon = (plane: Plane, x: number): number => plane.lon + x / plane.metersPerLon;
export const toLat = (plane: Plane, y: number): number => plane.lat + y / plane.metersPerLat;
