import { basename } from 'node:path';
import type { AreaFeature, AreaGeometry, AreaKind, AreaLayer, Position } from '#data/schema/area.ts';
import { AreaProperties } from '#data/schema/area.ts';
import { DataRefused } from '#server/errors.ts';
import { identify } from './area-identity.ts';
import { circleAround, radiusOf } from './circle-around.ts';
import { cleanRings, rewound } from './clean-rings.ts';
import { denominatorsOf } from './denominators-of.ts';
import { openAreaFile } from './open-area-file.ts';
import { partsOf, type RawAreas } from './raw-areas.ts';
import { isOffEarth, type Projection, projectionOf } from './to-lon-lat.ts';

const MAX_RADIUS_METERS = 200_000;

export type AreaOptions = {
  kind: AreaKind;
  areaId?: string; // property that holds the id; guessed otherwise, and said which
  areaName?: string;
  table?: string; // one of several layers in a GeoPackage or archive
  crs?: string; // EPSG code, PROJ or WKT, where the file does not say or says wrong
};

/** What happened to the features of a file: read = accepted + rejected + those merged into another of the same id. */
export type AreaReport = {
  file: string;
  read: number;
  accepted: number;
  rejected: { feature: number; areaId: string; reason: string }[];
  merged: number; // features that share their id with an earlier one: more parts of it
  repaired: { areaId: string; what: string }[];
  notes: string[];
};

/**
 * Reads a boundary file (see `openAreaFile`) into one layer of valid areas in longitude and latitude. Nothing is
 * rounded here. `names` are those of all features in the file's order. Refuses a file without any area, and a coordinate that is not one, naming file and feature.
 */
export async function readAreas(
  path: string,
  options: AreaOptions,
): Promise<{ layer: AreaLayer; report: AreaReport; names: readonly string[] }> {
  const file = basename(path);
  const raw = await openAreaFile(path, options.table);
  const { ids, names, notes } = identify(raw.features, options, file);
  const projection = projectionFor(raw, options.crs, file);
  const report: AreaReport = {
    file,
    read: raw.features.length,
    accepted: 0,
    rejected: [],
    merged: 0,
    repaired: [],
    notes: [...raw.notes, ...projection.notes, ...notes],
  };
  const merged = mergedById(raw.features, ids, report);
  const features = merged.flatMap((area) => toArea(area, ids, names, projection, options.kind, report));
  report.accepted = features.length;
  if (features.length === 0) {
    const [first] = report.rejected;
    const why =
      first === undefined
        ? 'it has no features'
        : `feature ${first.feature}${calledIn(names, first.feature)}: ${first.reason}`;
    throw new DataRefused(`it holds no area that can be used (${why})`, { file });
  }
  return { layer: { type: 'FeatureCollection', features }, report, names };
}

/** The name of a feature in brackets, where it has one that is not its number. */
function calledIn(names: readonly string[], feature: number): string {
  const name = names[feature - 1];
  return name === undefined || name === String(feature) ? '' : ` (${name})`;
}

function projectionFor(raw: RawAreas, crs: string | undefined, file: string): Projection {
  const sample = raw.features.flatMap(({ geometry }) => {
    const { polygons, points } = partsOf(geometry);
    return [...points, ...polygons.flatMap(([ring = []]) => ring.filter((_, i) => i % 16 === 0))];
  });
  return projectionOf(crs ?? raw.crs, sample.filter(isPosition), (why) => {
    throw new DataRefused(why, { file });
  });
}

const isPosition = (position: unknown) => Array.isArray(position) && position.every((part) => typeof part === 'number');

type Gathered = { first: number; all: number[]; raw: RawAreas['features'] };

/** Features of one id are parts of one area; a line or an empty feature is not among them. */
function mergedById(features: RawAreas['features'], ids: string[], report: AreaReport): Gathered[] {
  const byId = new Map<string, Gathered>();
  for (const [i, feature] of features.entries()) {
    const areaId = ids[i] ?? '';
    const { polygons, points } = partsOf(feature.geometry);
    if (polygons.length === 0 && (points.length === 0 || radiusOf(feature.properties) === null)) {
      const reason = feature.geometry === null ? 'it has no shape' : `a ${feature.geometry.type} is not an area`;
      report.rejected.push({ feature: i + 1, areaId, reason });
      continue;
    }
    const known = byId.get(areaId);
    if (known === undefined) byId.set(areaId, { first: i, all: [i], raw: [feature] });
    else {
      known.all.push(i);
      known.raw.push(feature);
      report.merged++;
    }
  }
  for (const [areaId, { all }] of byId) {
    if (all.length > 1)
      report.notes.push(`features ${all.map((i) => i + 1).join(', ')} share the id "${areaId}": one area`);
  }
  return [...byId.values()];
}

function toArea(
  { first, raw }: Gathered,
  ids: string[],
  names: string[],
  { toLonLat }: Projection,
  kind: AreaKind,
  report: AreaReport,
): AreaFeature[] {
  const id = ids[first] ?? '';
  const refuse = (why: string): never => {
    throw new DataRefused(why, { file: report.file, column: `feature ${first + 1} (${names[first] ?? id})` });
  };
  const circles = raw.flatMap((feature) => {
    const radiusMeters = radiusOf(feature.properties);
    if (radiusMeters === null) return [];
    if (radiusMeters > MAX_RADIUS_METERS) {
      return refuse(`a radius of ${radiusMeters} m is larger than any city; in which unit is it?`);
    }
    return partsOf(feature.geometry).points.map((point) => ({
      center: onEarth(toLonLat(point), refuse),
      radiusMeters,
    }));
  });
  const polygons = raw.flatMap((feature) => partsOf(feature.geometry).polygons);
  const cleaned = polygons.length === 0 ? null : cleanRings(polygons, toLonLat, refuse);
  const shapes = [
    ...(cleaned ? [cleaned.geometry] : []),
    ...circles.flatMap(({ center, radiusMeters }) => {
      const whole = cleanRings([circleAround(center, radiusMeters)], ([x = 0, y = 0]) => [x, y], refuse);
      return whole === null ? [] : [whole.geometry];
    }),
  ];
  const geometry = together(shapes);
  if (geometry === null) {
    report.rejected.push({ feature: first + 1, areaId: id, reason: 'its rings enclose no area' });
    return [];
  }
  report.repaired.push(...(cleaned?.repairs ?? []).map((what) => ({ areaId: id, what })));
  const [circle] = polygons.length === 0 && circles.length === 1 ? circles : [];
  const counted = denominatorsOf(raw[0]?.properties ?? null);
  const properties = AreaProperties.parse({ areaId: id, name: names[first] ?? id, kind, ...counted, ...circle });
  return [{ type: 'Feature', id, properties, geometry: rewound(geometry) }];
}

function onEarth(position: Position, refuse: (why: string) => never): Position {
  return isOffEarth(position) ? refuse('its point is no place on earth') : position;
}

function together(shapes: AreaGeometry[]): AreaGeometry | null {
  const [only, ...others] = shapes;
  if (only === undefined || others.length === 0) return only ?? null;
  const coordinates = shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates));
  return { type: 'MultiPolygon', coordinates };
}
