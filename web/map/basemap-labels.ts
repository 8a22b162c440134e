import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
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

/**
 * Names of water, parks and other sites: water slanted and spaced, as on any good paper
 * map. Neighborhoods are named only while no areas are, which bear the same names.
 */
export function placeLabelLayers(tokens: MapTokens, areasShown: boolean): LayerSpecification[] {
  const land = { color: tokens.labelPark, halo: tokens.halo };
  const quiet = { color: tokens.labelStreet, halo: tokens.halo };
  return [
    nameOf('hamlet-name', 'place', quiet, { classes: ['hamlet'], from: 10.5 }),
    nameOf('neighborhood-name', 'place', quiet, { classes: ['neighborhood'], from: areasShown ? 24 : 12 }),
    nameOf('site-name', 'landuse', land, { classes: ['school', 'mall', 'industrial'], from: 14.4 }),
    nameOf('large-site-name', 'landuse', land, { classes: ['campus', 'hospital'], from: 13.2 }),
    nameOf('park-name', 'park', land, { classes: ['park'], from: 13 }),
    waterName('pond-name', 'point', tokens, { classes: ['pond', 'lake'], from: 13.6 }),
    waterName('creek-name', 'line', tokens, { classes: ['creek'], from: 13.6 }),
    waterName('river-name', 'line', tokens, { classes: ['river'], from: 10.5 }),
  ];
}

type Chosen = { classes: string[]; from: number };

const chosen = ({ classes, from }: Chosen): { minzoom: number; filter: FilterSpecification } => ({
  minzoom: from,
  filter: ['all', ['has', 'name'], ['in', ['get', 'class'], ['literal', classes]]],
});

function nameOf(
  id: string,
  layer: string,
  { color, halo }: { color: string; halo: string },
  which: Chosen,
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: BASEMAP,
    'source-layer': layer,
    ...chosen(which),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': MAP_FONT.street,
      'text-size': 11,
      'text-max-width': 5,
      'text-line-height': 1.1,
      'text-padding': 4,
    },
    paint: { 'text-color': color, 'text-halo-color': halo, 'text-halo-width': 1.5 },
  };
}

function waterName(id: string, placement: 'line' | 'point', tokens: MapTokens, which: Chosen): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: BASEMAP,
    'source-layer': 'water',
    ...chosen(which),
    layout: {
      'symbol-placement': placement,
      'symbol-spacing': 380,
      'text-field': ['get', 'name'],
      'text-font': MAP_FONT.overlapping,
      'text-size': placement === 'line' && which.from < 12 ? 12 : 11,
      'text-letter-spacing': 0.12,
      'text-max-angle': 30,
      'text-max-width': 6,
    },
    paint: { 'text-color': tokens.labelWater, 'text-halo-color': tokens.water, 'text-halo-width': 0.8 },
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
