import { type FarringtonOptions, WEEKS_A_YEAR, weeksOfPast } from './options.ts';

/** The baseline of any week: how many weeks back each of its weeks lies (oldest first), and its season. */
export type Design = {
  readonly back: Int32Array;
  readonly season: Uint8Array; // the judged week's own is the last: noPeriods - 1
  readonly seasons: number;
};

/**
 * The weeks around the same one in each former year are one season. What lies between two of them is cut into
 * `noPeriods - 1` seasons of equal length, the first ones a week longer where it does not come out even.
 */
export function designOf(options: FarringtonOptions): Design {
  const { w, noPeriods, pastWeeksNotIncluded } = options;
  const between = WEEKS_A_YEAR - 2 * w - 1;
  if (noPeriods - 1 > between) throw new RangeError(`noPeriods: ${noPeriods} seasons do not fit into a year`);
  const back: number[] = [];
  const season: number[] = [];
  for (let ago = weeksOfPast(options); ago > pastWeeksNotIncluded; ago--) {
    const after = WEEKS_A_YEAR - 1 - ((ago + w) % WEEKS_A_YEAR); // weeks since the last such window closed
    const isSameSeason = after >= between;
    if (!isSameSeason && noPeriods === 1) continue;
    back.push(ago);
    season.push(isSameSeason ? noPeriods - 1 : blockOf(after, between, noPeriods - 1));
  }
  return { back: Int32Array.from(back), season: Uint8Array.from(season), seasons: noPeriods };
}

/** Which of `blocks` a week falls in, `after` weeks past the window before them. */
function blockOf(after: number, between: number, blocks: number): number {
  const length = Math.floor(between / blocks);
  const longer = between % blocks;
  const inLonger = longer * (length + 1);
  return after < inLonger ? Math.floor(after / (length + 1)) : longer + Math.floor((after - inLonger) / length);
}
