import type { Map as MapLibre } from 'maplibre-gl';
import { WITHHELD_PATTERN } from './area-layers.ts';
import { CONCERN_STATUSES, concernImage } from './concern-mark.ts';
import type { MapTokens } from './read-tokens.ts';
import type { Shading } from './shading.ts';
import { hatch, type Pixels, stripes } from './stripes.ts';

const PIXEL_RATIO = 2; // sharp on a dense screen and in a double-size export
const STRIPE = 6; // pixels one stripe takes along an edge of its square; 4.2 across
const HATCH = 8;

/** Gives the map the pictures its layers name. Safe to call at every change: known ones are only repainted. */
export function setImages(map: MapLibre, tokens: MapTokens, { patterns }: Shading): void {
  for (const status of CONCERN_STATUSES) put(map, `concern-${status}`, concernImage(status, tokens, PIXEL_RATIO));
  put(map, WITHHELD_PATTERN, hatch(tokens.withheldGround, tokens.withheldLine, HATCH * PIXEL_RATIO));
  for (const [name, colors] of patterns) put(map, name, stripes(colors, STRIPE * colors.length * PIXEL_RATIO));
}

function put(map: MapLibre, name: string, image: ImageData | Pixels): void {
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
}
