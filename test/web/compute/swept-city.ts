import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { Call } from '#data/schema/call.ts';

export const LAST_MONDAY = '2024-12-23'; // the cut-off of the small city is the Monday after

/** Two years of quiet: a burglary and a noise call every second day, each at another of many places. */
export function quietYears(): Partial<Call>[] {
  const first = toDayNumber('2023-01-02');
  return Array.from({ length: 2 * 360 }, (_, i): Partial<Call> => {
    const at = { lon: ((i * 37) % 149) / 5_000, lat: ((i * 61) % 97) / 5_000 };
    return {
      id: `q-${String(i).padStart(4, '0')}`,
      receivedLocal: `${toLocalDate(first + i)}T10:00:00`,
      ...(i % 2 === 0 ? { category: 'burglary', typeCode: 'BURGLARY' } : { category: 'noise', typeCode: 'NOISE' }),
      ...{ ...at, placeKey: `${at.lon} ${at.lat}`, addressBlock: `BLOCK ${i % 149}` },
    };
  });
}

/** A call so many days after the last whole week began. */
export const on = (days: number, said: Partial<Call>): Partial<Call> => ({
  receivedLocal: `${toLocalDate(toDayNumber(LAST_MONDAY) + days)}T20:00:00`,
  category: 'burglary',
  typeCode: 'BURGLARY',
  ...said,
});
/** Five burglaries at one corner within eleven days. */
export const STRING = [-8, -6, -3, 0, 2].map((days, i) =>
  on(days, { id: `s-${i}`, lon: 0.0141 + i / 5_000, lat: 0.0083, placeKey: `s${i}` }),
);
/** Six noise calls in one week at an address that never called. */
export const LOUD = [0, 1, 3, 4, 6, 6].map((days, i) =>
  on(days, {
    ...{ id: `n-${i}`, lon: 0.0041, lat: 0.0051, placeKey: 'loud', addressBlock: '100 BLK LOUD LANE' },
    ...{ category: 'noise', typeCode: 'NOISE' },
  }),
);
