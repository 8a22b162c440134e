import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { LeftOut, Verdict } from '#data/schema/answer.ts';
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
  | 'too-few-calls'; // so few that not even all of them in the judged week would leave the usual range

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
  'Negative binomial with the same season of former years and the last 10 weeks (C-test mid-p against 8 weeks where history is under 55 weeks or calls are few), one-sided mid-p, Benjamini-Hochberg over all series judged.';
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
  for (const one of series) {
    const look = lookAt(one, options);
    if (typeof look === 'string') leftOut.push({ what: `${one.areaId} ${one.category}`, reason: look });
    else looks.push(look);
  }
  const q = adjustForLooks(looks.map((look) => look.p));
  const findings = looks
    .map((look, i) => toFinding(look, q[i] ?? 1, looks.length, options))
    .sort((a, b) => RANK[a.verdict] - RANK[b.verdict] || a.p - b.p || b.observed - a.observed || compareNames(a, b));
  return { findings, leftOut, options };
}

const RANK: Record<Verdict, number> = { unusual: 0, watch: 1, usual: 2, 'not-judged': 3 };

type Look = Omit<SpikeFinding, 'q' | 'verdict'>;

function lookAt({ areaId, category, counts }: WeeklySeries, options: SpikeOptions): Look | SpikeReason {
  const past = Array.from(counts);
  const observed = past.pop();
  if (observed === undefined) return 'short-history';
  const prediction = predictWeek(past, options);
  if (prediction === null) return 'short-history';
  if (observed === 0 && past.every((count) => count === 0)) return 'no-past-calls';
  if (!canStandOut(observed, prediction, options)) return 'too-few-calls';
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

function toFinding(look: Look, q: number, looks: number, options: SpikeOptions): SpikeFinding {
  const notable = look.direction === 'above' && look.observed - look.expected >= options.minExcess;
  const watched = q < options.watchQ || look.p * looks <= options.falseAlarmsAWeek;
  const verdict = !notable ? 'usual' : q < options.unusualQ ? 'unusual' : watched ? 'watch' : 'usual';
  return { ...look, q, verdict };
}

const compareNames = (a: Look, b: Look): number =>
  a.areaId < b.areaId ? -1 : a.areaId > b.areaId ? 1 : a.category < b.category ? -1 : 1;
