import { type Portrait, pickColumn } from './guess-columns.ts';
import type { Doubt } from './sample-file.ts';

export type PlaceGuess = {
  lon: Portrait | null;
  lat: Portrait | null;
  crs: string;
  bounds: [number, number, number, number] | null;
  middle: { lon: number; lat: number } | null;
  doubts: Doubt[];
};

const NOWHERE: PlaceGuess = { lon: null, lat: null, crs: 'EPSG:4326', bounds: null, middle: null, doubts: [] };

/** Finds the coordinates and says what is wrong with them: exchanged, projected, piled up, at 0,0, far away. */
export function guessPlaces(portraits: readonly Portrait[], address: Portrait | null): PlaceGuess {
  const isNumber = ({ numeric }: Portrait) => numeric > 0.9;
  const x = pickColumn(
    portraits,
    [/^(lon|lng|long|longitude)\b/, /\b(lon|lng|long|longitude)$/, /longitude|^x$|x ?coord/],
    isNumber,
  );
  const y = pickColumn(portraits, [/^(lat|latitude)\b/, /\b(lat|latitude)$/, /latitude|^y$|y ?coord/], isNumber);
  if (!x || !y)
    return {
      ...NOWHERE,
      doubts: [
        ...doubtPairs(portraits),
        {
          what: 'no coordinates found: every call will be unplaced',
          evidence: 'no two numeric columns are named like longitude and latitude',
        },
      ],
    };
  const points = readPoints(x, y);
  const kept = points.filter(({ lon, lat }) => lon !== 0 || lat !== 0);
  const zero = points.length - kept.length;
  const doubts: Doubt[] = [];
  if (zero > 0)
    doubts.push({ what: `${zero} calls at 0,0 will be quarantined`, evidence: `${x.name} and ${y.name} are both 0` });
  const middle = { lon: median(kept.map(({ lon }) => lon)), lat: median(kept.map(({ lat }) => lat)) };
  if (Math.abs(middle.lon) > 180 || Math.abs(middle.lat) > 180) return guessProjected(x, y, middle, doubts);
  if (isExchanged(middle)) {
    doubts.push({
      what: `the axes look exchanged: ${y.name} is read as longitude`,
      evidence: `the middle of ${x.name} is ${middle.lon}, of ${y.name} ${middle.lat}`,
    });
    const turned = kept.map(({ lon, lat }) => ({ lon: lat, lat: lon }));
    return {
      lon: y,
      lat: x,
      crs: 'EPSG:4326',
      ...boxOf(turned, doubts),
      middle: { lon: middle.lat, lat: middle.lon },
      doubts,
    };
  }
  doubts.push(...doubtStacks(x, y, address));
  return { lon: x, lat: y, crs: 'EPSG:4326', ...boxOf(kept, doubts), middle, doubts };
}

function readPoints(x: Portrait, y: Portrait): { lon: number; lat: number }[] {
  return x.values.flatMap((value, row) => {
    const other = y.values[row] ?? '';
    if (value === '' || other === '') return [];
    const point = { lon: Number(value), lat: Number(other) };
    return Number.isFinite(point.lon) && Number.isFinite(point.lat) ? [point] : [];
  });
}

/** Impossible as a latitude, or the Americas laid on their side. */
const isExchanged = ({ lon, lat }: { lon: number; lat: number }): boolean =>
  Math.abs(lat) > 90 || (lon > 15 && lon < 72 && lat < -50);

function guessProjected(
  lon: Portrait,
  lat: Portrait,
  middle: { lon: number; lat: number },
  doubts: Doubt[],
): PlaceGuess {
  const evidence = `the middle of ${lon.name} is ${middle.lon}, of ${lat.name} ${middle.lat}`;
  const isMercator =
    Math.abs(middle.lon) > 1_000_000 && Math.abs(middle.lon) < 20_037_508 && middle.lon < 0 && middle.lat > 1_000_000;
  if (isMercator) {
    doubts.push({ what: 'coordinates read as Web Mercator meters (EPSG:3857)', evidence });
    return { ...NOWHERE, lon, lat, crs: 'EPSG:3857', doubts };
  }
  doubts.push({
    what: 'the coordinates are projected: name their system as crs; state-plane files in the United States are mostly in US feet',
    evidence,
  });
  return { ...NOWHERE, lon, lat, doubts };
}

/** The middle 98 of a hundred points, with as much again around them: what lies beyond is quarantined. */
function boxOf(points: readonly { lon: number; lat: number }[], doubts: Doubt[]) {
  const lons = points.map(({ lon }) => lon).sort((a, b) => a - b);
  const lats = points.map(({ lat }) => lat).sort((a, b) => a - b);
  const [west, east] = widened(lons);
  const [south, north] = widened(lats);
  const outside = points.filter(({ lon, lat }) => lon < west || lon > east || lat < south || lat > north).length;
  const bounds: [number, number, number, number] = [west, south, east, north];
  if (outside > 0)
    doubts.push({
      what: `${outside} calls far from the others will be quarantined as outside`,
      evidence: `bounds guessed from the middle 98 of 100 points: ${bounds.join(', ')}`,
    });
  return { bounds };
}

function widened(sorted: readonly number[]): [number, number] {
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [low, high] = [at(0.01), at(0.99)];
  const margin = Math.max(high - low, 0.05);
  return [round(low - margin), round(high + margin)];
}

const round = (degrees: number) => Math.round(degrees * 1000) / 1000;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** A point that very many calls, or many addresses, share. */
function doubtStacks(x: Portrait, y: Portrait, address: Portrait | null): Doubt[] {
  const stacks = new Map<string, { calls: number; addresses: Set<string> }>();
  x.values.forEach((value, row) => {
    if (value === '') return;
    const key = `${y.values[row] ?? ''}, ${value}`;
    const stack = stacks.get(key) ?? { calls: 0, addresses: new Set<string>() };
    stack.calls++;
    if (address && stack.addresses.size < 1_000) stack.addresses.add(address.values[row] ?? '');
    stacks.set(key, stack);
  });
  const least = Math.max(10, 0.015 * x.filled);
  return [...stacks]
    .filter(([, { calls, addresses }]) => (address ? addresses.size >= 8 : calls >= least))
    .sort((a, b) => b[1].addresses.size - a[1].addresses.size || b[1].calls - a[1].calls)
    .slice(0, 5)
    .map(([point, { calls, addresses }]) => ({
      what: `${point} may be a default point (a geocoder's fallback, headquarters); if so name it in defaultPoints`,
      evidence: address
        ? `${calls} calls of ${addresses.size} addresses share it`
        : `${calls} of ${x.filled} calls share it`,
    }));
}

function doubtPairs(portraits: readonly Portrait[]): Doubt[] {
  const isPair = (value: string) => /^\(?-?\d+\.\d+\s*,\s*-?\d+\.\d+\)?$/.test(value);
  return portraits
    .filter(({ values, filled }) => filled > 0 && values.filter(isPair).length > 0.8 * filled)
    .map(({ name, values }) => ({
      what: `${name} holds latitude and longitude in one column; part them into two`,
      evidence: values.find(isPair) ?? '',
    }));
}
