import { escaped } from '#server/documents/escaped.ts';
import type { AreaName } from './area-names.ts';
import type { GroundName } from './ground-names.ts';
import { pathThrough } from './ground-shapes.ts';
import type { Point } from './map-frame.ts';
import type { PlacedMark } from './number-marks.ts';
import { PAPER } from './paper-ink.ts';

/** Around words, so that lines do not run through them. */
export const HALO = `stroke="#fff" stroke-width="3.4" stroke-linejoin="round" paint-order="stroke"`;

export const outlinesSvg = (outlines: readonly { readonly path: string }[]): string =>
  [
    ...outlines.map(
      ({ path }) =>
        `<path d="${path}" fill="none" stroke="#fff" stroke-width="5.5" stroke-linejoin="round" opacity=".85"/>`,
    ),
    ...outlines.map(
      ({ path }) => `<path d="${path}" fill="none" stroke="${PAPER.ink}" stroke-width="2.2" stroke-linejoin="round"/>`,
    ),
  ].join('\n');

export const namesSvg = (
  id: string,
  names: readonly GroundName[],
  areaNames: readonly AreaName[],
  letters: number,
): string =>
  [
    ...names.map(({ name, path, isWater }, i) => {
      const look = isWater ? ' font-style="italic" letter-spacing="1.6"' : ' font-weight="500"';
      return `<path id="${id}-${i}" d="${pathThrough(path)}" fill="none"/><text font-size="${letters}" fill="${PAPER.street}" ${HALO}${look} dy="${(letters * 0.35).toFixed(1)}"><textPath href="#${id}-${i}" startOffset="50%" text-anchor="middle">${escaped(name)}</textPath></text>`;
    }),
    ...areaNames.map(
      ({ name, at: [x, y], size }) =>
        `<text x="${x.toFixed(1)}" y="${(y + size * 0.35).toFixed(1)}" font-size="${size}" font-weight="700" text-anchor="middle" fill="${PAPER.ink}" ${HALO}>${escaped(name)}</text>`,
    ),
  ].join('\n');

export const DOT = 9.5; // radius in pixels

/** Places of which nothing but where they are is told. What lies beneath shows through a little. */
export const dotsSvg = (points: readonly Point[]): string =>
  points
    .map(
      ([x, y]) =>
        `<circle class="dot" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${DOT}" fill="${PAPER.ink}" fill-opacity=".8" stroke="#fff" stroke-width="1.6"/>`,
    )
    .join('\n');

/** A number where the place is, or beside it with a thin line; without room for it the bare point. */
export const marksSvg = (placed: readonly PlacedMark[]): string =>
  [
    ...placed.filter(({ isBeside, words }) => isBeside && words !== '').map(leader),
    ...placed.filter(({ isBeside, words }) => isBeside || words === '').map(dot),
    ...placed.filter(({ words }) => words !== '').map(disc),
  ].join('\n');

const leader = ({ point: [x, y], label }: PlacedMark): string => {
  const line = `M${x.toFixed(1)} ${y.toFixed(1)}L${(label.x + label.width / 2).toFixed(1)} ${(label.y + label.height / 2).toFixed(1)}`;
  return `<path d="${line}" stroke="#fff" stroke-width="3.4"/><path d="${line}" stroke="${PAPER.ink}" stroke-width="1.2"/>`;
};

const dot = ({ point: [x, y] }: PlacedMark): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="4" fill="${PAPER.ink}" stroke="#fff" stroke-width="1.6"/>`;

const disc = ({ words, label: { x, y, width, height } }: PlacedMark): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height}" rx="${height / 2}" fill="${PAPER.ink}" stroke="#fff" stroke-width="1.6"/><text x="${(x + width / 2).toFixed(1)}" y="${(y + height / 2 + 4.7).toFixed(1)}" font-size="13.4" font-weight="650" text-anchor="middle" fill="#fff">${words}</text>`;
