import { buildPlaceIndex, type PlaceIndex, placePoints } from '#analysis/place/place.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import type { Position } from '#data/schema/area.ts';
import { areaOfPiece, middleOf, type Pieces } from './clip.ts';

const HEIGHTS = [0.5, 0.25, 0.75, 0.375, 0.625, 0.125, 0.875];
const DIGITS = 5; // about a meter

/**
 * A point within some polygons that `isInside` the boundary they were cut from, in their middle where that lies inside.
 * Null where they are too thin.
 */
export function innerPoint(pieces: Pieces, isInside: (point: Position) => boolean): Position | null {
  const isWithin = insideOf(buildPlaceIndex([{ type: 'MultiPolygon', coordinates: [...pieces] }]));
  const [largest = []] = [...pieces].sort((a, b) => areaOfPiece(b) - areaOfPiece(a));
  const middles = [middleOf(pieces), middleOf([largest])].filter((point) => point !== null);
  const found = middles.flatMap(nearby).find((point) => isWithin(point) && isInside(point));
  if (found !== undefined) return found;
  const across = HEIGHTS.flatMap((height) => widestMiddle(largest, height)).flatMap(nearby);
  return across.find((point) => isWithin(point) && isInside(point)) ?? null;
}

const nearby = ([lon, lat]: Position): Position[] => [
  [rounded(lon), rounded(lat)],
  [lon, lat],
];

const rounded = (degrees: number): number => Number(degrees.toFixed(DIGITS));

/** Whether a point lies in an area of an index, its edge included. */
export const insideOf =
  (index: PlaceIndex) =>
  ([lon, lat]: Position): boolean =>
    (placePoints(index, Float64Array.of(lon), Float64Array.of(lat)).setOf[0] ?? 0) > 0;

/** The middle of the widest stretch of a polygon at a height, as a share of its own. */
function widestMiddle(piece: Position[][], height: number): Position[] {
  const bbox = bboxOfAreas([{ type: 'Polygon', coordinates: piece }]);
  if (bbox === null) return [];
  const lat = bbox[1] + height * (bbox[3] - bbox[1]);
  const crossings = piece.flatMap((ring) =>
    ring.flatMap((b, i) => {
      const a = ring[i - 1];
      if (a === undefined || a[1] > lat === b[1] > lat) return [];
      return a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
    }),
  );
  crossings.sort((a, b) => a - b);
  let widest: Position | null = null;
  let width = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [west, east] = [crossings[i] ?? 0, crossings[i + 1] ?? 0];
    if (east - west > width) [widest, width] = [[(west + east) / 2, lat], east - west];
  }
  return widest === null ? [] : [widest];
}
