import { circle } from '@turf/turf';
import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { Position } from '#data/schema/area.ts';
import type { MapTokens } from './read-tokens.ts';

export const SHAPE = 'shape';

/** A drawn area. A polygon's ring is not closed; a radius is in meters on the ground. */
export type DrawnShape =
  | { kind: 'polygon'; ring: Position[] }
  | { kind: 'circle'; center: Position; radiusMeters: number };

/** The drawn area and the corners of the one being drawn. */
export function shapeLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    {
      id: 'shape-fill',
      type: 'fill',
      source: SHAPE,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': tokens.accent, 'fill-opacity': 0.1 },
    },
    {
      id: 'shape-casing',
      type: 'line',
      source: SHAPE,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.surface, 'line-width': 5, 'line-opacity': 0.85 },
    },
    {
      id: 'shape-line',
      type: 'line',
      source: SHAPE,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.accent, 'line-width': 2.2 },
    },
    {
      id: 'shape-corner',
      type: 'circle',
      source: SHAPE,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 4.5,
        'circle-color': tokens.surface,
        'circle-stroke-color': tokens.accent,
        'circle-stroke-width': 2.2,
      },
    },
  ];
}

/** Closed areas, open lines and corners, as the layers above expect them. */
export function shapeFeatures(shapes: readonly DrawnShape[], corners: readonly Position[] = []): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: [
      ...shapes.map(outlineOf),
      ...corners.map(
        (corner): Feature => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'Point', coordinates: corner },
        }),
      ),
    ],
  };
}

function outlineOf(shape: DrawnShape): Feature {
  if (shape.kind === 'circle') return circle(shape.center, shape.radiusMeters, { units: 'meters', steps: 96 });
  const [first] = shape.ring;
  if (!first || shape.ring.length < 3) {
    return { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: shape.ring } };
  }
  return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...shape.ring, first]] } };
}
