import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { PlaceCount } from '#web/compute/door.ts';
import { visibility } from './area-layers.ts';
import { MAP_FONT } from './map-fonts.ts';
import type { MapTokens } from './read-tokens.ts';

export const STACKS = 'stacks';
export const PLACES = 'places';

/** Calls that share one published point: one disc that shows their number. No jitter. */
export function stackLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  return numbered('stack', STACKS, shown, {
    disc: { 'circle-color': tokens.call, 'circle-stroke-color': tokens.surface, 'circle-stroke-width': 1 },
    number: tokens.surface,
  });
}

/** Places picked out of a list beside the map. */
export function placeLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  return numbered('place', PLACES, shown, {
    disc: { 'circle-color': tokens.surface, 'circle-stroke-color': tokens.ink, 'circle-stroke-width': 2 },
    number: tokens.ink,
  });
}

export function placeFeatures(places: readonly PlaceCount[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: places
      .filter(({ count }) => count > 1)
      .sort((a, b) => a.count - b.count)
      .map(({ placeKey, label, lon, lat, count }) => ({
        type: 'Feature',
        properties: { placeKey, label, count },
        geometry: { type: 'Point', coordinates: [lon, lat] },
      })),
  };
}

type Look = {
  disc: { 'circle-color': string; 'circle-stroke-color': string; 'circle-stroke-width': number };
  number: string;
};

/** From far the disc is as small as a call; its number comes when there is room for it. */
function numbered(id: string, source: string, shown: boolean, { disc, number }: Look): LayerSpecification[] {
  return [
    {
      id,
      type: 'circle',
      source,
      layout: { ...visibility(shown), 'circle-sort-key': ['get', 'count'] },
      paint: { ...disc, 'circle-radius': radius },
    },
    {
      id: `${id}-number`,
      type: 'symbol',
      source,
      minzoom: NUMBERS_FROM,
      layout: {
        ...visibility(shown),
        'text-field': ['to-string', ['get', 'count']],
        'text-font': MAP_FONT.number,
        'text-size': 10.5,
        'text-padding': 0,
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      paint: { 'text-color': number },
    },
  ];
}

const NUMBERS_FROM = 13.6;

const radius: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  ['min', 6, ['+', 1.6, ['*', 0.25, ['sqrt', ['get', 'count']]]]],
  14.5,
  ['min', 16, ['+', 5.4, ['*', 0.8, ['sqrt', ['get', 'count']]]]],
];
