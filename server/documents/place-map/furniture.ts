import type { MapFrame, Point } from './map-frame.ts';
import type { Box } from './number-marks.ts';
import { HALO } from './paint.ts';
import { PAPER } from './paper-ink.ts';
import { scaleBars } from './scale-bar.ts';

export type Furniture = { readonly svg: string; readonly boxes: readonly Box[] };

const RULER_HIGH = 48;
const NORTH = { width: 20, height: 36 };
const EDGE = 4;

/** Scale and north, each in the first of its corners that hides no place, with the boxes that they take. */
export function placeFurniture(frame: MapFrame, places: readonly Point[], letters: number): Furniture {
  const { width, height, metersPerPixel } = frame;
  const { american, metric } = scaleBars(metersPerPixel, Math.min(120, width / 3));
  const ruler = { width: Math.max(american.pixels, metric.pixels, 46) + 12, height: RULER_HIGH };
  const [left, top] = [EDGE, EDGE];
  const [right, bottom] = [(box: Size) => width - EDGE - box.width, (box: Size) => height - EDGE - box.height];
  const rulerAt = firstFree(ruler, places, [
    [left, bottom(ruler)],
    [right(ruler), bottom(ruler)],
    [left, top],
  ]);
  const isTaken = rulerAt.y === top;
  const northAt = firstFree(NORTH, places, [
    [right(NORTH), top],
    ...(isTaken ? [] : [[left, top] as const]),
    ...(rulerAt.x === left ? [[right(NORTH), bottom(NORTH)] as const] : []),
  ]);
  return {
    boxes: [rulerAt, northAt],
    svg: `<g font-size="${letters}">${rulerSvg(rulerAt, american, metric)}${northSvg(northAt)}</g>`,
  };
}

type Size = { readonly width: number; readonly height: number };

function firstFree(size: Size, places: readonly Point[], corners: readonly (readonly [x: number, y: number])[]): Box {
  const boxes = corners.map(([x, y]) => ({ x, y, ...size }));
  const isFree = (box: Box) =>
    places.every(
      ([x, y]) => x < box.x - EDGE || x > box.x + box.width + EDGE || y < box.y - EDGE || y > box.y + box.height + EDGE,
    );
  return boxes.find(isFree) ?? boxes[0] ?? { x: 0, y: 0, ...size };
}

type Bar = { readonly pixels: number; readonly words: string };

function rulerSvg({ x, y }: Box, american: Bar, metric: Bar): string {
  const [start, line] = [x + 4, y + 23];
  const bars = `M${start} ${line - 5}v5h${american.pixels.toFixed(1)}v-5M${start} ${line + 5}v-5h${metric.pixels.toFixed(1)}v5`;
  const text = (at: number, words: string) =>
    `<text x="${start + 3}" y="${at}" fill="${PAPER.ink}" ${HALO}>${words}</text>`;
  return `<path d="${bars}" fill="none" stroke="#fff" stroke-width="4.5"/><path d="${bars}" fill="none" stroke="${PAPER.ink}" stroke-width="1.3"/>${text(line - 6, american.words)}${text(line + 16, metric.words)}`;
}

function northSvg({ x, y, width }: Box): string {
  const middle = x + width / 2;
  return `<path d="M${middle} ${y + 2}l5 14-5-3-5 3z" fill="${PAPER.ink}" stroke="#fff" stroke-width="2.5" paint-order="stroke"/><text x="${middle}" y="${y + 30}" font-weight="600" text-anchor="middle" fill="${PAPER.ink}" ${HALO}>N</text>`;
}
