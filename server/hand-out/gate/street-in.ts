import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { blockName } from '#data/codes/block-name.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { Addresses } from './addresses.ts';

/** The street with the most known addresses on a ground, without a number; empty where none is known. */
export function streetIn({ lon, lat, block }: Addresses, ground: AreaGeometry): string {
  const [west, south, east, north] = bboxOfAreas([ground]) ?? [0, 0, -1, -1];
  const near: number[] = [];
  for (let i = 0; i < lon.length; i++) {
    const [x, y] = [lon[i] ?? 0, lat[i] ?? 0];
    if (x >= west && x <= east && y >= south && y <= north) near.push(i);
  }
  const only = (values: Float64Array) => Float64Array.from(near, (i) => values[i] ?? 0);
  const { setOf } = placePoints(buildPlaceIndex([ground]), only(lon), only(lat));
  const counts = new Map<string, number>();
  for (const [n, i] of near.entries()) {
    const street = streetOf(block[i] ?? '');
    if (street !== '' && (setOf[n] ?? 0) > 0) counts.set(street, (counts.get(street) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return most?.[0] ?? '';
}

// 3800 BLK DELL PLACE, 100-BLOCK S TUNNEL RD, 2400 block of Linnet Avenue, 001XX N STATE ST, On or near High Street
const BLOCK = /^(?:\d+\s*-?\s*bl(?:oc)?k(?:\s+of)?|\d+x+|on or near)\s+(.+)$/i;
const NUMBERED = /\b\d+\b/; // 5th Street may stand; Lot 1 and 12 Main Street may not

/** The street of a block as a person writes it; empty for anything that is no block of a street. */
export function streetOf(block: string): string {
  const street = BLOCK.exec(block.trim())?.[1]?.trim() ?? '';
  return NUMBERED.test(street) ? '' : blockName(street);
}
