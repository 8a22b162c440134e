import type { LonLat } from './marked-place.ts';

const LATITUDE = 111_320; // meters in a degree
const STEP = 25; // meters
const HALF_BLOCK = 50;
const SIDE = 20; // from the middle of a street to the houses at it

const metersOf = ([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number =>
  Math.hypot((otherLon - lon) * Math.cos((lat * Math.PI) / 180), otherLat - lat) * LATITUDE;

/** Points along lines, a few steps apart. */
export const pointsAlong = (lines: readonly LonLat[][]): LonLat[] =>
  lines.flatMap((line) =>
    line.flatMap((from, at) => {
      const to = line[at + 1] ?? from;
      const steps = Math.max(1, Math.ceil(metersOf(from, to) / STEP));
      return Array.from(
        { length: steps },
        (_, step): LonLat => [
          from[0] + ((to[0] - from[0]) * step) / steps,
          from[1] + ((to[1] - from[1]) * step) / steps,
        ],
      );
    }),
  );

/** The points of lines that lie within half a block of a place, and the place. */
export const stretchAt = (lines: readonly LonLat[][], at: LonLat): LonLat[] => [
  at,
  ...pointsAlong(lines).filter((point) => metersOf(point, at) <= HALF_BLOCK),
];

/** A point and those around it: a street that is a boundary has another ground on either side. */
export const sidesOf = (at: LonLat): LonLat[] => [
  at,
  ...Array.from({ length: 8 }, (_, eighth): LonLat => {
    const angle = (eighth * Math.PI) / 4;
    const across = Math.cos((at[1] * Math.PI) / 180);
    return [at[0] + (Math.cos(angle) * SIDE) / LATITUDE / across, at[1] + (Math.sin(angle) * SIDE) / LATITUDE];
  }),
];

/** West, south, east, north. */
export function boxOf(lines: readonly LonLat[][]): [number, number, number, number] {
  const points = lines.flat();
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Meters from corner to corner. */
export function extentOf(lines: readonly LonLat[][]): number {
  const [west, south, east, north] = boxOf(lines);
  return metersOf([west, south], [east, north]);
}

/** The point halfway along the longest of the lines. */
export function halfwayOf(lines: readonly LonLat[][]): LonLat | undefined {
  const [longest = []] = lines.map((line) => pointsAlong([line])).sort((a, b) => b.length - a.length);
  return longest[longest.length >> 1];
}
