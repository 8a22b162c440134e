/** Red, green, blue 0 to 255 and alpha 0 to 1. */
export type Rgba = [red: number, green: number, blue: number, alpha: number];

/** Reads the notations our tokens use and those a CSS minifier makes of them: `#RRGGBB`, `#RGB`, `#RRGGBBAA`, `rgb(r g b / a)`. */
export function parseColor(text: string): Rgba {
  const hex = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(text.trim())?.[1];
  if (hex) return fromHex(hex);
  const parts = text.match(/^rgba?\(([^)]*)\)$/)?.[1]?.match(/[\d.]+/g);
  if (!parts || parts.length < 3) throw new RangeError(`'${text}' is not a color like #F4F5F2 or rgb(20 32 43 / .08)`);
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts.map(Number);
  return [red, green, blue, alpha];
}

function fromHex(hex: string): Rgba {
  const digits = hex.length > 4 ? (hex.match(/../g) ?? []) : [...hex].map((digit) => digit + digit);
  const [red = 0, green = 0, blue = 0, alpha = 255] = digits.map((pair) => Number.parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

/** CSS notation with commas, which every canvas and MapLibre understand. */
export const toCss = ([red, green, blue, alpha]: Rgba): string =>
  `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${alpha})`;

/** What is seen when `color` lies with `opacity` 0 to 1 over an opaque ground. */
export function layOver(color: string, ground: string, opacity: number): string {
  const over = parseColor(color);
  const under = parseColor(ground);
  const share = over[3] * opacity;
  const mix = (i: 0 | 1 | 2): number => over[i] * share + under[i] * (1 - share);
  return toCss([mix(0), mix(1), mix(2), 1]);
}
