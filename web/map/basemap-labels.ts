import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BASEMAP } from './basemap-style.ts';
import { MAP_FONT } from './map-fonts.ts';
import type { MapTokens } from './read-tokens.ts';

/** Names of streets, along their lines; small streets only when near. */
export function streetLabelLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    streetLabel('local-name', ['local'], tokens, { from: 15, every: 260 }),
    streetLabel('collector-name', ['collector'], tokens, { from: 14, every: 320 }),
    streetLabel('arterial-name', ['arterial', 'highway'], tokens, { from: 12, every: 420 }),
  ];
}

/** Names of water and parks: water slanted and spaced, as on any good paper map. */
export function placeLabelLayers(tokens: MapTokens): LayerSpecification[] {
  return [
    landLabel('site-name', ['school', 'mall', 'industrial'], tokens, 14.4),
    landLabel('park-name', ['park', 'campus', 'hospital'], tokens, 12.8),
    waterLabel('water-name-line', ['==', ['geometry-type'], 'LineString'], 'line', tokens),
    waterLabel('water-name', ['==', ['geometry-type'], 'Point'], 'point', tokens),
  ];
}

const WATER_NAMES = ['water', 'river', 'lake', 'creek'];

function landLabel(id: string, classes: string[], tokens: MapTokens, from: number): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: BASEMAP,
    'source-layer': 'place',
    minzoom: from,
    filter: ['all', ['==', ['geometry-type'], 'Point'], ['in', ['get', 'class'], ['literal', classes]]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': MAP_FONT.street,
      'text-size': 11,
      'text-max-width': 5,
      'text-line-height': 1.1,
      'text-padding': 4,
    },
    paint: { 'text-color': tokens.labelPark, 'text-halo-color': tokens.halo, 'text-halo-width': 1.5 },
  };
}

function streetLabel(
  id: string,
  classes: string[],
  tokens: MapTokens,
  { from, every }: { from: number; every: number },
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: BASEMAP,
    'source-layer': 'street',
    minzoom: from,
    filter: ['all', ['in', ['get', 'class'], ['literal', classes]], ['has', 'name']],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': every,
      'text-field': ['get', 'name'],
      'text-font': MAP_FONT.street,
      'text-size': 11,
      'text-letter-spacing': 0.01,
      'text-max-angle': 25,
      'text-padding': 8,
    },
    paint: { 'text-color': tokens.labelStreet, 'text-halo-color': tokens.halo, 'text-halo-width': 1.4 },
  };
}

function waterLabel(
  id: string,
  geometry: ExpressionSpecification,
  placement: 'line' | 'point',
  tokens: MapTokens,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: BASEMAP,
    'source-layer': 'place',
    filter: ['all', geometry, ['in', ['get', 'class'], ['literal', WATER_NAMES]]],
    layout: {
      'symbol-placement': placement,
      'symbol-spacing': 600,
      'text-field': ['get', 'name'],
      'text-font': MAP_FONT.overlapping,
      'text-size': 12,
      'text-letter-spacing': 0.14,
      'text-max-angle': 30,
    },
    paint: { 'text-color': tokens.labelWater, 'text-halo-color': tokens.water, 'text-halo-width': 0.8 },
  };
}
