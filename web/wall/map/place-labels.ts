import { boxesMeet, boxOfRings, isInside, type PixelBox, type Point, type Rings } from './outline.ts';

/** A name that wants a place on the map. */
export type LabelWish = {
  areaId: string;
  rings: Rings;
  at: Point; // the place within the area that suits a name best
  width: number;
  height: number;
  isNeeded: boolean; // may stand beside its area; others only within it, or not at all
};

export type PlacedLabel = { areaId: string; x: number; y: number; isInside: boolean }; // middle of the name

type Room = {
  bounds: PixelBox; // no name reaches beyond
  bright: readonly Rings[]; // filled areas that a name beside them had better not cover
  gap: number; // between a name and its area, and between names
};

/**
 * Names in the order given, each where it covers least: within its own area when it fits there, else beside it.
 * A name never touches another nor the edge of the map; one without such a place is left out.
 */
export function placeLabels(wishes: readonly LabelWish[], { bounds, bright, gap }: Room): PlacedLabel[] {
  const taken: PixelBox[] = [];
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    const isFree = (at: Point): boolean => {
      const box = boxAt(at, wish, gap / 2);
      const isWithin =
        box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
      return isWithin && !taken.some((other) => boxesMeet(box, other));
    };
    const within = placeWithin(wish, isFree);
    const place = within ?? (wish.isNeeded ? besides(wish, { bounds, bright, gap }, isFree) : null);
    if (!place) continue;
    taken.push(boxAt(place, wish, gap / 2));
    placed.push({ areaId: wish.areaId, x: place[0], y: place[1], isInside: within !== null });
  }
  return placed;
}

/** The place that suits best, or the nearest to it, with the whole name on the area. */
function placeWithin(wish: LabelWish, isFree: (at: Point) => boolean): Point | null {
  const { left, top, right, bottom } = boxOfRings(wish.rings);
  const parts = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const tried = parts.flatMap((px) =>
    parts.map((py): Point => [left + px * (right - left), top + py * (bottom - top)]),
  );
  const away = ([x, y]: Point) => Math.hypot(x - wish.at[0], y - wish.at[1]);
  const nearestFirst = [wish.at, ...tried.sort((a, b) => away(a) - away(b))];
  return nearestFirst.find((at) => fitsInside(at, wish) && isFree(at)) ?? null;
}

/** The free place around the area that covers the least of what is filled, and lies nearest. */
function besides(wish: LabelWish, { bounds, bright, gap }: Room, isFree: (at: Point) => boolean): Point | null {
  let best: { at: Point; cost: number } | null = null;
  for (const wanted of around(wish, gap)) {
    const at = shifted(wanted, wish, bounds, gap / 2);
    if (!isFree(at)) continue;
    const away = Math.hypot(at[0] - wish.at[0], (at[1] - wish.at[1]) * 1.6); // names are wide: above and below reads as nearer
    const cost = 0.4 * away + edgeDistance(at, wish) + 8 * wish.width * coveredShare(at, wish, bright);
    if (!best || cost < best.cost) best = { at, cost };
  }
  return best?.at ?? null;
}

function around({ rings, width, height, at: [x, y] }: LabelWish, gap: number): Point[] {
  const { left, top, right, bottom } = boxOfRings(rings);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const places: Point[] = [];
  for (const step of [0, 1, 2, 3]) {
    const away = gap * (1 + 2 * step);
    const xs = [left - width / 2 - away, left, middleX, x, right, right + width / 2 + away];
    const ys = [top - height / 2 - away, top, middleY, y, bottom, bottom + height / 2 + away];
    places.push(...xs.flatMap((each) => ys.map((other): Point => [each, other])));
  }
  return places;
}

/** A place whose name would be cut by the edge, moved in as far as needed. */
function shifted([x, y]: Point, { width, height }: LabelWish, bounds: PixelBox, gap: number): Point {
  const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high));
  return [
    clamp(x, bounds.left + width / 2 + gap, bounds.right - width / 2 - gap),
    clamp(y, bounds.top + height / 2 + gap, bounds.bottom - height / 2 - gap),
  ];
}

const boxAt = ([x, y]: Point, { width, height }: { width: number; height: number }, gap: number): PixelBox => ({
  left: x - width / 2 - gap,
  right: x + width / 2 + gap,
  top: y - height / 2 - gap,
  bottom: y + height / 2 + gap,
});

function samples(at: Point, { width, height }: { width: number; height: number }): Point[] {
  const across = [-0.5, -0.25, 0, 0.25, 0.5];
  return across.flatMap((dx) => [-0.5, 0, 0.5].map((dy): Point => [at[0] + dx * width, at[1] + dy * height]));
}

const fitsInside = (at: Point, wish: LabelWish): boolean =>
  samples(at, wish).every((point) => isInside(point, wish.rings));

/** How far a name stands from the nearest corner of its area. */
function edgeDistance(at: Point, wish: LabelWish): number {
  const corners = wish.rings.flat();
  const points = samples(at, wish);
  return Math.min(...points.map(([x, y]) => Math.min(...corners.map((c) => Math.hypot(c[0] - x, c[1] - y)))));
}

function coveredShare(at: Point, wish: LabelWish, bright: readonly Rings[]): number {
  const points = samples(at, wish);
  return points.filter((point) => bright.some((rings) => isInside(point, rings))).length / points.length;
}
