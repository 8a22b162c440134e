/** Two bars of round length: feet or miles for those who read them, meters below for everybody else. */
export type ScaleBars = { readonly american: Bar; readonly metric: Bar };
export type Bar = { readonly pixels: number; readonly words: string };

const FOOT = 0.3048;
const MILE = 1609.344;
const LENGTHS = [
  ...[50, 100, 200, 500, 1000].map((feet) => ({ meters: feet * FOOT, words: `${feet.toLocaleString('en-US')} feet` })),
  ...[0.25, 0.5, 1, 2, 5, 10, 20, 50].map((miles) => ({
    meters: miles * MILE,
    words: `${{ 0.25: '1/4', 0.5: '1/2' }[miles] ?? miles} ${miles > 1 ? 'miles' : 'mile'}`,
  })),
];
const METRIC = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000].map((meters) => ({
  meters,
  words: meters < 1000 ? `${meters} m` : `${meters / 1000} km`,
}));

/** The longest round distances that fit `room` pixels. */
export function scaleBars(metersPerPixel: number, room: number): ScaleBars {
  const longest = (lengths: readonly { meters: number; words: string }[]): Bar => {
    const fitting = lengths.findLast(({ meters }) => meters / metersPerPixel <= room) ?? lengths[0];
    return { pixels: (fitting?.meters ?? 0) / metersPerPixel, words: fitting?.words ?? '' };
  };
  return { american: longest(LENGTHS), metric: longest(METRIC) };
}
