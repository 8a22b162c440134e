import type { Geometry } from 'geojson';
import { Map as MapLibre } from 'maplibre-gl';
import { BASEMAP } from '#web/map/basemap-style.ts';
import { prepareEngine } from '#web/map/engine.ts';
import type { LonLat } from './marked-place.ts';

const SIDE = 1400; // pixels: the whole city at the zoom where its small streets begin
const ZOOM = 12;

/** Every named street of the city's own tiles, with its lines in pieces. */
export function readStreets(basemap: string, bbox: [number, number, number, number]): Promise<Map<string, LonLat[][]>> {
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
      const drawn = new Map<string, LonLat[][]>();
      for (const { geometry, properties } of map.querySourceFeatures(BASEMAP, { sourceLayer: 'street' })) {
        const name = String(properties.name ?? '');
        if (name !== '') drawn.set(name, [...(drawn.get(name) ?? []), ...linesOf(geometry)]);
      }
      map.remove();
      container.remove();
      resolve(drawn);
    });
  });
}

function linesOf(geometry: Geometry): LonLat[][] {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : [];
  if (geometry.type === 'MultiLineString') lines.push(...geometry.coordinates);
  return lines.map((line) => line.map(([lon = 0, lat = 0]): LonLat => [lon, lat]));
}
