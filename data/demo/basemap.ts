import GeoJSONVT from 'geojson-vt';
import vtPbf from 'vt-pbf';
import { BASEMAP_LAYERS, type BasemapLayer, basemapFeatures } from './basemap-features.ts';
import type { DemoCity } from './city.ts';
import { CITY_CENTER, toPosition } from './plane.ts';
import { type Tile, writeArchive } from './pmtiles-archive.ts';

const MIN_ZOOM = 9;
const MAX_ZOOM = 14;

/**
 * The city's own map as a PMTiles archive of vector tiles, zooms 9 to 14 (overzoom beyond).
 * Layers, in the order to draw them, and what `class` says:
 *
 * - `land` polygon of the city; outside it is country
 * - `park` park (named) | green (riverside, without name)
 * - `landuse` campus | hospital | school | mall | industrial, all named
 * - `water` polygons river | pond (named); lines river | creek carry the names to label along
 * - `rail` rail
 * - `street` highway | arterial | collector | local, one line a street, named; local from zoom 12, collector from 11
 * - `place` points: city | neighborhood | hamlet
 */
export function makeBasemap(city: DemoCity): Uint8Array {
  const features = basemapFeatures(city);
  const indexes = BASEMAP_LAYERS.map((layer) => ({
    layer,
    index: new GeoJSONVT(features[layer], { maxZoom: MAX_ZOOM, indexMaxZoom: 10, tolerance: 2, buffer: 96 }),
  }));
  const [west, south] = toPosition([-8300, -6100]);
  const [east, north] = toPosition([8300, 6100]);
  const tiles: Tile[] = [];
  for (let z = MIN_ZOOM; z <= MAX_ZOOM; z++) {
    const [first, top] = tileAt(west, north, z);
    const [last, bottom] = tileAt(east, south, z);
    for (let y = top; y <= bottom; y++) {
      for (let x = first; x <= last; x++) {
        const layers: Record<string, { features: Parameters<typeof vtPbf.fromGeojsonVt>[0][string]['features'] }> = {};
        for (const { layer, index } of indexes) {
          const tile = index.getTile(z, x, y);
          const shown = tile?.features.filter(({ tags }) => z >= fromZoom(layer, String(tags?.class))) ?? [];
          if (shown.length > 0) layers[layer] = { features: shown };
        }
        if (Object.keys(layers).length > 0) {
          tiles.push({ z, x, y, bytes: vtPbf.fromGeojsonVt(layers, { version: 2, extent: 4096 }) });
        }
      }
    }
  }
  return writeArchive(tiles, {
    bounds: [west, south, east, north],
    center: [CITY_CENTER[0], CITY_CENTER[1], 12],
    metadata: {
      name: 'Ashel, an invented city',
      type: 'baselayer',
      format: 'pbf',
      vector_layers: BASEMAP_LAYERS.map((id) => ({
        id,
        fields: { class: 'String', name: 'String' },
        minzoom: MIN_ZOOM,
        maxzoom: MAX_ZOOM,
      })),
    },
  });
}

function fromZoom(layer: BasemapLayer, featureClass: string): number {
  if (layer !== 'street') return MIN_ZOOM;
  return { highway: 9, arterial: 9, collector: 11, local: 12 }[featureClass] ?? 12;
}

/** The web Mercator tile that holds a place. */
function tileAt(lon: number, lat: number, z: number): [x: number, y: number] {
  const tiles = 2 ** z;
  const radians = (lat * Math.PI) / 180;
  const y = (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
  return [Math.floor(((lon + 180) / 360) * tiles), Math.floor(y * tiles)];
}
