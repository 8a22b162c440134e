import { buildPlaceIndex, type PlaceIndex, placePoints } from '#analysis/place/place.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import type { AreaGeometry, Position } from '#data/schema/area.ts';
import { clip, type Pieces, piecesOf } from './clip.ts';
import { innerPoint, insideOf } from './inner-point.ts';
import { boxOf, nameOf, quartersOf, type Square, squareAt } from './squares.ts';

/** A point that stands for all addresses of its ground; grounds of a boundary do not overlap. */
export type SnapPoint = {
  readonly at: Position;
  readonly addresses: number; // known ones; there may be more
  readonly ground: AreaGeometry; // within the boundary
};

export type SnapOptions = {
  readonly leastAddresses: number; // that a point stands for
  readonly finestZoom: number; // of the squares that one begins with: 18 is 153 m at the equator, 124 m at latitude 36
  readonly coarsestZoom: number; // of the squares that few addresses are brought together in
};
export const SNAP_DEFAULTS: SnapOptions = { leastAddresses: 8, finestZoom: 18, coarsestZoom: 15 };

export type SnapReason = 'few-addresses' | 'no-inner-point';

/**
 * Points for the places within a boundary, each of which stands for several addresses. They follow from the known
 * addresses and the boundary alone, in whatever order those come, and lie inside of it. Throws a RangeError for options
 * that are no whole numbers, or a coarsest zoom beyond the finest.
 */
export function findSnapPoints(
  known: { readonly lon: Float64Array; readonly lat: Float64Array },
  boundary: AreaGeometry,
  chosen: Partial<SnapOptions> = {},
) {
  const options: SnapOptions = { ...SNAP_DEFAULTS, ...chosen };
  checkOptions(options);
  const findings: SnapPoint[] = [];
  const leftOut: LeftOut<SnapReason>[] = [];
  const index = buildPlaceIndex([boundary]);
  const isInside = insideOf(index);
  const addressesIn = countAddresses(known, index, options.finestZoom);
  const settle = (lot: Lot, square: Square): Lot => {
    if (lot.addresses < options.leastAddresses) return lot;
    const at = innerPoint(lot.pieces, isInside);
    if (at === null) leftOut.push({ what: nameOf(square), reason: 'no-inner-point' });
    else
      findings.push({ at, addresses: lot.addresses, ground: { type: 'MultiPolygon', coordinates: [...lot.pieces] } });
    return SETTLED;
  };
  const gather = (square: Square, above: Pieces): Lot => {
    const pieces = clip(above, boxOf(square));
    if (pieces.length === 0) return NOTHING;
    if (square.zoom === options.finestZoom)
      return settle({ pieces, addresses: addressesIn.get(nameOf(square)) ?? 0, isWhole: true }, square);
    const left = quartersOf(square).map((quarter) => gather(quarter, pieces));
    return settle(together(left, pieces), square);
  };
  for (const square of squaresOver(boundary, options.coarsestZoom)) {
    const left = gather(square, piecesOf(boundary));
    if (left.addresses > 0) leftOut.push({ what: nameOf(square), reason: 'few-addresses' });
  }
  return { findings, leftOut, options };
}

/** Ground of a square that no point stands for yet. */
type Lot = { readonly pieces: Pieces; readonly addresses: number; readonly isWhole: boolean };
const NOTHING: Lot = { pieces: [], addresses: 0, isWhole: true };
const SETTLED: Lot = { ...NOTHING, isWhole: false };

function together(quarters: readonly Lot[], whole: Pieces): Lot {
  const addresses = quarters.reduce((sum, lot) => sum + lot.addresses, 0);
  const isWhole = quarters.every((lot) => lot.isWhole);
  return { pieces: isWhole ? whole : quarters.flatMap(({ pieces }) => pieces), addresses, isWhole };
}

function checkOptions({ leastAddresses, finestZoom, coarsestZoom }: SnapOptions): void {
  if (![leastAddresses, finestZoom, coarsestZoom].every((option) => Number.isInteger(option) && option > 0))
    throw new RangeError('leastAddresses, finestZoom and coarsestZoom must be whole numbers from 1');
  if (coarsestZoom > finestZoom)
    throw new RangeError(`coarsestZoom ${coarsestZoom} is beyond finestZoom ${finestZoom}`);
}

/** Distinct addresses within the boundary in each of the finest squares. */
function countAddresses(
  { lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array },
  boundary: PlaceIndex,
  zoom: number,
): Map<string, number> {
  const { setOf } = placePoints(boundary, lon, lat);
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  for (const [i, set] of setOf.entries()) {
    const [x, y] = [lon[i] ?? 0, lat[i] ?? 0];
    if (set === 0 || seen.has(`${x},${y}`)) continue;
    seen.add(`${x},${y}`);
    const name = nameOf(squareAt(x, y, zoom));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** From north to south, each row from the west. */
function squaresOver(boundary: AreaGeometry, zoom: number): Square[] {
  const bbox = bboxOfAreas([boundary]);
  if (bbox === null) return [];
  const [west, south, east, north] = bbox;
  const [first, last] = [squareAt(west, north, zoom), squareAt(east, south, zoom)];
  const squares: Square[] = [];
  for (let y = first.y; y <= last.y; y++) for (let x = first.x; x <= last.x; x++) squares.push({ zoom, x, y });
  return squares;
}
