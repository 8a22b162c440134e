import type { LeftOut, Verdict } from '#data/schema/answer.ts';
import { averageRunLength, type Chart, limitFor } from './run-length.ts';

/** Calls per whole week, oldest first; the last week is judged. Weeks without calls are 0. */
export type WeeklySeries = { readonly areaId: string; readonly category: string; readonly counts: ArrayLike<number> };

export type CusumOptions = {
  readonly runLength: number; // weeks between false signals of one series, on average
  readonly shift: number; // the rise to be found soonest, in standard deviations of chance
  readonly watchedWeeks: number; // the last weeks, over which the sum runs
  readonly usualWeeks: number; // the weeks before them, which tell the usual level
  readonly usual: number | null; // calls a week, where the level is known; null: from `usualWeeks`
  readonly k: number | null; // reference value; null: from `shift`
  readonly h: number | null; // limit; null: from `runLength`
};

export const CUSUM_DEFAULTS: CusumOptions = {
  runLength: 520,
  shift: 1,
  watchedWeeks: 26,
  usualWeeks: 52,
  usual: null,
  k: null,
  h: null,
};

export type CusumReason =
  | 'short-history' // fewer weeks than are watched and tell the usual level
  | 'no-past-calls'; // a usual level of 0 has no chart

export type CusumFinding = {
  areaId: string;
  category: string;
  usual: number; // calls a week
  k: number;
  h: number;
  runLength: number; // weeks to a false signal, on average, if the usual level is right and calls come singly
  runLengthRisen: number; // weeks until a rise by `shift` is found, on average
  sums: number[]; // after each watched week
  sum: number; // after the last
  signalWeek: number | null; // place in the series of the first watched week at or over h; null: none
  risingSince: number | null; // place of the week with which the sum last left 0; null: it is 0
  verdict: Extract<Verdict, 'usual' | 'unusual'>; // unusual: the sum is at or over h now
};

export const CUSUM_CONVENTION =
  "Poisson CUSUM after Lucas (1985), upper side, from 0 and not reset after a signal; the limit is the lowest with the wanted average run length by Brook and Evans' chain.";
export const CUSUM_CAVEAT =
  'The run length holds for a known level and calls that come singly: with a level estimated from a year, a season or bunched calls, false signals come sooner.';

/**
 * Small rises that last: what each week brings above a reference value is added up, and never falls below 0.
 * Answers in the order given.
 *
 * Lucas JM (1985). Counted data CUSUM's. Technometrics 27(2), 129-144.
 */
export function findShifts(series: readonly WeeklySeries[], chosen: Partial<CusumOptions> = {}) {
  const options: CusumOptions = { ...CUSUM_DEFAULTS, ...chosen };
  const chartFor = chartsOf(options);
  const findings: CusumFinding[] = [];
  const leftOut: LeftOut<CusumReason>[] = [];
  for (const { areaId, category, counts } of series) {
    const first = counts.length - options.watchedWeeks;
    const needed = options.usual === null ? options.usualWeeks : 0;
    if (first < needed || counts.length === 0) {
      leftOut.push({ what: `${areaId} ${category}`, reason: 'short-history' });
      continue;
    }
    const usual = options.usual ?? meanOf(counts, first - needed, first);
    if (usual === 0) {
      leftOut.push({ what: `${areaId} ${category}`, reason: 'no-past-calls' });
      continue;
    }
    findings.push({ areaId, category, usual, ...chartFor(usual), ...follow(counts, first, chartFor(usual)) });
  }
  return { findings, leftOut, options };
}

type Levels = Pick<CusumFinding, 'k' | 'h' | 'runLength' | 'runLengthRisen'>;

function follow(counts: ArrayLike<number>, first: number, { k, h }: Levels) {
  const sums: number[] = [];
  let [sum, signalWeek, risingSince] = [0, null as number | null, null as number | null];
  for (let week = first; week < counts.length; week++) {
    sum = Math.max(0, sum + (counts[week] ?? 0) - k);
    if (sum < ROUNDING) [sum, risingSince] = [0, null];
    else risingSince ??= week;
    if (reaches(sum, h)) signalWeek ??= week;
    sums.push(sum);
  }
  const verdict: CusumFinding['verdict'] = reaches(sum, h) ? 'unusual' : 'usual';
  return { sums, sum, signalWeek, risingSince, verdict };
}

const ROUNDING = 1e-9; // sums of tenths are not exact
const reaches = (sum: number, h: number): boolean => sum >= h - ROUNDING;

/** Charts by usual level; series of one level share theirs. */
function chartsOf(options: CusumOptions) {
  const known = new Map<number, Levels>();
  return (usual: number): Levels => {
    const found = known.get(usual) ?? chartOf(usual, options);
    known.set(usual, found);
    return found;
  };
}

function chartOf(usual: number, { shift, runLength, k, h }: CusumOptions): Levels {
  const risen = usual + shift * Math.sqrt(usual);
  // A given k or h may have tenths; else the steps are coarser where counts are large.
  const unit = k !== null || h !== null || usual < 5 ? 0.1 : usual < 50 ? 0.5 : 1;
  const reference = Math.max(1, Math.round((k ?? (risen - usual) / Math.log(risen / usual)) / unit));
  const limit = h === null ? limitFor(runLength, unit, reference, usual) : Math.max(1, Math.round(h / unit));
  const chart: Chart = { unit, reference, limit };
  return {
    k: tenths(reference * unit),
    h: tenths(limit * unit),
    runLength: averageRunLength(chart, usual),
    runLengthRisen: averageRunLength(chart, risen),
  };
}

const tenths = (value: number): number => Math.round(10 * value) / 10;

function meanOf(counts: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let week = from; week < to; week++) sum += counts[week] ?? 0;
  return sum / (to - from);
}
