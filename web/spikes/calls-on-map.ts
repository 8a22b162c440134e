import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { CallRow, Points } from '#web/compute/door.ts';
import { MAP_FONT } from '#web/map/map-fonts.ts';

const NOW = 'spike-now';
const BEFORE = 'spike-before';

/** The judged week's calls: one feature a place, with how many of them lie there. */
export function callsByPlace(calls: readonly CallRow[]): FeatureCollection {
  const places = new Map<string, { lon: number; lat: number; count: number }>();
  for (const { lon, lat, placement } of calls) {
    if (lon === null || lat === null || placement !== 'placed') continue;
    const key = `${lon} ${lat}`;
    places.set(key, { lon, lat, count: (places.get(key)?.count ?? 0) + 1 });
  }
  return collection([...places.values()]);
}

/** Calls as they lie, a feature each. */
export const callsAsTheyLie = ({ lonLat }: Points): FeatureCollection =>
  collection(
    Array.from({ length: lonLat.length / 2 }, (_, at) => ({
      lon: lonLat[2 * at] ?? 0,
      lat: lonLat[2 * at + 1] ?? 0,
      count: 1,
    })),
  );

const collection = (points: readonly { lon: number; lat: number; count: number }[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: points.map(({ lon, lat, count }) => ({
    type: 'Feature',
    properties: { count },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })),
});

/**
 * Puts both on a map, below nothing: rings for what came before, ink for what is judged,
 * so that the new stands out without a hue. Returns how to take them away.
 */
export function drawCalls(map: MapLibre, now: FeatureCollection, before: FeatureCollection): () => void {
  const draw = () => {
    const token = (name: string) => getComputedStyle(map.getContainer()).getPropertyValue(name).trim();
    setOrAdd(map, BEFORE, before);
    setOrAdd(map, NOW, now);
    if (map.getLayer(NOW)) return;
    map.addLayer({
      id: BEFORE,
      type: 'circle',
      source: BEFORE,
      paint: {
        'circle-radius': 3.2,
        'circle-color': token('--map-city'),
        'circle-opacity': 0.6,
        'circle-stroke-color': token('--call'),
        'circle-stroke-width': 1.3,
      },
    });
    map.addLayer({
      id: NOW,
      type: 'circle',
      source: NOW,
      paint: {
        'circle-radius': ['case', ['>', ['get', 'count'], 1], 7.5, 4.6],
        'circle-color': token('--chart-out'),
        'circle-stroke-color': token('--surface'),
        'circle-stroke-width': 1,
      },
    });
    map.addLayer({
      id: `${NOW}-number`,
      type: 'symbol',
      source: NOW,
      filter: ['>', ['get', 'count'], 1],
      layout: {
        'text-field': ['to-string', ['get', 'count']],
        'text-font': MAP_FONT.number,
        'text-size': 11,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': token('--surface') },
    });
  };
  if (map.isStyleLoaded()) draw();
  else map.once('idle', draw);
  return () => {
    map.off('idle', draw);
  };
}

function setOrAdd(map: MapLibre, id: string, data: FeatureCollection): void {
  const source = map.getSource<GeoJSONSource>(id);
  if (source) source.setData(data);
  else map.addSource(id, { type: 'geojson', data });
}
