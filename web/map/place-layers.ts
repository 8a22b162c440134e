import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { PlaceCount } from '#web/compute/door.ts';
import { visibility } from './area-layers.ts';
import { MAP_FONT } from './map-fonts.ts';
import type { MapTokens } from './read-tokens.ts';

export const STACKS = 'stacks';
export const PLACES = 'places';

/** Calls that share one published point: one disc that shows their number. No jitter. */
export const stackLayer = (tokens: MapTokens, shown: boolean): LayerSpecification =>
  numbered(STACKS, 'disc-call', tokens.surface, shown);

/** Places picked out of a list beside the map. */
export const placeLayer = (tokens: MapTokens): LayerSpecification => numbered(PLACES, 'disc-place', tokens.ink, true);

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

/** From far a disc is as small as a call; from near it holds its number, the largest on top. */
const numbered = (source: string, disc: string, color: string, shown: boolean): LayerSpecification => ({
  id: source,
  type: 'symbol',
  source,
  layout: {
    ...visibility(shown),
    'icon-image': disc,
    'icon-size': discSize,
    'icon-allow-overlap': true,
    'icon-padding': 0,
    'text-field': ['step', ['zoom'], '', NUMBERS_FROM, ['to-string', ['get', 'count']]],
    'text-font': MAP_FONT.number,
    'text-size': 10.5,
    'text-allow-overlap': true,
    'text-padding': 0,
    'symbol-sort-key': ['get', 'count'],
  },
  paint: { 'text-color': color },
});

const NUMBERS_FROM = 13.6;

/** Share of the picture's own size (16 pixels across its middle to its edge). */
const discSize: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  11,
  ['/', ['min', 6, ['+', 1.6, ['*', 0.25, ['sqrt', ['get', 'count']]]]], 16],
  14.5,
  ['/', ['min', 16, ['+', 5.4, ['*', 0.8, ['sqrt', ['get', 'count']]]]], 16],
];
