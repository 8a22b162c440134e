import type { Bounds } from '#web/map/map-view.ts';
import type { CallLine } from './use-calls.ts';

/** A point of the map with the calls that lie there; the numbers are those of the rows. */
export type Pin = {
  readonly key: string;
  readonly lon: number;
  readonly lat: number;
  readonly callIds: readonly string[];
  readonly text: string; // "5", "2, 5, 9", "2 and 4 more"
  readonly isKept: boolean; // any of them
};

const MOST_NUMBERS = 3;

/** One pin a point: no call is moved so that its number can be read. */
export function pinsOf(lines: readonly CallLine[]): Pin[] {
  const places = new Map<string, { lon: number; lat: number; lines: CallLine[] }>();
  for (const line of lines) {
    const { lon, lat, placement } = line.row ?? { lon: null, lat: null, placement: '' };
    if (lon === null || lat === null || placement !== 'placed') continue;
    const key = `${lon} ${lat}`;
    const place = places.get(key) ?? { lon, lat, lines: [] };
    place.lines.push(line);
    places.set(key, place);
  }
  return [...places].map(([key, { lon, lat, lines: there }]) => {
    const kept = there.filter((line) => line.kept);
    const callIds = there.map(({ callId }) => callId);
    return { key, lon, lat, callIds, text: numbersIn(kept.length > 0 ? kept : there), isKept: kept.length > 0 };
  });
}

function numbersIn(lines: readonly CallLine[]): string {
  const numbers = lines.map(({ mark }) => mark);
  if (numbers.length <= MOST_NUMBERS) return numbers.join(', ');
  return `${numbers.slice(0, 2).join(', ')} +${numbers.length - 2}`;
}

const LEAST_DEGREES = 0.006; // about 600 m: one place is shown with its streets
const AROUND = 0.12; // of the width, so that no pin stands on the edge

/** What the map opens on: every pin, with ground around it. */
export function boundsOfPins(pins: readonly Pin[]): Bounds | null {
  if (pins.length === 0) return null;
  const [west, east] = stretched(pins.map(({ lon }) => lon));
  const [south, north] = stretched(pins.map(({ lat }) => lat));
  return [west, south, east, north];
}

function stretched(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = Math.max(high - low, LEAST_DEGREES);
  const middle = (low + high) / 2;
  return [middle - width * (0.5 + AROUND), middle + width * (0.5 + AROUND)];
}
