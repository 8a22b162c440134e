import type { GeoBox } from './mercator.ts';

export const GROUND_KINDS = ['land', 'park', 'water', 'street', 'street-major', 'rail'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

/** The drawn ground taken apart by kind, so that the fill of areas can lie between land and streets. */
export type GroundParts = {
  bounds: GeoBox;
  view: { x: number; y: number; width: number; height: number }; // of the bounds, in the drawing's own units
  paths: { kind: GroundKind; d: string; isLine: boolean }[];
};

/** Reads the server's drawing; null where there is none or it says not where it lies. */
export function groundParts(image: string): GroundParts | null {
  if (image === '') return null;
  const root = new DOMParser().parseFromString(image, 'image/svg+xml').documentElement;
  const bounds = ['west', 'south', 'east', 'north'].map((side) =>
    Number(root.getAttribute(`data-${side}`) ?? Number.NaN),
  );
  const view = (root.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = bounds;
  const [x = 0, y = 0, width = 0, height = 0] = view;
  if (![west, south, east, north].every(Number.isFinite) || !(width > 0) || !(height > 0)) return null;
  return { bounds: [west, south, east, north], view: { x, y, width, height }, paths: pathsOf(root) };
}

function pathsOf(root: Element): GroundParts['paths'] {
  return GROUND_KINDS.flatMap((kind) => {
    const holders = [...root.querySelectorAll(`.wall-${kind}`)];
    const drawn = holders.flatMap((holder) => [holder, ...holder.querySelectorAll('path')]);
    const d = drawn.map((element) => element.getAttribute('d') ?? '').join('');
    return d === '' ? [] : [{ kind, d, isLine: holders.some((holder) => holder.getAttribute('fill') === 'none') }];
  });
}
