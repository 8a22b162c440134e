import type { FeatureCollection } from 'geojson';
import { type GeoJSONSource, type LngLatBoundsLike, Map as MapLibre } from 'maplibre-gl';
import { applyLayers, setFeatures } from './apply-picture.ts';
import { AREAS } from './area-layers.ts';
import { CallPoints } from './call-points.ts';
import { CONCERNS } from './concern-layers.ts';
import { prepareEngine } from './engine.ts';
import { setImages } from './map-images.ts';
import { ABOVE_CALLS, type Picture, pictureLayers, pictureStyle } from './picture.ts';

/** West, south, east, north in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/**
 * The map outside React: one MapLibre map that is told what it should look like and
 * changes only what differs. What is told before the style has loaded is kept.
 */
export class MapView {
  readonly map: MapLibre;
  readonly #points = new CallPoints();
  readonly #data = new Map<string, FeatureCollection>();
  #picture: Picture;
  #isLoaded = false;
  #hovered: string | null = null;

  constructor(container: HTMLElement, picture: Picture, { fit, label }: { fit: Bounds | null; label: string }) {
    prepareEngine();
    this.#picture = picture;
    this.map = new MapLibre({
      container,
      style: pictureStyle(picture),
      ...(fit ? { bounds: fit, fitBoundsOptions: { padding: roomAround(container) } } : {}),
      attributionControl: false, // the land and the calls are the department's own
      canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true }, // else a printed map is blank
      fadeDuration: 0,
      maxPitch: 0,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      locale: { 'Map.Title': label },
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.once('style.load', () => this.#load());
  }

  /** Changes colors, classes, selection and what is switched on. The basemap stays that of the start. */
  show(picture: Picture): void {
    const before = this.#picture;
    this.#picture = picture;
    if (!this.#isLoaded) return;
    setImages(this.map, picture.tokens, picture.shading);
    applyLayers(this.map, pictureLayers(before), pictureLayers(picture));
    this.#points.setColors(picture.tokens);
    this.#shadeAreas();
  }

  setData(source: string, features: FeatureCollection): void {
    this.#data.set(source, features);
    if (this.#isLoaded) setFeatures(this.map, source, features);
  }

  setCalls(lonLat: Float32Array): void {
    this.#points.setPoints(lonLat);
  }

  /** Marks the area under the pointer, or the one named by the list beside the map. */
  hover(areaId: string | null): void {
    if (!this.#isLoaded || areaId === this.#hovered) return;
    if (this.#hovered !== null) this.map.setFeatureState({ source: AREAS, id: this.#hovered }, { hovered: false });
    if (areaId !== null) this.map.setFeatureState({ source: AREAS, id: areaId }, { hovered: true });
    this.#hovered = areaId;
  }

  /** Moves the camera; MapLibre jumps instead where the reader asked for less motion. */
  fit(bounds: Bounds): void {
    const box: LngLatBoundsLike = bounds;
    this.map.fitBounds(box, { padding: roomAround(this.map.getContainer()), duration: 200 });
  }

  /** The concerns gathered in one mark. */
  async concernsIn(clusterId: number): Promise<string[]> {
    const leaves = await this.map.getSource<GeoJSONSource>(CONCERNS)?.getClusterLeaves(clusterId, 1000, 0);
    return (leaves ?? []).map(({ properties }) => String(properties?.concernId));
  }

  remove(): void {
    this.map.remove();
  }

  #load(): void {
    this.#isLoaded = true;
    setImages(this.map, this.#picture.tokens, this.#picture.shading);
    this.#points.setColors(this.#picture.tokens);
    this.map.addLayer(this.#points, ABOVE_CALLS);
    for (const [source, features] of this.#data) setFeatures(this.map, source, features);
    this.show(this.#picture);
  }

  #shadeAreas(): void {
    for (const [id, shade] of this.#picture.shading.areas) {
      this.map.setFeatureState({ source: AREAS, id }, { class: typeof shade === 'number' ? shade : -1 });
    }
  }
}

const PADDING = 28;
const NARROW = 600;
/** On a phone the switches above the map are as wide as it is. */
const roomAround = (container: HTMLElement) => ({
  top: container.clientWidth < NARROW ? 76 : PADDING,
  right: PADDING,
  bottom: PADDING,
  left: PADDING,
});
