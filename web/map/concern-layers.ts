import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapConcern } from '#data/schema/concern.ts';
import { visibility } from './area-layers.ts';
import { MAP_FONT } from './map-fonts.ts';
import type { MapTokens } from './read-tokens.ts';

export const CONCERNS = 'concerns';

/**
 * Concerns gather into one mark where they would cover each other; the mark then shows
 * its number, is overdue if any is, and answered only if all are.
 */
export const concernSource = (data: FeatureCollection): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  cluster: true,
  clusterRadius: 26,
  clusterMaxZoom: 17,
  clusterProperties: {
    overdue: ['+', ['case', ['==', ['get', 'status'], 'overdue'], 1, 0]],
    open: ['+', ['case', ['==', ['get', 'status'], 'open'], 1, 0]],
  },
});

export function concernLayers(tokens: MapTokens, shown: boolean): LayerSpecification[] {
  return [
    {
      id: 'concern',
      type: 'symbol',
      source: CONCERNS,
      layout: {
        ...visibility(shown),
        'icon-image': [
          'case',
          ['has', 'point_count'],
          [
            'case',
            ['>', ['get', 'overdue'], 0],
            'concern-overdue',
            ['>', ['get', 'open'], 0],
            'concern-open',
            'concern-answered',
          ],
          ['concat', 'concern-', ['get', 'status']],
        ],
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'icon-padding': 0,
        'text-field': ['case', ['has', 'point_count'], ['to-string', ['get', 'point_count']], ''],
        'text-font': MAP_FONT.number,
        'text-size': 12,
        'text-offset': [0, -1.13],
        'text-allow-overlap': true,
        'text-padding': 0,
        'symbol-z-order': 'viewport-y',
      },
      paint: {
        'text-color': [
          'case',
          ['>', ['+', ['coalesce', ['get', 'open'], 0], ['coalesce', ['get', 'overdue'], 0]], 0],
          tokens.concernEdge,
          tokens.concernText,
        ],
      },
    },
  ];
}

export function concernFeatures(concerns: readonly MapConcern[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: concerns.map(({ concernId, status, lon, lat }) => ({
      type: 'Feature',
      properties: { concernId, status },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
}
