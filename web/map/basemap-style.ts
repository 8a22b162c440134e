import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapTokens } from './read-tokens.ts';

/** Name of the vector source that holds the city's own land, water and streets. */
export const BASEMAP = 'city';

/** What lies under the shading: land, land use, parks. */
export function groundLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    fill('land', 'land', tokens.city),
    fill('landuse', 'landuse', tokens.land),
    fill('park', 'park', tokens.park),
  ];
}

/** What lies on the shading: parks again at half strength, so that they keep their place, then water. */
export function waterLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    fill('park-veil', 'park', tokens.park, 0.5),
    { ...fill('water', 'water', tokens.water), filter: isPolygon },
    {
      id: 'creek',
      type: 'line',
      source: BASEMAP,
      'source-layer': 'water',
      filter: ['all', isLine, ['!=', ['get', 'class'], 'river']],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': tokens.water, 'line-width': byZoom(0.8, 2.6, 6) },
    },
  ];
}

/** White streets over the fill: they keep a place readable under any shading. */
export function streetLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    street('local-edge', 'local', tokens.roadEdge, byZoom(0, 1.9, 7), { from: 13.8, opacity: fadeIn(13.8, 14.6, 0.7) }),
    street('collector-edge', 'collector', tokens.roadEdge, byZoom(0.6, 2.9, 9.5), { opacity: 0.5 }),
    street('local', 'local', tokens.road, byZoom(0.35, 1, 5.6), { opacity: fadeIn(12, 15, 0.92, 0.5) }),
    street('collector', 'collector', tokens.road, byZoom(0.7, 1.9, 8), { opacity: fadeIn(11, 15, 1, 0.75) }),
    {
      id: 'rail',
      type: 'line',
      source: BASEMAP,
      'source-layer': 'rail',
      paint: { 'line-color': tokens.rail, 'line-width': byZoom(0.8, 1.2, 2), 'line-dasharray': [4, 2.4] },
    },
    street('arterial-edge', 'arterial', tokens.roadMajorEdge, byZoom(1.4, 4, 13)),
    street('arterial', 'arterial', tokens.road, byZoom(0.9, 2.8, 11)),
    street('highway-edge', 'highway', tokens.highwayEdge, byZoom(2.2, 5.7, 17)),
    street('highway', 'highway', tokens.highway, byZoom(1.4, 4.1, 14.5)),
    street('highway-middle', 'highway', tokens.highwayEdge, byZoom(0.3, 0.9, 1.4)),
  ];
}

const isPolygon: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];

/** Pixels at zoom 11, 13.35 (the city in one window) and 17. */
const byZoom = (far: number, city: number, near: number): ExpressionSpecification => [
  'interpolate',
  ['exponential', 1.35],
  ['zoom'],
  11,
  far,
  13.35,
  city,
  17,
  near,
];

const fadeIn = (from: number, to: number, opacity: number, start = 0): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  from,
  start,
  to,
  opacity,
];

const fill = (id: string, layer: string, color: string, opacity = 1): LayerSpecification & { type: 'fill' } => ({
  id,
  type: 'fill',
  source: BASEMAP,
  'source-layer': layer,
  paint: { 'fill-color': color, 'fill-opacity': opacity },
});

function street(
  id: string,
  streetClass: string,
  color: string,
  width: ExpressionSpecification,
  { opacity = 1, from = 0 }: { opacity?: number | ExpressionSpecification; from?: number } = {},
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: BASEMAP,
    'source-layer': 'street',
    minzoom: from,
    filter: ['==', ['get', 'class'], streetClass],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width, 'line-opacity': opacity },
  };
}
