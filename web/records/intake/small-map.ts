import {
  type GeoJSONSource,
  type LayerSpecification,
  Map as MapLibre,
  Marker,
  type StyleSpecification,
} from 'maplibre-gl';
import type { AreaFeature } from '#data/schema/area.ts';
import type { ConcernPlace } from '#data/schema/records/concern.ts';
import { streetLabelLayers } from '#web/map/basemap-labels.ts';
import { BASEMAP, groundLayers, streetLayers, waterLayers } from '#web/map/basemap-style.ts';
import { prepareEngine } from '#web/map/engine.ts';
import { MAP_FONT } from '#web/map/map-fonts.ts';
import { type MapTokens, readTokens } from '#web/map/read-tokens.ts';
import { type LonLat, middleOf, tapsOf } from './marked-place.ts';
import { boxOf } from './street-line.ts';

export type Tapped = { at: LonLat; street: string | null };

type Ground = {
  basemap: string | null;
  bbox: [number, number, number, number] | null;
  groups: readonly AreaFeature[];
  label: string;
};

const GROUPS = 'groups';
const MARKED = 'marked';
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

  /** Its sign, and for a stretch or an area its line; only a spot is dragged. Without a place, the street to tap along. */
  show(place: ConcernPlace | null, street: readonly LonLat[][] = []): void {
    const taps = tapsOf(place);
    const middle = middleOf(taps);
    this.#onceLoaded(() => this.#map.getSource<GeoJSONSource>(MARKED)?.setData(markedOf(place, street)));
    if (middle === null) {
      this.#marker.remove();
      if (street.length > 0) this.#map.fitBounds(boxOf(street), { padding: 24, maxZoom: CLOSE, animate: false });
      return;
    }
    this.#marker
      .setDraggable(taps.length === 1)
      .setLngLat(middle)
      .addTo(this.#map);
    const isSeen = this.#map.getZoom() >= CLOSE - 1 && this.#map.getBounds().contains(middle);
    if (taps.length === 1 && !isSeen) this.#map.jumpTo({ center: middle, zoom: Math.max(CLOSE, this.#map.getZoom()) });
  }

  #onceLoaded(act: () => void): void {
    if (this.#map.isStyleLoaded()) act();
    else this.#map.once('load', act);
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

function markedOf(place: ConcernPlace | null, street: readonly LonLat[][]) {
  const lines = { type: 'MultiLineString' as const, coordinates: street.map((line) => [...line]) };
  const drawn = place ?? (street.length > 0 ? lines : null);
  const features =
    drawn === null || drawn.type === 'Point' ? [] : [{ type: 'Feature' as const, properties: {}, geometry: drawn }];
  return { type: 'FeatureCollection' as const, features };
}

const collectionOf = (groups: readonly AreaFeature[]) => ({
  type: 'FeatureCollection' as const,
  features: [...groups],
});

/** Two of them, one on the other: seen on light ground by its edge and on dark by its middle. */
const markedLine = (id: string, color: string, width: number): LayerSpecification => ({
  id,
  type: 'line',
  source: MARKED,
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': color, 'line-width': width },
});

function styleOf({ basemap, groups }: Ground, tokens: MapTokens): StyleSpecification {
  const city = basemap !== null;
  return {
    version: 8,
    sources: {
      ...(city ? { [BASEMAP]: { type: 'vector', url: `pmtiles://${basemap}` } } : {}),
      [GROUPS]: { type: 'geojson', data: collectionOf(groups) },
      [MARKED]: { type: 'geojson', data: markedOf(null, []) },
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
      {
        id: 'marked-ground',
        type: 'fill',
        source: MARKED,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': tokens.concern, 'fill-opacity': 0.3 },
      },
      markedLine('marked-edge', tokens.concernEdge, 6),
      markedLine('marked-line', tokens.concern, 3.5),
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
