import type { Map as MapLibre } from 'maplibre-gl';
import { drawLegend, legendHeight } from './draw-legend.ts';
import type { LegendContent } from './legend-content.ts';
import { type MapTokens, readTokens } from './read-tokens.ts';
import { scaleAt } from './scale-bar.tsx';

/** What is written around an exported map. */
export type Sheet = {
  title: string;
  subtitle: string;
  legend: LegendContent;
  footer: string; // the reconciliation line
  code: string; // figure code; replays the figure
};

const MARGIN = 24;
const SCALE = 2; // device pixels to one of the sheet, so that it prints sharp

/**
 * The map as it is on the screen, with its title, legend, scale, reconciliation line and
 * figure code around it: a picture that still says what it counts when it is pasted
 * elsewhere. Resolves to a PNG at double size.
 */
export async function exportMapPng(map: MapLibre, sheet: Sheet): Promise<Blob> {
  const tokens = readTokens(map.getContainer());
  const picture = await captureMap(map);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D canvas, so the map cannot be exported');
  const width = Math.max(420, map.getContainer().clientWidth) + 2 * MARGIN;
  const mapHeight = map.getContainer().clientHeight;
  context.font = footerFont(tokens);
  const footer = wrap(context, sheet.footer, width - 2 * MARGIN - 120);
  const legendTop = 76 + mapHeight + 16;
  const footerTop = legendTop + legendHeight(sheet.legend) + 14;
  canvas.width = width * SCALE;
  canvas.height = (footerTop + footer.length * 16 + MARGIN) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = tokens.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  drawTitle(context, sheet, tokens);
  context.drawImage(picture, MARGIN, 76, map.getContainer().clientWidth, mapHeight);
  context.strokeStyle = tokens.line;
  context.strokeRect(MARGIN, 76, map.getContainer().clientWidth, mapHeight);
  context.save();
  context.translate(MARGIN, legendTop);
  drawLegend(context, sheet.legend, tokens);
  context.restore();
  drawScale(context, map, { right: width - MARGIN, top: legendTop }, tokens);
  drawFooter(context, { footer, code: sheet.code, top: footerTop, width }, tokens);
  return toBlob(canvas);
}

/** The drawn map at double size. A canvas forgets its picture between frames, so it is copied within one. */
async function captureMap(map: MapLibre): Promise<HTMLCanvasElement> {
  const before = map.getPixelRatio();
  if (before < SCALE) map.setPixelRatio(SCALE);
  await settled(map);
  const source = map.getCanvas();
  const copy = document.createElement('canvas');
  copy.width = source.width;
  copy.height = source.height;
  await new Promise<void>((done) => {
    map.once('render', () => {
      copy.getContext('2d')?.drawImage(source, 0, 0);
      done();
    });
    map.triggerRepaint();
  });
  if (before < SCALE) map.setPixelRatio(before);
  return copy;
}

/** Resolves when every tile and label is in its place. */
function settled(map: MapLibre): Promise<void> {
  return new Promise((done) => {
    map.once('idle', () => done());
    map.triggerRepaint();
  });
}

function drawTitle(context: CanvasRenderingContext2D, { title, subtitle }: Sheet, tokens: MapTokens): void {
  context.fillStyle = tokens.ink;
  context.font = `600 18px ${tokens.font}`;
  context.fillText(title, MARGIN, 40);
  context.fillStyle = tokens.inkSoft;
  context.font = `400 13px ${tokens.font}`;
  context.fillText(subtitle, MARGIN, 61);
}

function drawScale(
  context: CanvasRenderingContext2D,
  map: MapLibre,
  { right, top }: { right: number; top: number },
  tokens: MapTokens,
): void {
  const { pixels, words } = scaleAt(map.getCenter().lat, map.getZoom());
  context.strokeStyle = tokens.labelStreet;
  context.lineWidth = 1.3;
  context.stroke(new Path2D(`M${right - pixels} ${top + 17}v5h${pixels}v-5`));
  context.fillStyle = tokens.labelStreet;
  context.font = `500 11px ${tokens.font}`;
  context.textAlign = 'center';
  context.fillText(words, right - pixels / 2, top + 14);
  context.textAlign = 'left';
}

function drawFooter(
  context: CanvasRenderingContext2D,
  { footer, code, top, width }: { footer: string[]; code: string; top: number; width: number },
  tokens: MapTokens,
): void {
  context.fillStyle = tokens.inkSoft;
  context.font = footerFont(tokens);
  footer.forEach((line, index) => {
    context.fillText(line, MARGIN, top + 12 + index * 16);
  });
  context.font = `500 12px ${tokens.font}`;
  context.textAlign = 'right';
  context.fillText(code, width - MARGIN, top + 12);
  context.textAlign = 'left';
}

const footerFont = (tokens: MapTokens): string => `400 12px ${tokens.font}`;

function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the map is too large to export: make the window smaller'));
    }, 'image/png');
  });
}
