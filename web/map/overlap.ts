import { area, bbox, bboxClip, feature, featureCollection, intersect, length } from '@turf/turf';
import type { BBox, Feature, MultiPolygon, Polygon } from 'geojson';
import type { AreaLayer } from '#data/schema/area.ts';

/** Ground that two or more areas share. `members` are areaIds in the order of the layer. */
export type Overlap = { overlapId: string; members: string[]; geometry: Polygon | MultiPolygon };

export type OverlapOptions = {
  widerThanMeters?: number; // narrower than this on average is a digitizing seam, not shared ground
  signal?: AbortSignal; // stops the search
};

/**
 * Shared ground of a layer, pairs first and then deeper stacks, so that what is drawn
 * later lies rightly on top. Yields to the page every few milliseconds, since a hundred
 * detailed boundaries take longer than a frame. For drawing only: counts never use it.
 */
export async function findOverlaps(
  layer: AreaLayer,
  { widerThanMeters = 6, signal }: OverlapOptions = {},
): Promise<Overlap[]> {
  const pieces: Piece[] = layer.features.map(({ properties, geometry }, index) => ({
    members: [index],
    ids: [properties.areaId],
    shape: feature(geometry),
    box: bbox(geometry),
  }));
  const found: Piece[] = [];
  const breathe = pauser();
  let tops = pieces;
  while (tops.length > 0) {
    const deeper: Piece[] = [];
    for (const top of tops) {
      for (let next = (top.members.at(-1) ?? 0) + 1; next < pieces.length; next += 1) {
        const other = pieces[next];
        if (!other || !boxesMeet(top.box, other.box)) continue;
        await breathe();
        if (signal?.aborted) return [];
        const shared = meet(top, other, widerThanMeters);
        if (shared) deeper.push(shared);
      }
    }
    found.push(...deeper);
    tops = deeper;
  }
  return found.map(({ ids, shape }) => ({ overlapId: ids.join('|'), members: ids, geometry: shape.geometry }));
}

type Piece = { members: number[]; ids: string[]; shape: Feature<Polygon | MultiPolygon>; box: BBox };

/** The shared piece, or null. Both are cut to their common box first: most of a long border never meets. */
function meet(top: Piece, other: Piece, widerThanMeters: number): Piece | null {
  const box = commonBox(top.box, other.box);
  const a = cut(top.shape, box);
  const b = cut(other.shape, box);
  if (!a || !b) return null;
  const shape = intersect(featureCollection([a, b]));
  if (!shape || meanWidthMeters(shape) < widerThanMeters) return null;
  return { members: [...top.members, ...other.members], ids: [...top.ids, ...other.ids], shape, box: bbox(shape) };
}

function cut(shape: Feature<Polygon | MultiPolygon>, box: BBox): Feature<Polygon | MultiPolygon> | null {
  const { geometry } = bboxClip(shape, box);
  if (geometry.type === 'Polygon') return geometry.coordinates.length > 0 ? feature(geometry) : null;
  if (geometry.type !== 'MultiPolygon') return null;
  const polygons = geometry.coordinates.filter((rings) => rings.length > 0);
  return polygons.length > 0 ? feature({ type: 'MultiPolygon', coordinates: polygons }) : null;
}

/** A long strip of width w has about half its outline as length, so area over that half is w. */
function meanWidthMeters(shape: Feature<Polygon | MultiPolygon>): number {
  const outline = length(shape, { units: 'meters' });
  return outline === 0 ? 0 : (2 * area(shape)) / outline;
}

const commonBox = (a: BBox, b: BBox): BBox => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const boxesMeet = (a: BBox, b: BBox): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function pauser(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 8) return;
    return new Promise((resume) => {
      setTimeout(() => {
        since = performance.now();
        resume();
      });
    });
  };
}
