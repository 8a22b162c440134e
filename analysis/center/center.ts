import { flatten } from '#analysis/shared/flat-points.ts';
import { toLat, toLon } from '#analysis/shared/plane.ts';
import { type CallPoints, placedPoints } from '#analysis/shared/points.ts';
import type { LeftOut } from '#data/schema/answer.ts';

export type Ellipse = {
  longMeters: number; // half of the long axis
  shortMeters: number; // half of the short axis
  bearing: number; // of the long axis, degrees clockwise from north, 0 up to 180
  areaKm2: number;
  ring: [number, number][]; // closed, degrees
};

/** Where the calls lie on average, and how far they spread. */
export type Center = {
  calls: number;
  lon: number;
  lat: number;
  standardDistanceMeters: number | null; // null: left out by name
  ellipse: Ellipse | null; // null: left out by name
};

export type CenterOptions = {
  readonly convention: 'crimestat' | 'yuill'; // divisor n - 2 and axes times √2, or n and the axes as they are
};

export type CenterReason =
  | 'no-points'
  | 'no-place' // calls without a place
  | 'too-few-points' // a spread needs three
  | 'one-point' // all calls on one point
  | 'in-line'; // on one line: an ellipse without width

export const CENTER_CONVENTION =
  'Mean center, standard distance and standard deviational ellipse in meters on a plane around the median call; CrimeStat’s convention (divisor n − 2, axes times √2) unless Yuill’s (divisor n, axes as they are) is asked for.';
export const CENTER_CAVEAT =
  'A mean center may lie where nothing happened, and one far call moves it. Two clusters have no meaningful center.';

/** One finding, or none where no call has a place. Never Turf's ellipse, which takes degrees for lengths. */
export function findCenter(points: CallPoints, chosen: Partial<CenterOptions> = {}) {
  const options: CenterOptions = { convention: 'crimestat', ...chosen };
  const leftOut: LeftOut<CenterReason>[] = [];
  const placed = placedPoints(points);
  const n = placed.lon.length;
  const asked = points.rows?.length ?? points.lon.length;
  if (asked > n) leftOut.push({ what: `${asked - n} calls`, reason: 'no-place' });
  if (n === 0)
    return { findings: [], leftOut: [...leftOut, { what: 'center', reason: 'no-points' as const }], options };

  const { x, y, plane } = flatten(placed);
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const toPlace = (east: number, north: number): [number, number] => [
    toLon(plane, meanX + east),
    toLat(plane, meanY + north),
  ];
  const [lon, lat] = toPlace(0, 0);
  const moments = momentsOf(x, y, meanX, meanY);
  const spread = n < 3 ? 'too-few-points' : spreadOf(moments, n, options);
  if (typeof spread === 'string') {
    leftOut.push({ what: 'spread', reason: spread });
    const center: Center = { calls: n, lon, lat, standardDistanceMeters: null, ellipse: null };
    return { findings: [center], leftOut, options };
  }
  const { long, short, bearing, standardDistanceMeters } = spread;
  const isLine = short < 1e-6 * long;
  if (isLine) leftOut.push({ what: 'ellipse', reason: 'in-line' });
  const ellipse: Ellipse | null = isLine
    ? null
    : {
        longMeters: long,
        shortMeters: short,
        bearing: (bearing * 180) / Math.PI,
        areaKm2: (Math.PI * long * short) / 1e6,
        ring: ringOf(long, short, bearing, toPlace),
      };
  const center: Center = { calls: n, lon, lat, standardDistanceMeters, ellipse };
  return { findings: [center], leftOut, options };
}

type Moments = { xx: number; yy: number; xy: number };

function momentsOf(x: Float64Array, y: Float64Array, meanX: number, meanY: number): Moments {
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [east, north] = [(x[i] ?? 0) - meanX, (y[i] ?? 0) - meanY];
    xx += east * east;
    yy += north * north;
    xy += east * north;
  }
  return { xx, yy, xy };
}

/** The long axis is where the sum of squares along it is largest: tan 2θ = 2 Σxy / (Σyy − Σxx) from north. */
function spreadOf({ xx, yy, xy }: Moments, n: number, { convention }: CenterOptions) {
  if (Math.sqrt((xx + yy) / n) < 1e-3) return 'one-point'; // a millimeter
  const divisor = convention === 'crimestat' ? n - 2 : n;
  const stretch = convention === 'crimestat' ? 2 : 1;
  const half = Math.hypot(xx - yy, 2 * xy) / 2;
  const [largest, least] = [(xx + yy) / 2 + half, Math.max(0, (xx + yy) / 2 - half)];
  const turn = Math.atan2(2 * xy, yy - xx) / 2;
  return {
    standardDistanceMeters: Math.sqrt((xx + yy) / divisor),
    long: Math.sqrt((stretch * largest) / divisor),
    short: Math.sqrt((stretch * least) / divisor),
    bearing: turn < 0 ? turn + Math.PI : turn,
  };
}

const CORNERS = 72;

function ringOf(
  long: number,
  short: number,
  bearing: number,
  toPlace: (east: number, north: number) => [number, number],
): [number, number][] {
  const ring = Array.from({ length: CORNERS }, (_, i) => {
    const angle = (2 * Math.PI * i) / CORNERS;
    const [along, across] = [long * Math.cos(angle), short * Math.sin(angle)];
    const [sin, cos] = [Math.sin(bearing), Math.cos(bearing)];
    return toPlace(along * sin - across * cos, along * cos + across * sin);
  });
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

const meanOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
