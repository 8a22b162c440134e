import { classColors } from './classes.ts';
import { layOver, toCss } from './color.ts';
import { CONCERN_STATUSES, drawConcern } from './concern-mark.ts';
import type { LegendContent } from './legend-content.ts';
import type { MapTokens } from './read-tokens.ts';
import { hatch, type Pixels, stripes } from './stripes.ts';
import { formatValue } from './value-words.ts';

const ROW = 22;
const RAMP_WIDTH = 320;
const RAMP_HEIGHT = 54;

/** How tall the legend will be, in pixels of the sheet. */
export const legendHeight = ({ classes, concerns, ...rest }: LegendContent): number =>
  (classes ? RAMP_HEIGHT : 0) + (marksOf({ classes, concerns, ...rest }).length > 0 ? ROW : 0) + (concerns ? ROW : 0);

/** Draws the legend on a sheet from (0, 0) downward: the same words and marks as on the screen. */
export function drawLegend(context: CanvasRenderingContext2D, content: LegendContent, tokens: MapTokens): void {
  let top = 0;
  if (content.classes) {
    drawRamp(context, content.classes.title, content.classes.breaks, tokens);
    top += RAMP_HEIGHT;
  }
  const marks = marksOf(content);
  if (marks.length > 0) {
    drawRow(context, top, marks, tokens);
    top += ROW;
  }
  if (!content.concerns) return;
  const statuses = CONCERN_STATUSES.map((status) => ({
    words: status,
    draw: () => {
      context.translate(9, 17);
      context.scale(0.75, 0.75);
      drawConcern(context, status, tokens);
    },
  }));
  drawRow(context, top, [{ words: 'Concerns', draw: null }, ...statuses], tokens);
}

type Mark = { words: string; draw: ((context: CanvasRenderingContext2D, tokens: MapTokens) => void) | null };

function marksOf({ classes, overlaps, withheld, densityMeters, hotCells, calls }: LegendContent): Mark[] {
  const marks: Mark[] = [];
  if (classes && overlaps) marks.push({ words: 'in two or more', draw: drawStripes });
  if (classes && withheld) marks.push({ words: 'withheld', draw: drawHatch });
  if (densityMeters !== null) marks.push({ words: `density, ${formatValue(densityMeters)} m`, draw: drawIsolines });
  if (hotCells) marks.push({ words: 'hot cell (Gi*)', draw: drawHot });
  if (calls) marks.push({ words: 'call', draw: drawCall });
  return marks;
}

function drawRamp(
  context: CanvasRenderingContext2D,
  title: string,
  breaks: readonly number[],
  tokens: MapTokens,
): void {
  context.textAlign = 'left';
  context.fillStyle = tokens.ink;
  context.font = `600 12px ${tokens.font}`;
  context.fillText(title, 0, 11);
  const colors = classColors(tokens.sequential, breaks.length + 1);
  const step = RAMP_WIDTH / colors.length;
  colors.forEach((color, index) => {
    context.fillStyle = layOver(color, tokens.city, 0.8);
    context.fillRect(index * step, 19, step - 0.6, 11);
  });
  context.font = `400 11px ${tokens.font}`;
  context.fillStyle = tokens.inkFaint;
  context.textAlign = 'center';
  breaks.forEach((edge, index) => {
    context.fillText(formatValue(edge), (index + 1) * step, 43);
  });
  context.textAlign = 'left';
}

function drawRow(context: CanvasRenderingContext2D, top: number, marks: readonly Mark[], tokens: MapTokens): void {
  let left = 0;
  context.font = `400 12px ${tokens.font}`;
  for (const { words, draw } of marks) {
    if (draw) {
      context.save();
      context.translate(left, top);
      draw(context, tokens);
      context.restore();
      left += 24;
    }
    context.fillStyle = tokens.inkSoft;
    context.fillText(words, left, top + 14);
    left += context.measureText(words).width + 16;
  }
}

function drawStripes(context: CanvasRenderingContext2D, tokens: MapTokens): void {
  const [, , pale = '', , , dark = ''] = tokens.sequential;
  fillTile(context, stripes([pale, dark], 11));
}

const drawHatch = (context: CanvasRenderingContext2D, tokens: MapTokens): void =>
  fillTile(context, hatch(tokens.withheldGround, tokens.withheldLine, 8));

function drawIsolines(context: CanvasRenderingContext2D, tokens: MapTokens): void {
  context.strokeStyle = tokens.surfaceLine;
  context.fillStyle = tokens.surfaceFill;
  for (const [rx, ry] of [
    [9, 6],
    [4.6, 3],
  ] as const) {
    context.beginPath();
    context.ellipse(10, 10, rx, ry, 0, 0, 2 * Math.PI);
    context.globalAlpha = 0.18;
    context.fill();
    context.globalAlpha = 1;
    context.stroke();
  }
}

function drawHot(context: CanvasRenderingContext2D, tokens: MapTokens): void {
  context.fillStyle = tokens.surfaceFill;
  context.globalAlpha = 0.34;
  context.fillRect(0, 3, 18, 14);
  context.globalAlpha = 1;
  context.strokeStyle = tokens.surfaceLine;
  context.strokeRect(0, 3, 18, 14);
}

function drawCall(context: CanvasRenderingContext2D, tokens: MapTokens): void {
  context.fillStyle = tokens.call;
  context.beginPath();
  context.arc(9, 10, 4.5, 0, 2 * Math.PI);
  context.fill();
}

/** A swatch out of a tile, point by point: what one legend mark needs is too little for a pattern. */
function fillTile(context: CanvasRenderingContext2D, { width, height, data }: Pixels): void {
  for (let y = 0; y < 14; y += 0.5) {
    for (let x = 0; x < 18; x += 0.5) {
      const at = (Math.floor((y * 2) % height) * width + Math.floor((x * 2) % width)) * 4;
      context.fillStyle = toCss([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, 1]);
      context.fillRect(x, y + 3, 0.5, 0.5);
    }
  }
}
