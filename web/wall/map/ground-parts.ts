import type { GeoBox } from './mercator.ts';

/** One path of the drawn ground. Colors are of the dark palette, as the server drew them. */
export type GroundPath = { key: string; d: string; fill: string; stroke: string; width: number; isDashed: boolean };

/** The drawn ground in two halves, so that the fill of areas can lie between land and streets. */
export type GroundParts = {
  bounds: GeoBox;
  view: { x: number; y: number; width: number; height: number }; // of the bounds, in the drawing's own units
  beneath: GroundPath[]; // land and parks
  over: GroundPath[]; // water, streets and rail
};

const BENEATH = '.wall-land, .wall-park';

/** Reads the server's drawing; null where there is none or it says not where it lies. */
export function groundParts(image: string): GroundParts | null {
  if (image === '') return null;
  const root = new DOMParser().parseFromString(image, 'image/svg+xml').documentElement;
  const sides = ['west', 'south', 'east', 'north'].map((side) => root.getAttribute(`data-${side}`));
  const [west, south, east, north] = sides.map((side) => (side === null ? Number.NaN : Number(side)));
  const [x = 0, y = 0, width = 0, height = 0] = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  if (![west, south, east, north].every(Number.isFinite) || !(width > 0) || !(height > 0)) return null;
  const paths = [...root.querySelectorAll('path')];
  const partOf = (isBeneath: boolean) =>
    paths.flatMap((path, index) => (path.matches(BENEATH) === isBeneath ? [pathOf(path, index)] : []));
  return {
    bounds: [west, south, east, north],
    view: { x, y, width, height },
    beneath: partOf(true),
    over: partOf(false),
  };
}

const pathOf = (path: Element, index: number): GroundPath => ({
  key: `${path.getAttribute('class')}${index}`,
  d: path.getAttribute('d') ?? '',
  fill: path.getAttribute('fill') ?? 'none',
  stroke: path.getAttribute('stroke') ?? 'none',
  width: Number(path.getAttribute('stroke-width') ?? 0),
  isDashed: path.hasAttribute('stroke-dasharray'),
});
