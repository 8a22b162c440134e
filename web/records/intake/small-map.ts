import { type GeoJSONSource, Map as MapLibre, Marker, type StyleSpecification } from 'maplibre-gl';
import type { AreaFeature } from '#data/schema/area.ts';
import { streetLabelLayers } from '#web/map/basemap-labels.ts';
import { BASEMAP, groundLayers, streetLayers, waterLayers } from '#web/map/basemap-style.ts';
import { prepareEngine } from '#web/map/engine.ts';
import { MAP_FONT } from '#web/map/map-fonts.ts';
import { type MapTokens, readTokens } from '#web/map/read-tokens.ts';

type LonLat = [lon: number, lat: number];
export type Tapped = { at: LonLat; street: string | null };

type Ground = {
  basemap: string | null;
  bbox: [number, number, number, number] | null;
  groups: readonly AreaFeature[];
  label: string;
};

const GROUPS = 'groups';
const CLOSE = 15.3; // blocks can be told apart
const FINGER = 28; // pixels around a tap in which a street is looked for

/** A small map that marks one place: the city's streets and the grounds of its groups. */
export class SmallMap {
  readonly #map: MapLibre;
  readonly #marker: Marker;

  constructor(container: HTMLElement, ground: Ground, mark: HTMLElement, onTap: (tapped: Tapped) => void) {
    prepareEngine();
    const tokens = readTokens(container);
    this.#map = new MapLibre({
      container,
      style: styleOf(ground, tokens),
      ...(ground.bbox ? { bounds: ground.bbox, fitBoundsOptions: { padding: 4 } } : { center: [0, 0], zoom: 1 }),
      attributionControl: false, // the land is the department's own
      fadeDuration: 0,
      maxPitch: 0,
      dragRotate: false,
      touchPitch: false,
      cooperativeGestures: false,
      locale: { 'Map.Title': ground.label },
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#marker = new Marker({ element: mark, anchor: 'bottom', draggable: true });
    this.#marker.on('dragend', () => onTap(this.#tapped(this.#marker.getLngLat().toArray())));
    this.#map.on('click', ({ lngLat }) => onTap(this.#tapped(lngLat.toArray())));
    this.#map.getCanvas().addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') onTap(this.#tapped(this.#map.getCenter().toArray()));
    });
  }

  middle(): Tapped {
    return this.#tapped(this.#map.getCenter().toArray());
  }

  show(place: LonLat | null): void {
    if (place === null) {
      this.#marker.remove();
      return;
    }
    this.#marker.setLngLat(place).addTo(this.#map);
    const far = this.#map.getZoom() < CLOSE - 1 || !this.#map.getBounds().contains(place);
    if (far) this.#map.jumpTo({ center: place, zoom: Math.max(CLOSE, this.#map.getZoom()) });
  }

  setGroups(groups: readonly AreaFeature[]): void {
    this.#map.getSource<GeoJSONSource>(GROUPS)?.setData(collectionOf(groups));
  }

  remove(): void {
    this.#map.remove();
  }

  #tapped(at: LonLat): Tapped {
    const { x, y } = this.#map.project(at);
    const layers = ['local', 'collector', 'arterial', 'highway'].filter((id) => this.#map.getLayer(id));
    const near = this.#map.queryRenderedFeatures(
      [
        [x - FINGER, y - FINGER],
        [x + FINGER, y + FINGER],
      ],
      { layers },
    );
    const named = near
      .map(({ geometry, properties }) => ({
        name: String(properties.name ?? ''),
        away: geometry.type === 'LineString' ? this.#pixelsTo(geometry.coordinates, x, y) : FINGER,
      }))
      .filter(({ name }) => name !== '')
      .sort((a, b) => a.away - b.away);
    return { at: [rounded(at[0]), rounded(at[1])], street: named[0]?.name ?? null };
  }

  #pixelsTo(line: number[][], x: number, y: number): number {
    const corners = line.map(([lon = 0, lat = 0]) => this.#map.project([lon, lat]));
    return Math.min(
      ...corners.map((from, i) => {
        const to = corners[i + 1] ?? from;
        const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
        const along = length === 0 ? 0 : ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length;
        const t = Math.min(1, Math.max(0, along));
        return Math.hypot(x - from.x - t * (to.x - from.x), y - from.y - t * (to.y - from.y));
      }),
    );
  }
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6; // a tenth of a meter: a finger is no finer

const collectionOf = (groups: readonly AreaFeature[]) => ({
  type: 'FeatureCollection' as const,
  features: [...groups],
});

function styleOf({ basemap, groups }: Ground, tokens: MapTokens): StyleSpecification {
  const city = basemap !== null;
  return {
    version: 8,
    sources: {
      ...(city ? { [BASEMAP]: { type: 'vector', url: `pmtiles://${basemap}` } } : {}),
      [GROUPS]: { type: 'geojson', data: collectionOf(groups) },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': tokens.land } },
      ...(city ? [...groundLayers(tokens), ...waterLayers(tokens), ...streetLayers(tokens)] : []),
      {
        id: 'group-outline',
        type: 'line',
        source: GROUPS,
        paint: { 'line-color': tokens.outline, 'line-width': 1.2, 'line-dasharray': [3, 2] },
      },
      ...(city ? streetLabelLayers(tokens) : []),
      {
        id: 'group-name',
        type: 'symbol',
        source: GROUPS,
        layout: { 'text-field': ['get', 'name'], 'text-font': MAP_FONT.group, 'text-size': 12, 'text-padding': 6 },
        paint: { 'text-color': tokens.label, 'text-halo-color': tokens.halo, 'text-halo-width': 1.6 },
      },
    ],
  };
}
