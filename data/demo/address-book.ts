import { type Rings, within } from './outline.ts';
import type { Point } from './plane.ts';
import { addressAt, type StreetSegment } from './segments.ts';

/** Every address of the city; the nth stands on `segment[n]`. */
export type AddressBook = {
  size: number;
  x: Float64Array;
  y: Float64Array;
  segment: Int32Array;
  number: Int32Array;
  within(rings: Rings): { addresses: number; residents: number };
  indexesWithin(rings: Rings): number[];
};

export function writeAddressBook(segments: readonly StreetSegment[]): AddressBook {
  const size = segments.reduce((sum, { addresses }) => sum + addresses, 0);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  const segment = new Int32Array(size);
  const number = new Int32Array(size);
  let n = 0;
  segments.forEach((street, s) => {
    for (let k = 0; k < street.addresses; k++, n++) {
      const address = addressAt(street, k);
      [x[n], y[n]] = address.point;
      segment[n] = s;
      number[n] = address.number;
    }
  });
  const indexesWithin = (rings: Rings): number[] => {
    const [west, south, east, north] = boundsOf(rings);
    const found: number[] = [];
    for (let i = 0; i < size; i++) {
      const point: Point = [x[i] ?? 0, y[i] ?? 0];
      if (point[0] < west || point[0] > east || point[1] < south || point[1] > north) continue;
      if (within(point, rings)) found.push(i);
    }
    return found;
  };
  return {
    size,
    x,
    y,
    segment,
    number,
    indexesWithin,
    within: (rings) => {
      const found = indexesWithin(rings);
      let residents = 0;
      for (const i of found) {
        const home = segments[segment[i] ?? -1];
        if (home) residents += home.residents / home.addresses;
      }
      return { addresses: found.length, residents: Math.round(residents) };
    },
  };
}

export function boundsOf(rings: Rings): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [1e9, 1e9, -1e9, -1e9];
  for (const [outer] of rings) {
    for (const [px, py] of outer ?? []) {
      box[0] = Math.min(box[0], px);
      box[1] = Math.min(box[1], py);
      box[2] = Math.max(box[2], px);
      box[3] = Math.max(box[3], py);
    }
  }
  return box;
}
