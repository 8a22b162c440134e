import type { SweepOptions } from './options.ts';
import { cityRatio, judgeRise, type Past, pooledScatter, type Rise } from './rise.ts';

/** Calls of one kind: which place, and how many whole weeks before the judged one (0). */
export type PlaceWeeks = { readonly place: ArrayLike<number>; readonly weeksAgo: ArrayLike<number> };

/** What a place had in a week and before. */
export type PlaceLook = Past & { place: number; now: number };

/** Places of one kind of call with what they had, those with fewer than `minCalls` in all weeks together left out: they could not stand out. */
export function gatherPlaces({ place, weeksAgo }: PlaceWeeks, spans: number): PlaceLook[] {
  const width = spans + 1;
  const keys = new Float64Array(place.length);
  for (let i = 0; i < keys.length; i++) keys[i] = (place[i] ?? 0) * width + (weeksAgo[i] ?? 0);
  keys.sort();
  const looks: PlaceLook[] = [];
  for (let i = 0; i < keys.length; ) {
    const at = Math.floor((keys[i] ?? 0) / width);
    const counts = new Uint32Array(width);
    for (; i < keys.length && Math.floor((keys[i] ?? 0) / width) === at; i++) {
      const weeksBefore = (keys[i] ?? 0) - at * width;
      counts[weeksBefore] = (counts[weeksBefore] ?? 0) + 1;
    }
    const now = counts[0] ?? 0;
    const sum = counts.reduce((all, count) => all + count, 0) - now;
    const squares = counts.reduce((all, count) => all + count * count, 0) - now * now;
    looks.push({ place: at, now, sum, squares });
  }
  return looks;
}

export type PlaceRise = Rise & { place: number };

/** The looks of one kind of call: how many there were, and those with enough calls in the judged week. */
export function lookAtPlaces(
  places: readonly PlaceLook[],
  spans: number,
  { minCalls, level }: Pick<SweepOptions, 'minCalls' | 'level'>,
): { looks: number; rises: PlaceRise[] } {
  const scatter = pooledScatter(places, spans);
  const city = { now: total(places, ({ now }) => now), past: total(places, ({ sum }) => sum) };
  const looked = places.filter(({ now, sum }) => now + sum >= minCalls);
  const rises = looked
    .filter(({ now }) => now >= minCalls)
    .map(({ place, now, sum, squares }) => {
      const ratio = cityRatio(city, { now, past: sum }, spans);
      return { place, ...judgeRise(now, { sum, squares }, { spans, ratio, scatter, level }) };
    });
  return { looks: looked.length, rises };
}

const total = (places: readonly PlaceLook[], of: (place: PlaceLook) => number): number =>
  places.reduce((sum, place) => sum + of(place), 0);
