import type { LeftOut } from '#data/schema/answer.ts';
import { giniOf } from './gini.ts';
import { topPlaces } from './top-places.ts';

/** Calls at every place there is, empty ones too, in columns. */
export type PlaceCalls = {
  readonly calls: ArrayLike<number>;
  readonly earlier?: ArrayLike<number>; // calls of an earlier time, by which the top places are chosen
  readonly km2?: ArrayLike<number>; // ground of each; without it all are alike
};

export type ConcentrationOptions = {
  readonly topShare: number; // of places, for the accuracy index
  readonly mostPoints: number; // of the curve
};

export const CONCENTRATION_DEFAULTS: ConcentrationOptions = { topShare: 0.05, mostPoints: 100 };

export type ConcentrationReason =
  | 'no-calls'
  | 'too-few-places' // fewer than two
  | 'not-a-count' // negative or broken counts
  | 'no-earlier-calls'; // nothing to choose the top places by

export type Concentration = {
  places: number;
  placesWithCalls: number;
  calls: number;
  gini: number; // adjusted where there are fewer calls than places
  plainGini: number; // as if empty places were concentration
  placesFor25: number; // the fewest places that hold a quarter of calls
  placesFor50: number;
  placesFor80: number;
  curve: { places: number; calls: number }[]; // shares from 0 to 1, fullest places first
  even: number; // share of places that would hold all calls, were they spread as evenly as can be
  top: TopShare | 'no-earlier-calls';
};

export type TopShare = {
  places: number;
  callsShare: number;
  groundShare: number; // of km², or of places
  pai: number; // predictive accuracy index: share of calls over share of ground
  pei: number; // of the most that so many places could have held; 1 where chosen from the same calls
  chosenFrom: 'earlier' | 'same';
};

export const CONCENTRATION_CONVENTION =
  'Places fullest first; Gini of Bernasco and Steenbeek, measured from the least concentration so few calls allow; PAI is the share of calls over the share of ground in the top 5 % of places, PEI the share of what as many places could have held; ties at the edge are shared.';
export const CONCENTRATION_CAVEAT =
  'It matters what counts as a place, and whether places without calls are among them. Places chosen by the same calls always look well chosen: choose by earlier ones.';

type Found = { findings: Concentration[]; leftOut: LeftOut<ConcentrationReason>[]; options: ConcentrationOptions };

/**
 * How few places hold how many of the calls, and how well the top places were foreseen. One finding.
 *
 * Bernasco W, Steenbeek W (2017), J Quantitative Criminology 33, 451-467. PAI: Chainey S, Tompson L, Uhlig S (2008),
 * Security Journal 21, 4-28. PEI: Hunt JM (2016), thesis, City University of New York.
 */
export function findConcentration(given: PlaceCalls, chosen: Partial<ConcentrationOptions> = {}): Found {
  const options: ConcentrationOptions = { ...CONCENTRATION_DEFAULTS, ...chosen };
  const leftOut: LeftOut<ConcentrationReason>[] = [];
  const nothing = (reason: ConcentrationReason): Found => ({
    findings: [],
    leftOut: [{ what: 'concentration', reason }],
    options,
  });
  const { earlier, km2 = new Float64Array(given.calls.length).fill(1) } = given;
  const counts = Float64Array.from(given.calls);
  if (!areCounts(counts) || (earlier && !areCounts(earlier))) return nothing('not-a-count');
  if (counts.length < 2) return nothing('too-few-places');
  const calls = counts.reduce((sum, count) => sum + count, 0);
  if (calls === 0) return nothing('no-calls');

  const isBlind = earlier !== undefined && Array.from(earlier).every((count) => count === 0);
  if (isBlind) leftOut.push({ what: 'the top places', reason: 'no-earlier-calls' });
  const rising = counts.toSorted();
  const falling = rising.toReversed();
  const { plain, adjusted } = giniOf(rising);
  const placesFor = (share: number) => fewestFor(falling, share * calls);
  const finding: Concentration = {
    ...{ places: counts.length, placesWithCalls: falling.findLastIndex((count) => count > 0) + 1, calls },
    ...{ gini: adjusted, plainGini: plain },
    ...{ placesFor25: placesFor(0.25), placesFor50: placesFor(0.5), placesFor80: placesFor(0.8) },
    curve: toCurve(falling, calls, options.mostPoints),
    even: Math.min(1, calls / counts.length),
    top: isBlind ? 'no-earlier-calls' : toTop(counts, earlier, km2, calls, options.topShare),
  };
  return { findings: [finding], leftOut, options };
}

function toTop(
  counts: Float64Array,
  earlier: ArrayLike<number> | undefined,
  km2: ArrayLike<number>,
  calls: number,
  topShare: number,
): TopShare {
  const places = Math.max(1, Math.ceil(topShare * counts.length - 1e-9));
  const { hits, km2: ground } = topPlaces(earlier ?? counts, counts, km2, places);
  const best = topPlaces(counts, counts, km2, places).hits;
  const all = Array.from(km2).reduce((sum, each) => sum + each, 0);
  const callsShare = hits / calls;
  const groundShare = all > 0 && ground > 0 ? ground / all : places / counts.length;
  return {
    ...{ places, callsShare, groundShare, pai: callsShare / groundShare, pei: hits / best },
    chosenFrom: earlier === undefined ? 'same' : 'earlier',
  };
}

const areCounts = (counts: ArrayLike<number>): boolean =>
  Array.from(counts).every((count) => Number.isInteger(count) && count >= 0);

function fewestFor(falling: Float64Array, wanted: number): number {
  let [sum, places] = [0, 0];
  while (sum < wanted - 1e-9 && places < falling.length) sum += falling[places++] ?? 0;
  return places;
}

/** At most so many points, the ends among them; enough to draw. */
function toCurve(falling: Float64Array, calls: number, most: number): Concentration['curve'] {
  const steps = Math.min(falling.length, Math.max(1, most));
  const curve = [{ places: 0, calls: 0 }];
  let [sum, place] = [0, 0];
  for (let step = 1; step <= steps; step++) {
    const end = Math.round((step * falling.length) / steps);
    while (place < end) sum += falling[place++] ?? 0;
    curve.push({ places: place / falling.length, calls: sum / calls });
  }
  return curve;
}
