import type { FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { DensitySurface, HotCell } from '#web/compute/door.ts';
import { visibility } from './area-layers.ts';
import type { MapTokens } from './read-tokens.ts';

export const DENSITY = 'density';
export const HOT_CELLS = 'hot-cells';

/** The part of a density surface that the map draws. */
export type DensityLines = Pick<DensitySurface, 'contours' | 'max' | 'bandwidthMeters'>;

/**
 * Isolines with a faint fill, so that density can lie on a shading without hiding its
 * class. Three levels; each inner one adds to the fill of those around it.
 */
export function densityLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  const layout = visibility(shown);
  return [
    {
      id: 'density-fill',
      type: 'fill',
      source: DENSITY,
      layout,
      paint: { 'fill-color': tokens.surfaceFill, 'fill-opacity': ['match', ['get', 'level'], 0, 0.15, 1, 0.22, 0.3] },
    },
    {
      id: 'density-line',
      type: 'line',
      source: DENSITY,
      layout: { ...layout, 'line-join': 'round' },
      paint: {
        'line-color': tokens.surfaceLine,
        'line-width': ['match', ['get', 'level'], 0, 0.9, 1, 1.2, 1.7],
        'line-opacity': ['match', ['get', 'level'], 0, 0.7, 1, 0.85, 1],
      },
    },
  ];
}

/** Squares a named method calls hot (solid) or cold (dashed); the others are not drawn. */
export function hotCellLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  const layout = { ...visibility(shown), 'line-join': 'miter' as const };
  return [
    {
      id: 'hot-fill',
      type: 'fill',
      source: HOT_CELLS,
      filter: ['==', ['get', 'verdict'], 'hot'],
      layout: visibility(shown),
      paint: { 'fill-color': tokens.surfaceFill, 'fill-opacity': 0.34 },
    },
    {
      id: 'hot-line',
      type: 'line',
      source: HOT_CELLS,
      filter: ['==', ['get', 'verdict'], 'hot'],
      layout,
      paint: { 'line-color': tokens.surfaceLine, 'line-width': 1.4 },
    },
    {
      id: 'cold-line',
      type: 'line',
      source: HOT_CELLS,
      filter: ['==', ['get', 'verdict'], 'cold'],
      layout,
      paint: { 'line-color': tokens.surfaceLine, 'line-width': 1.2, 'line-dasharray': [2, 2] },
    },
  ];
}

/** Contours as polygons, lowest level first; `level` is its place among them. */
export function densityFeatures(density: DensityLines | null): FeatureCollection {
  const rising = [...(density?.contours ?? [])].sort((a, b) => a.level - b.level);
  return {
    type: 'FeatureCollection',
    features: rising.map(({ rings }, level) => ({
      type: 'Feature',
      properties: { level },
      geometry: { type: 'MultiPolygon', coordinates: rings },
    })),
  };
}

export function hotCellFeatures(cells: readonly HotCell[] | null): FeatureCollection {
  const judged = (cells ?? []).filter(({ verdict }) => verdict !== 'not-significant');
  return {
    type: 'FeatureCollection',
    features: judged.map(({ ring, verdict, count }) => ({
      type: 'Feature',
      properties: { verdict, count },
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  };
}
