import type { Map as MapLibre } from 'maplibre-gl';
import { WITHHELD_PATTERN } from './area-layers.ts';
import { CONCERN_STATUSES, concernImage } from './concern-mark.ts';
import { paint } from './paint.ts';
import type { MapTokens } from './read-tokens.ts';
import type { Shading } from './shading.ts';
import { hatch, type Pixels, stripes } from './stripes.ts';

const PIXEL_RATIO = 2; // sharp on a dense screen and in a double-size export
const STRIPE = 6; // pixels one stripe takes along an edge of its square; 4.2 across
const HATCH = 8;

/** Gives the map the pictures its layers name. Safe to call at every change: known ones are only repainted. */
export function setImages(map: MapLibre, tokens: MapTokens, { patterns }: Shading): void {
  for (const status of CONCERN_STATUSES) put(map, `concern-${status}`, concernImage(status, tokens, PIXEL_RATIO));
  put(map, 'disc-call', discImage(tokens.call, tokens.surface, 1.8));
  put(map, 'disc-place', discImage(tokens.surface, tokens.ink, 3.2));
  put(map, WITHHELD_PATTERN, hatch(tokens.withheldGround, tokens.withheldLine, HATCH * PIXEL_RATIO));
  for (const [name, colors] of patterns) put(map, name, stripes(colors, STRIPE * colors.length * PIXEL_RATIO));
}

/** A disc of 16 pixels from its middle to its edge; the layers make it smaller. */
function discImage(fill: string, edge: string, edgeWidth: number): ImageData {
  const side = 34;
  return paint(side, side, PIXEL_RATIO, (context) => {
    context.beginPath();
    context.arc(side / 2, side / 2, 16 - edgeWidth / 2, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = edgeWidth;
    context.strokeStyle = edge;
    context.stroke();
  });
}

function put(map: MapLibre, name: string, image: ImageData | Pixels): void {
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: PIXEL_RATIO });
}
