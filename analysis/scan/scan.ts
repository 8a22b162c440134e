import { type InSteps, runThrough } from '#analysis/shared/steps.ts';
import type { LeftOut } from '#data/schema/answer.ts';
import { drawCircles } from './circles.ts';
import { countReached } from './count-reached.ts';
import { type Cylinder, likeliestApart } from './likeliest.ts';
import { fillOptions, type ScanOptions } from './options.ts';
import { recurrenceInWords } from './recurrence.ts';
import { observedCalls } from './replicas.ts';
import { prepareStudy, type ScanPlace, type ScanReason, type Study } from './study.ts';

/** A circle with more calls in the last weeks than chance would put there. */
export type ScanCluster = {
  places: string[]; // ids, nearest to the center first
  lon: number; // of the center, one of the places
  lat: number;
  radiusKm: number; // to the farthest place; 0 where it is one place
  weeks: number; // the last ones
  fromWeek: number; // the first of them, counted from 0 at the first week given
  observed: number;
  expected: number;
  ratio: number; // observed / expected
  logLikelihoodRatio: number;
  p: number; // share of the replications with a likelier cylinder anywhere, the data counted as one of them
  recurrenceWeeks: number; // 1 / p
  recurrence: string; // the same in words
};

export const SCAN_CONVENTION =
  "Kulldorff's prospective scan: circles of up to a tenth of all calls (or residents) over the last weeks, up to half of them, on a local plane in meters; places equally far from the center enter together; p from Monte Carlo replications with a fixed seed; listed clusters share no place.";
export const SCAN_CAVEAT =
  'A cluster is where more calls came in than its past and the rest of the city would have; a renamed call type, a new address code or an event does that too. Each p is about the strongest cluster anywhere this week, so many weekly looks bring false ones: read the recurrence.';

type Found = { findings: ScanCluster[]; leftOut: LeftOut<ScanReason>[]; options: ScanOptions };

const MOST_PLACES = 4_000;
const MOST_CYLINDERS = 60_000_000; // 240 MB

/**
 * Where and since when are there more calls than there should be, up to now? The likeliest
 * cluster first, then others that share no place with it.
 *
 * Kulldorff M (2001), J R Stat Soc A 164(1), 61-72 (Poisson); Kulldorff and others (2005), PLoS Medicine
 * 2(3), e59 (space-time permutation). Circles fit badly to streets and rivers.
 */
export const findScanClusters = (places: readonly ScanPlace[], chosen: Partial<ScanOptions> = {}): Found =>
  runThrough(findScanClustersInSteps(places, chosen));

/** The same, one replication a step. */
export function* findScanClustersInSteps(
  places: readonly ScanPlace[],
  chosen: Partial<ScanOptions> = {},
): InSteps<Found> {
  const options = fillOptions(chosen);
  const { study, leftOut } = prepareStudy(places, options);
  if (study === null) return { findings: [], leftOut, options };
  const nothing = (reason: ScanReason): Found => ({
    findings: [],
    leftOut: [...leftOut, { what: 'scan', reason }],
    options,
  });
  if (study.places.length > MOST_PLACES) return nothing('too-wide');
  study.places.forEach(({ id }, place) => {
    if ((study.sizes[place] ?? 0) > options.maxShare * study.size) leftOut.push({ what: id, reason: 'above-share' });
  });
  const circles = drawCircles(study, options);
  if (circles.count === 0) return nothing('above-share');
  if (circles.count * study.recent.length > MOST_CYLINDERS) return nothing('too-wide');

  const listed = likeliestApart(study, circles, observedCalls(study), options);
  if (listed.length === 0) return nothing('no-rise');
  const reached = yield* countReached(listed, study, circles, options);
  const findings = listed.map((cylinder, i) => toCluster(cylinder, study, reached[i] ?? 0, options));
  return { findings, leftOut, options };
}

function toCluster(
  { places: own, meters, weeks: lasted, calls, expected, ratio }: Cylinder,
  { places, weeks }: Study,
  reached: number,
  { replications }: ScanOptions,
): ScanCluster {
  const p = (1 + reached) / (1 + replications);
  const center = places[own[0] ?? 0];
  return {
    places: own.map((place) => places[place]?.id ?? ''),
    lon: center?.lon ?? 0,
    lat: center?.lat ?? 0,
    radiusKm: meters / 1000,
    weeks: lasted,
    fromWeek: weeks - lasted,
    observed: calls,
    expected,
    ratio: calls / expected,
    logLikelihoodRatio: ratio,
    p,
    recurrenceWeeks: 1 / p,
    recurrence: recurrenceInWords(p, replications),
  };
}
