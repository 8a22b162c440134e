import { sfc32 } from '#data/sfc32.ts';
import type { ScanOptions } from './options.ts';
import type { Study } from './study.ts';

/**
 * Calls in the last 1, 2, ... weeks at each place: place by place, as many numbers as the
 * longest cluster has weeks.
 */
export type RecentCalls = Int32Array;

export function observedCalls({ places, recent: { length: longest }, weeks }: Study): RecentCalls {
  const calls = new Int32Array(places.length * longest);
  places.forEach(({ counts }, place) => {
    for (let age = 0; age < longest; age++) calls[place * longest + age] = counts[weeks - 1 - age] ?? 0;
  });
  return addUp(calls, longest);
}

/** Draws the calls anew as if nothing but chance placed them; each call of it gives the next replica, in the same array. */
export function replicasOf(study: Study, { model, seed }: Pick<ScanOptions, 'model' | 'seed'>): () => RecentCalls {
  return model === 'poisson' ? poissonReplicas(study, sfc32(seed)) : permutedReplicas(study, sfc32(seed));
}

/** The weeks of the calls are dealt out anew among their places. Only the places of the recent calls need to be drawn. */
function permutedReplicas({ places, recent: { length: longest }, weeks }: Study, draw: () => number) {
  const placeOfCall = Uint32Array.from(
    places.flatMap(({ counts }, place) => new Array<number>(Array.from(counts).reduce((a, b) => a + b, 0)).fill(place)),
  );
  const ages = Uint32Array.from(
    places.flatMap(({ counts }) =>
      Array.from({ length: longest }, (_, age) => new Array<number>(counts[weeks - 1 - age] ?? 0).fill(age)).flat(),
    ),
  );
  const calls = new Int32Array(places.length * longest);
  return () => {
    calls.fill(0);
    for (let i = 0; i < ages.length; i++) {
      const picked = i + Math.floor(draw() * (placeOfCall.length - i));
      const place = placeOfCall[picked] ?? 0;
      placeOfCall[picked] = placeOfCall[i] ?? 0;
      placeOfCall[i] = place;
      const at = place * longest + (ages[i] ?? 0);
      calls[at] = (calls[at] ?? 0) + 1;
    }
    return addUp(calls, longest);
  };
}

/** All calls fall anew: any week is as likely as another, a place by its residents. */
function poissonReplicas(
  { places, sizes, size, recent: { length: longest }, weeks, total }: Study,
  draw: () => number,
) {
  const pickPlace = aliasOf(sizes.map((own) => own / size));
  const calls = new Int32Array(places.length * longest);
  return () => {
    calls.fill(0);
    for (let i = 0; i < total; i++) {
      const age = Math.floor(draw() * weeks);
      if (age >= longest) continue;
      const at = pickPlace(draw()) * longest + age;
      calls[at] = (calls[at] ?? 0) + 1;
    }
    return addUp(calls, longest);
  };
}

function addUp(calls: Int32Array, longest: number): RecentCalls {
  for (let i = 0; i < calls.length; i++) {
    if (i % longest > 0) calls[i] = (calls[i] ?? 0) + (calls[i - 1] ?? 0);
  }
  return calls;
}

/** A number from 0 up to 1 to a position, each as likely as its weight. Walker (1977), ACM TOMS 3(3), 253-256. */
function aliasOf(weights: Float64Array): (draw: number) => number {
  const count = weights.length;
  const heights = weights.map((weight) => weight * count); // weights add up to 1
  const other = Uint32Array.from(weights.keys());
  const low = [...heights.keys()].filter((i) => (heights[i] ?? 0) < 1);
  const high = [...heights.keys()].filter((i) => (heights[i] ?? 0) >= 1);
  for (let small = low.pop(); small !== undefined; small = low.pop()) {
    const large = high.at(-1);
    if (large === undefined) break;
    other[small] = large;
    heights[large] = (heights[large] ?? 0) - (1 - (heights[small] ?? 0));
    if ((heights[large] ?? 0) >= 1) continue;
    high.pop();
    low.push(large);
  }
  return (draw) => {
    const column = Math.floor(draw * count);
    return draw * count - column < (heights[column] ?? 1) ? column : (other[column] ?? column);
  };
}
