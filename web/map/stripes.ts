import { parseColor } from './color.ts';

/** Pixels of a picture, as `map.addImage` takes them. */
export type Pixels = { width: number; height: number; data: Uint8Array };

const BETWEEN = 4; // samples a pixel side, so that a 45° edge is smooth

/**
 * A seamless square of 45° stripes, one of each color and equally wide. `side` is in
 * device pixels. Drawn point by point: no canvas, the same bytes everywhere.
 */
export function stripes(colors: readonly string[], side: number): Pixels {
  const bands = colors.map((color) => ({ color, share: 1 / colors.length }));
  return diagonal(bands, side);
}

/** The hatch of a withheld number: thin dark lines on a pale ground. */
export function hatch(ground: string, line: string, side: number): Pixels {
  return diagonal(
    [
      { color: ground, share: 0.74 },
      { color: line, share: 0.26 },
    ],
    side,
  );
}

function diagonal(bands: readonly { color: string; share: number }[], side: number): Pixels {
  const parsed = bands.map(({ color, share }) => ({ color: parseColor(color), share }));
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const sum = [0, 0, 0];
      for (let sample = 0; sample < BETWEEN * BETWEEN; sample += 1) {
        const along = x + y + ((sample % BETWEEN) + Math.floor(sample / BETWEEN) + 1) / BETWEEN;
        const color = bandAt((along / side) % 1, parsed);
        for (let channel = 0; channel < 3; channel += 1) sum[channel] = (sum[channel] ?? 0) + (color[channel] ?? 0);
      }
      const at = (y * side + x) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        data[at + channel] = Math.round((sum[channel] ?? 0) / (BETWEEN * BETWEEN));
      }
      data[at + 3] = 255;
    }
  }
  return { width: side, height: side, data };
}

function bandAt(position: number, bands: readonly { color: number[]; share: number }[]): number[] {
  let edge = 0;
  for (const { color, share } of bands) {
    edge += share;
    if (position < edge) return color;
  }
  return bands[0]?.color ?? [];
}
