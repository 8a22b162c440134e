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

/**
 * The likeliest cylinder, then again and again the likeliest that shares no place with those before. A center is
 * looked around again only where its likeliest lost a place.
 */
export function likeliestApart(
  study: Study,
  circles: Circles,
  calls: RecentCalls,
  { minCalls, mostClusters }: { minCalls: number; mostClusters: number },
): Cylinder[] {
  const { starts, members, meters } = circles;
  const found: Cylinder[] = [];
  const isTaken = new Uint8Array(study.places.length);
  const placesOf = ({ center, last }: Candidate) => members.subarray(starts[center] ?? 0, last + 1);
  const look = (center: number) => likeliestAround(center, study, circles, calls, minCalls, isTaken);
  const candidates = Array.from(study.places, (_, center) => look(center));
  while (found.length < mostClusters) {
    let best: Candidate | null = null;
    candidates.forEach((known, center) => {
      const isWhole = known === null || !placesOf(known).some((place) => isTaken[place] === 1);
      const candidate = isWhole ? known : look(center);
      candidates[center] = candidate;
      if (candidate !== null && (best === null || isBetter(candidate, best, starts))) best = candidate;
    });
    if (best === null) break;
    const { last, weeks, calls: inside, expected, ratio }: Candidate = best;
    const places = Array.from(placesOf(best));
    found.push({ places, meters: meters[last] ?? 0, weeks, calls: inside, expected, ratio });
    for (const place of places) isTaken[place] = 1;
  }
  return found;
}

type Candidate = { center: number; last: number; weeks: number; calls: number; expected: number; ratio: number };

/** Of equal ones the smaller circle, then the shorter, then the one further west. */
function isBetter(a: Candidate, b: Candidate, starts: Uint32Array): boolean {
  if (Math.abs(a.ratio - b.ratio) > ALIKE) return a.ratio > b.ratio;
  const size = ({ center, last }: Candidate) => last - (starts[center] ?? 0);
  return (size(a) - size(b) || a.weeks - b.weeks || a.center - b.center) < 0;
}

function likeliestAround(
  center: number,
  study: Study,
  { starts, members, sizes, isCircle }: Circles,
  calls: RecentCalls,
  minCalls: number,
  isTaken: Uint8Array,
): Candidate | null {
  const longest = study.recent.length;
  const sums = new Int32Array(longest);
  let best: Candidate | null = null;
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
      if (best === null || isBetter(candidate, best, starts)) best = candidate;
    }
  }
  return best;
}
