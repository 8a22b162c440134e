import type { WallArea, WallVerdict } from '#data/schema/wall.ts';
import type { WallGround } from './ground.ts';
import type { Frame } from './mercator.ts';
import { boxesMeet, boxOfRings, type PixelBox, pathOf, type Rings, ringsOf } from './outline.ts';

/** One area as it lies in the picture. */
export type DrawnArea = {
  areaId: string;
  name: string;
  verdict: WallVerdict;
  isFar: boolean; // not of this picture, only around it
  isDashed: boolean; // a business group or a point with a radius
  rings: Rings;
  d: string;
  box: PixelBox;
};

/** The areas that reach into the picture; large ones first, so that a small one lies on top. */
export function drawnAreas(
  ground: WallGround,
  judged: readonly WallArea[],
  near: ReadonlySet<string> | null, // null: all
  frame: Frame,
  u: number,
): DrawnArea[] {
  const byId = new Map(judged.map((area) => [area.areaId, area]));
  const picture = { left: 0, top: 0, right: frame.width, bottom: frame.height };
  const drawn = ground.areas.flatMap(({ properties, geometry }): DrawnArea[] => {
    const area = byId.get(properties.areaId);
    if (!area) return [];
    const rings = ringsOf(geometry, frame, 0.7 * u);
    const box = boxOfRings(rings);
    if (!boxesMeet(box, picture)) return [];
    const { areaId, name, verdict } = area;
    const isDashed = properties.groupKind === 'business' || properties.radiusMeters !== null;
    return [
      { areaId, name, verdict, isFar: near !== null && !near.has(areaId), isDashed, rings, d: pathOf(rings), box },
    ];
  });
  const size = ({ box }: DrawnArea) => (box.right - box.left) * (box.bottom - box.top);
  return drawn.sort((a, b) => size(b) - size(a));
}

/** Ground that two areas of unlike verdict share, one of them unusual: it shows both. `lower` lies beneath. */
export type SharedGround = { key: string; lower: DrawnArea; upper: DrawnArea; other: 'usual' | 'watch' };

export function sharedGround(areas: readonly DrawnArea[]): SharedGround[] {
  return areas.flatMap((lower, index) =>
    areas.slice(index + 1).flatMap((upper): SharedGround[] => {
      const unlike = [lower, upper].filter(({ verdict }) => verdict !== 'unusual');
      const [other] = unlike;
      if (unlike.length !== 1 || !other || lower.isFar || upper.isFar || !boxesMeet(lower.box, upper.box)) return [];
      const shown = other.verdict === 'watch' ? 'watch' : 'usual';
      return [{ key: `${lower.areaId}|${upper.areaId}`, lower, upper, other: shown }];
    }),
  );
}
