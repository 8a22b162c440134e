import type { Circles } from './circles.ts';
import { highestRatio, logLikelihoodRatio } from './likelihood.ts';
import type { RecentCalls } from './replicas.ts';
import { expectedIn, type Study } from './study.ts';

/** A circle over the last weeks. */
export type Cylinder = {
  readonly places: readonly number[]; // from the center outward
  readonly meters: number; // to the farthest
  readonly weeks: number;
  readonly calls: number;
  readonly expected: number;
  readonly ratio: number; // log likelihood ratio
};

/** Likelihood ratios this close are equal: the same calls over the same expected, added up in another order. */
export const ALIKE = 1e-9;

/** The likeliest cylinder, then again and again the likeliest that shares no place with those before. */
export function likeliestApart(
  study: Study,
  circles: Circles,
  calls: RecentCalls,
  { minCalls, mostClusters }: { minCalls: number; mostClusters: number },
): Cylinder[] {
  const found: Cylinder[] = [];
  const isTaken = new Uint8Array(study.places.length);
  while (found.length < mostClusters) {
    const next = likeliest(study, circles, calls, minCalls, isTaken);
    if (next === null) break;
    found.push(next);
    for (const place of next.places) isTaken[place] = 1;
  }
  return found;
}

type Candidate = { center: number; last: number; weeks: number; calls: number; expected: number; ratio: number };

function likeliest(
  study: Study,
  { starts, members, meters, sizes, isCircle }: Circles,
  calls: RecentCalls,
  minCalls: number,
  isTaken: Uint8Array,
): Cylinder | null {
  const size = ({ center, last }: Candidate) => last - (starts[center] ?? 0);
  // Of equal ones the smaller circle, then the shorter, then the one further west.
  const isBetter = (a: Candidate, b: Candidate) =>
    Math.abs(a.ratio - b.ratio) > ALIKE
      ? a.ratio > b.ratio
      : (size(a) - size(b) || a.weeks - b.weeks || a.center - b.center) < 0;

  const longest = study.recent.length;
  let best: Candidate | null = null;
  for (let center = 0; center + 1 < starts.length; center++) {
    const sums = new Int32Array(longest);
    for (let last = starts[center] ?? 0; last < (starts[center + 1] ?? 0); last++) {
      const place = members[last] ?? 0;
      if (isTaken[place] === 1) break;
      for (let week = 0; week < longest; week++) {
        const sum = (sums[week] ?? 0) + (calls[place * longest + week] ?? 0);
        sums[week] = sum;
        const expected = expectedIn(study, sizes[last] ?? 0, week);
        if (isCircle[last] !== 1 || sum < minCalls || sum <= expected) continue;
        if (best !== null && highestRatio(sum, expected, study.total) < best.ratio - ALIKE) continue;
        const ratio = logLikelihoodRatio(sum, expected, study.total);
        const candidate = { center, last, weeks: week + 1, calls: sum, expected, ratio };
        if (best === null || isBetter(candidate, best)) best = candidate;
      }
    }
  }
  if (best === null) return null;
  const places = Array.from(members.subarray(starts[best.center] ?? 0, best.last + 1));
  const { weeks, calls: inside, expected, ratio } = best;
  return { places, meters: meters[best.last] ?? 0, weeks, calls: inside, expected, ratio };
}
