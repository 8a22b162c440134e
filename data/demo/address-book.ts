import type { Rings } from './outline.ts';
import { quickTest } from './quick-test.ts';
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
    const inside = quickTest(rings);
    const found: number[] = [];
    for (let i = 0; i < size; i++) if (inside(x[i] ?? 0, y[i] ?? 0)) found.push(i);
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
