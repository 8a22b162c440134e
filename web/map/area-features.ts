import { area } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import type { AreaFeature, AreaLayer } from '#data/schema/area.ts';
import { labelPoint } from './label-point.ts';
import type { Overlap } from './overlap.ts';

/** Outlines as the map needs them: the large first, so that a small area inside one can be clicked. */
export function areaFeatures(layer: AreaLayer): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: bySize(layer).map(({ properties: { areaId, name, groupKind, center }, geometry }) => ({
      type: 'Feature',
      properties: { areaId, name, dashed: groupKind === 'business' || center !== null },
      geometry,
    })),
  };
}

/**
 * One point a name. `rank` keeps the larger area's name where two have no room; `over`
 * marks an area that lies on ground of a larger one, whose name is slanted.
 */
export function areaNames(layer: AreaLayer, overlaps: readonly Overlap[]): FeatureCollection {
  const ranked = bySize(layer);
  const rankOf = new Map(ranked.map(({ properties }, rank) => [properties.areaId, rank]));
  const shared = new Map<string, Overlap['geometry'][]>();
  const over = new Set<string>();
  for (const { members, geometry } of overlaps) {
    const [, ...smaller] = [...members].sort((a, b) => (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0));
    for (const member of smaller) over.add(member);
    for (const member of members) shared.set(member, [...(shared.get(member) ?? []), geometry]);
  }
  return {
    type: 'FeatureCollection',
    features: ranked.map(({ properties: { areaId, name }, geometry }, rank) => ({
      type: 'Feature',
      properties: { areaId, name, rank, over: over.has(areaId) },
      geometry: { type: 'Point', coordinates: labelPoint(geometry, shared.get(areaId)) },
    })),
  };
}

export function overlapFeatures(overlaps: readonly Overlap[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: overlaps.map(({ overlapId, geometry }) => ({ type: 'Feature', properties: { overlapId }, geometry })),
  };
}

const bySize = (layer: AreaLayer): AreaFeature[] =>
  layer.features
    .map((feature) => ({ feature, size: area(feature.geometry) }))
    .sort((a, b) => b.size - a.size)
    .map(({ feature }) => feature);
