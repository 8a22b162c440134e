import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapTokens } from './read-tokens.ts';

export const FINDINGS = 'findings';

/**
 * How a finding of a method is drawn. Tones differ by line and fill, not by hue alone:
 * `strong` is filled and solid, `weak` outlined, `low` dashed, `line` joins two places.
 */
export type FindingTone = 'strong' | 'weak' | 'low';

/** Findings as the map draws them: polygons, lines and points whose `tone` says how sure, `label` what. */
export type FindingFeatures = FeatureCollection<
  GeoJSON.Polygon | GeoJSON.MultiPolygon | GeoJSON.LineString | GeoJSON.Point,
  { tone: FindingTone; label?: string }
>;

const toned = (tone: FindingTone): ExpressionSpecification => ['==', ['get', 'tone'], tone];
const isShape: ExpressionSpecification = ['match', ['geometry-type'], ['Polygon', 'MultiPolygon'], true, false];
const isPoint: ExpressionSpecification = ['==', ['geometry-type'], 'Point'];
const isLow = toned('low');

/** What an open method found, over everything but the names. */
export function findingLayers(tokens: MapTokens): LayerSpecification[] {
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'finding-fill',
      type: 'fill',
      source: FINDINGS,
      filter: ['all', isShape, toned('strong')],
      paint: { 'fill-color': tokens.surfaceFill, 'fill-opacity': 0.34 },
    },
    {
      id: 'finding-line',
      type: 'line',
      source: FINDINGS,
      filter: ['all', ['!', isPoint], ['!', isLow]],
      layout: round,
      paint: { 'line-color': tokens.surfaceLine, 'line-width': ['match', ['get', 'tone'], 'strong', 1.8, 1.1] },
    },
    {
      id: 'finding-dashed',
      type: 'line',
      source: FINDINGS,
      filter: ['all', ['!', isPoint], isLow],
      paint: { 'line-color': tokens.surfaceLine, 'line-width': 1.2, 'line-dasharray': [2, 2] },
    },
    {
      id: 'finding-point',
      type: 'circle',
      source: FINDINGS,
      filter: isPoint,
      paint: {
        'circle-radius': ['match', ['get', 'tone'], 'strong', 5, 3.5],
        'circle-color': ['match', ['get', 'tone'], 'strong', tokens.surfaceLine, tokens.surface],
        'circle-stroke-color': tokens.surfaceLine,
        'circle-stroke-width': 1.4,
      },
    },
  ];
}
