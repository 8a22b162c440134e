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

/** Features of any GeoJSON object: a bare geometry is a feature without properties, a collection of collections is flat. */
export function featuresOf(value: unknown, refuse: (why: string) => never): Feature<Geometry | null>[] {
  if (!isRecord(value)) return refuse('this is not a GeoJSON object');
  if (value.type === 'FeatureCollection') {
    if (!Array.isArray(value.features)) return refuse('the FeatureCollection has no features');
    return value.features.flatMap((feature) => featuresOf(feature, refuse));
  }
  if (value.type === 'Feature') {
    const geometry = value.geometry === null || isGeometry(value.geometry) ? value.geometry : null;
    const id = typeof value.id === 'string' || typeof value.id === 'number' ? { id: value.id } : {};
    return [{ type: 'Feature', ...id, properties: isRecord(value.properties) ? value.properties : {}, geometry }];
  }
  if (isGeometry(value)) return [{ type: 'Feature', properties: {}, geometry: value }];
  return refuse(`"${String(value.type)}" is not a GeoJSON type`);
}

function isGeometry(value: unknown): value is Geometry {
  if (!isRecord(value)) return false;
  if (value.type === 'GeometryCollection') return Array.isArray(value.geometries);
  return GEOMETRIES.has(String(value.type)) && Array.isArray(value.coordinates);
}

/** Polygons (each a list of rings) and points of a geometry; what lies in nested collections too. Lines are left out. */
export function partsOf(geometry: GeoJsonObject | null, depth = 0): { polygons: Position[][][]; points: Position[] } {
  if (geometry === null || !isGeometry(geometry) || depth > 32) return { polygons: [], points: [] };
  if (geometry.type === 'Polygon') return { polygons: [geometry.coordinates], points: [] };
  if (geometry.type === 'MultiPolygon') return { polygons: geometry.coordinates, points: [] };
  if (geometry.type === 'Point') return { polygons: [], points: [geometry.coordinates] };
  if (geometry.type !== 'GeometryCollection') return { polygons: [], points: [] };
  const parts = geometry.geometries.map((inner) => partsOf(inner, depth + 1));
  return { polygons: parts.flatMap((part) => part.polygons), points: parts.flatMap((part) => part.points) };
}
