import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import {
  AREA_NAMES,
  AREAS,
  areaFillLayers,
  areaNameLayers,
  areaOutlineLayers,
  OVERLAPS,
  REFERENCE,
  REFERENCE_NAMES,
  referenceLayers,
} from './area-layers.ts';
import { placeLabelLayers, streetLabelLayers } from './basemap-labels.ts';
import { BASEMAP, groundLayers, streetLayers, waterLayers } from './basemap-style.ts';
import { CONCERNS, concernLayers, concernSource } from './concern-layers.ts';
import { DENSITY, densityLayers, HOT_CELLS, hotCellLayers } from './density-layers.ts';
import { FINDINGS, findingLayers } from './finding-layers.ts';
import { PLACES, placeLayer, STACKS, stackLayer } from './place-layers.ts';
import type { MapTokens } from './read-tokens.ts';
import type { Shading } from './shading.ts';
import { SHAPE, shapeLayers } from './shape-layers.ts';

/** Which layers the reader has switched on. */
export type Visible = Record<'areas' | 'density' | 'hotCells' | 'concerns' | 'calls' | 'beats', boolean>;

export type Picture = {
  tokens: MapTokens;
  basemap: string | null; // address of the city's own tiles, or null: areas on plain ground
  shading: Shading;
  selected: string | null;
  visible: Visible;
};

/** The calls are a WebGL layer of their own; it is put below this one. */
export const ABOVE_CALLS = STACKS;

/**
 * Every layer of the map, lowest first, in the order of the look: land, parks, area
 * fill, water, streets over the fill, rail, density, outlines, calls, names of streets,
 * water and areas, concerns. A pure function: the same picture gives the same layers.
 */
export function pictureLayers({ tokens, basemap, shading, selected, visible }: Picture): LayerSpecification[] {
  const city = basemap !== null;
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': tokens.land } },
    ...(city ? groundLayers(tokens) : [plainGround(tokens)]),
    ...areaFillLayers(shading, visible.areas),
    ...(city ? [...waterLayers(tokens), ...streetLayers(tokens)] : []),
    ...hotCellLayers(tokens, visible.hotCells),
    ...densityLayers(tokens, visible.density),
    ...referenceLayers(tokens, visible.beats),
    ...areaOutlineLayers(tokens, selected, visible.areas),
    ...findingLayers(tokens),
    ...shapeLayers(tokens),
    stackLayer(tokens, visible.calls),
    ...(city ? [...streetLabelLayers(tokens), ...placeLabelLayers(tokens, visible.areas)] : []),
    ...areaNameLayers(tokens, visible.areas),
    placeLayer(tokens),
    ...concernLayers(tokens, visible.concerns),
  ];
}

/** The style a map starts with: all layers, sources still empty but for the city's tiles. */
export function pictureStyle(picture: Picture): StyleSpecification {
  const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
  const empty: GeoJSONSourceSpecification = { type: 'geojson', data: nothing };
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      ...(picture.basemap === null ? {} : { [BASEMAP]: { type: 'vector', url: `pmtiles://${picture.basemap}` } }),
      [AREAS]: { ...empty, promoteId: 'areaId', tolerance: 0.2 },
      [OVERLAPS]: { ...empty, tolerance: 0.2 },
      [AREA_NAMES]: empty,
      [REFERENCE]: empty,
      [REFERENCE_NAMES]: empty,
      [DENSITY]: empty,
      [HOT_CELLS]: empty,
      [FINDINGS]: empty,
      [SHAPE]: empty,
      [STACKS]: empty,
      [PLACES]: empty,
      [CONCERNS]: concernSource(nothing),
    },
    layers: pictureLayers(picture),
  };
}

/** Cities without tiles still get their ground: what lies in an area is city. */
const plainGround = (tokens: MapTokens): LayerSpecification => ({
  id: 'plain-city',
  type: 'fill',
  source: AREAS,
  paint: { 'fill-color': tokens.city },
});
