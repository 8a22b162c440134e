import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { LeftOut, Verdict } from '#data/schema/answer.ts';
import { FARRINGTON_DEFAULTS } from './farrington/options.ts';
import { SPIKE_DEFAULTS, type SpikeOptions } from './options.ts';
import { type Prediction, predictWeek } from './predict-week.ts';

/** Calls per whole week, oldest first; the last week is judged. Weeks without calls are 0. */
export type WeeklySeries = {
  readonly areaId: string;
  readonly category: string;
  readonly counts: ArrayLike<number>;
};

export type SpikeReason =
  | 'short-history' // fewer weeks of past than the method needs
  | 'no-past-calls' // no call at all, in the judged week or before
  | 'too-few-calls'; // not even all of them in the judged week would leave the usual range; Farrington: under 5 in 4 weeks

export type SpikeFinding = {
  areaId: string;
  category: string;
  observed: number;
  expected: number;
  low: number; // usual range, whole calls
  high: number;
  p: number; // one-sided, upper, mid-p
  q: number; // after Benjamini-Hochberg over all series judged
  verdict: Verdict;
  direction: 'above' | 'below' | 'within'; // of the usual range
  method: Prediction['method'];
  weeksOfHistory: number;
};

export const SPIKE_CONVENTION =
  'By length of history: Farrington Flexible from 3 years (159 weeks), negative binomial with the same season of former years and the last 10 weeks from 55 weeks, C-test mid-p against 8 weeks below that or where calls are few; one-sided mid-p, Benjamini-Hochberg over all series judged.';
export const SPIKE_CAVEAT =
  'Says that a week is unusual against its own past, not why. One loud address, a renamed call type or a storm looks the same.';

/**
 * The last week of every series against that series' own past, strongest first.
 *
 * "Unusual" is a false discovery rate; "watch" keeps a budget of about one false alarm
 * a week over all series together (README, "How often it cries wolf"). Neither is said
 * inside the usual range or for fewer than `minExcess` calls above the expected.
 */
export function findSpikes(series: readonly WeeklySeries[], chosen: Partial<SpikeOptions> = {}) {
  const options: SpikeOptions = { ...SPIKE_DEFAULTS, ...chosen };
  const leftOut: LeftOut<SpikeReason>[] = [];
  const looks: Look[] = [];
  let quiet = 0;
  for (const one of series) {
    const look = lookAt(one, options);
    if (typeof look !== 'string') looks.push(look);
    else leftOut.push({ what: `${one.areaId} ${one.category}`, reason: look === 'quiet' ? 'too-few-calls' : look });
    if (look === 'quiet') quiet++;
  }
  // A quiet series is one only because its week is: it was looked at, and would have been judged had it been busy.
  const q = adjustForLooks([...looks.map((look) => look.p), ...new Array<number>(quiet).fill(1)]);
  const findings = looks
    .map((look, i) => toFinding(look, q[i] ?? 1, looks.length + quiet, options))
    .sort((a, b) => RANK[a.verdict] - RANK[b.verdict] || a.p - b.p || b.observed - a.observed || compareNames(a, b));
  return { findings, leftOut, options };
}

const RANK: Record<Verdict, number> = { unusual: 0, watch: 1, usual: 2, 'not-judged': 3 };

type Look = Omit<SpikeFinding, 'q' | 'verdict'>;

function lookAt({ areaId, category, counts }: WeeklySeries, options: SpikeOptions): Look | SpikeReason | 'quiet' {
  const past = Array.from(counts);
  const observed = past.pop();
  if (observed === undefined) return 'short-history';
  const prediction = predictWeek(past, options);
  if (prediction === null) return 'short-history';
  if (observed === 0 && past.every((count) => count === 0)) return 'no-past-calls';
  if (!canStandOut(observed, prediction, options)) return 'too-few-calls';
  if (isQuiet(observed, past, prediction)) return 'quiet';
  const { expected, low, high, method } = prediction;
  return {
    areaId,
    category,
    observed,
    expected,
    low,
    high,
    p: prediction.upperP(observed),
    direction: observed > high ? 'above' : observed < low ? 'below' : 'within',
    method,
    weeksOfHistory: past.length,
  };
}

// Given the total, the least p that the exact test can reach is half of (1 / (1 + weeks)) ^ total.
// Leaving out what cannot reach the level does not bias the rest: Tarone RE (1990), Biometrics 46, 515-522.
function canStandOut(observed: number, { pastCalls, pastWeeks, method }: Prediction, { level }: SpikeOptions): boolean {
  return method !== 'c-test' || 0.5 * (1 / (1 + pastWeeks)) ** (observed + pastCalls) <= (1 - level) / 2;
}

/** Farrington's rule of 5 calls in 4 weeks, the judged one included. */
function isQuiet(observed: number, past: readonly number[], { method }: Prediction): boolean {
  const [cases, weeks] = FARRINGTON_DEFAULTS.limit54;
  const recent = past.slice(1 - weeks).reduce((sum, count) => sum + count, observed);
  return method === 'farrington' && recent < cases;
}

function toFinding(look: Look, q: number, looks: number, options: SpikeOptions): SpikeFinding {
  const notable = look.direction === 'above' && look.observed - look.expected >= options.minExcess;
  const watched = look.p <= (options.watchP ?? options.falseAlarmsAWeek / looks);
  const verdict = !notable ? 'usual' : q < options.unusualQ ? 'unusual' : watched ? 'watch' : 'usual';
  return { ...look, q, verdict };
}

const compareNames = (a: Look, b: Look): number =>
  a.areaId < b.areaId ? -1 : a.areaId > b.areaId ? 1 : a.category < b.category ? -1 : 1;
