import type { Feature, GeoJsonObject, Geometry, Position } from 'geojson';

/** The features of a boundary file as it holds them, in its own coordinates. */
export type RawAreas = {
  features: Feature<Geometry | null>[];
  crs: string | null; // what proj4 reads: WKT, PROJ or an EPSG code; null: the file does not say
  notes: string[]; // what a reader of the report should know
};

/** Longitude and latitude on WGS 84, as GeoJSON and KML have them. */
export const LON_LAT = 'EPSG:4326';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const GEOMETRIES = new Set(['Polygon', 'MultiPolygon', 'Point', 'MultiPoint', 'LineString', 'MultiLineString']);

/** Features of any GeoJSON object: a bare geometry is a feature without properties. */
export function featuresOf(value: unknown, refuse: (why: string) => never): Feature<Geometry | null>[] {
  if (!isRecord(value)) return refuse('this is not a GeoJSON object');
  if (value.type === 'FeatureCollection') {
    if (!Array.isArray(value.features)) return refuse('the FeatureCollection has no features');
    return value.features.flatMap((feature, i) => {
      const refuseFeature = (why: string) => refuse(`feature ${i + 1}: ${why}`);
      if (isRecord(feature) && feature.type === 'FeatureCollection') return refuseFeature('it is a FeatureCollection');
      return featuresOf(feature, refuseFeature);
    });
  }
  if (value.type === 'Feature') {
    const geometry = value.geometry === null || isGeometry(value.geometry) ? value.geometry : null;
    const id = typeof value.id === 'string' || typeof value.id === 'number' ? { id: value.id } : {};
    return [{ type: 'Feature', ...id, properties: isRecord(value.properties) ? value.properties : {}, geometry }];
  }
  if (isGeometry(value)) return [{ type: 'Feature', properties: {}, geometry: value }];
  const type = value.type === undefined ? 'it has no "type"' : `"${String(value.type)}" is not a GeoJSON type`;
  return refuse(`this is not GeoJSON: ${type}`);
}

function isGeometry(value: unknown): value is Geometry {
  if (!isRecord(value)) return false;
  if (value.type === 'GeometryCollection') return Array.isArray(value.geometries);
  return GEOMETRIES.has(String(value.type)) && Array.isArray(value.coordinates);
}

/** Polygons (each a list of rings) and points of a geometry; what lies in nested collections too. Lines are left out. */
export function partsOf(geometry: GeoJsonObject | null): { polygons: Position[][][]; points: Position[] } {
  const polygons: Position[][][] = [];
  const points: Position[] = [];
  const waiting: unknown[] = [geometry]; // no recursion: a file can nest deeper than calls can
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!isGeometry(next)) continue;
    if (next.type === 'Polygon') polygons.push(next.coordinates);
    else if (next.type === 'MultiPolygon') for (const rings of next.coordinates) polygons.push(rings);
    else if (next.type === 'Point') points.push(next.coordinates);
    else if (next.type === 'MultiPoint') for (const point of next.coordinates) points.push(point);
    else if (next.type === 'GeometryCollection') for (const inner of next.geometries.toReversed()) waiting.push(inner);
  }
  return { polygons, points };
}
