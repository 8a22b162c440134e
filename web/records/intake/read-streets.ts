import { Map as MapLibre } from 'maplibre-gl';
import { BASEMAP } from '#web/map/basemap-style.ts';
import { prepareEngine } from '#web/map/engine.ts';
import type { Street } from './kept-on-phone.ts';

const SIDE = 1400; // pixels: the whole city at the zoom where its small streets begin
const ZOOM = 12;

/** Every named street of the city's own tiles, each with a point on it. Read once, then kept on this device. */
export function readStreets(basemap: string, bbox: [number, number, number, number]): Promise<Street[]> {
  prepareEngine();
  const container = document.createElement('div');
  container.style.cssText = `position:fixed;left:-${2 * SIDE}px;top:0;width:${SIDE}px;height:${SIDE}px;visibility:hidden`;
  document.body.append(container);
  const map = new MapLibre({
    container,
    center: [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2],
    zoom: ZOOM,
    interactive: false,
    attributionControl: false,
    style: {
      version: 8,
      sources: { [BASEMAP]: { type: 'vector', url: `pmtiles://${basemap}` } },
      layers: [{ id: 'street', type: 'line', source: BASEMAP, 'source-layer': 'street', paint: { 'line-opacity': 0 } }],
    },
  });
  return new Promise((resolve) => {
    map.once('idle', () => {
      const longest = new Map<string, { length: number; street: Street }>();
      for (const { geometry, properties } of map.querySourceFeatures(BASEMAP, { sourceLayer: 'street' })) {
        const name = String(properties.name ?? '');
        if (name === '' || geometry.type !== 'LineString') continue;
        const { coordinates } = geometry;
        const [lon = 0, lat = 0] = coordinates[coordinates.length >> 1] ?? [];
        if (coordinates.length > (longest.get(name)?.length ?? 0))
          longest.set(name, { length: coordinates.length, street: { name, lon, lat } });
      }
      map.remove();
      container.remove();
      resolve([...longest.values()].map(({ street }) => street).sort((a, b) => a.name.localeCompare(b.name)));
    });
  });
}
