import { CALL_KINDS, type CallKind } from './call-kinds.ts';
import { dayOf } from './call-rhythm.ts';
import type { DemoCity } from './city.ts';
import { findPlaces, type Place, type Places, PULLS, type Pull, repeatWeights } from './places.ts';
import { distance } from './plane.ts';
import { BURGLARY_RUNS, HOT_ADDRESS, TINY_COUNTS, USUAL_LEVELS } from './planted.ts';
import { type Random, randomOf } from './random.ts';

export type DemoSize = 'small' | 'large';

/** How much busier the large city is; the same streets, the same story. */
export const SCALE: Record<DemoSize, number> = { small: 1, large: 9.4 };

/** A call that was planted at a place and time of its own. */
export type SetCall = { type: string; place: number; day: number; hour: number };

/** What is settled before the first call: where calls can come from and how often. */
export type CallPlan = {
  places: Places;
  perWeek: Float64Array[]; // by kind, then stratum: the usual weekly mean, of size small
  pick(kind: CallKind, stratum: number, share: number): number; // a place, from a number between 0 and 1
  setCalls: SetCall[];
  hotAddress: number;
  runs: { id: string; real: boolean; calls: SetCall[] }[];
};

// Brings holidays, storms and hot addresses back to 140 calls a day.
const TUNED = 0.955;

const PULL_OF: Record<string, Pull> = {
  ...Object.fromEntries(['crash', 'traffic-hazard', 'reckless-driving', 'traffic-stop'].map((c) => [c, 'street'])),
  ...Object.fromEntries(
    ['shoplifting', 'theft', 'fraud', 'trespass', 'robbery', 'anti-social', 'alarm', 'patrol-check'].map((c) => [
      c,
      'commerce',
    ]),
  ),
  ...Object.fromEntries(
    [
      'disturbance',
      'alcohol',
      'drugs',
      'assault',
      'suspicious',
      'parking',
      'theft-from-vehicle',
      'vandalism',
      'graffiti',
      'shots-fired',
      'weapons',
      'arson',
    ].map((c) => [c, 'downtown']),
  ),
  ...Object.fromEntries(['dumping', 'encampment'].map((c) => [c, 'edge'])),
};
export const pullOf = (kind: CallKind): Pull => PULL_OF[kind.category] ?? 'home';

export function planCalls(city: DemoCity): CallPlan {
  const places = findPlaces(city);
  const weights = repeatWeights(city, places);
  const random = randomOf(city.seed, 'call plan');
  const runs = BURGLARY_RUNS.map(({ id, real, areaId, days }) => ({
    id,
    real,
    calls: nearCalls(places, areaId, days, random),
  }));
  const hotAddress = random.pick(homesOf(places, HOT_ADDRESS.areaId));
  const tinyHomes = homesOf(places, TINY_COUNTS.areaId);
  const tiny = TINY_COUNTS.days.map((date, i) => ({
    type: TINY_COUNTS.type,
    place: tinyHomes[(i * 7) % tinyHomes.length] ?? 0,
    day: dayOf(date),
    hour: 21,
  }));
  return {
    places,
    perWeek: usualWeeks(places, random),
    pick: pickerOf(places, weights),
    setCalls: [...tiny, ...runs.flatMap(({ calls }) => calls)],
    hotAddress,
    runs,
  };
}

/** Weekly means by kind and stratum: what draws calls there, a local habit, and the levels of the story. */
function usualWeeks({ all, strata }: Places, random: Random): Float64Array[] {
  const pulls = new Map(
    PULLS.map((pull) => [
      pull,
      strata.map(({ places }) => places.reduce((sum, p) => sum + (all[p]?.pulls[pull] ?? 0), 0)),
    ]),
  );
  return CALL_KINDS.map((kind) => {
    const shares = Float64Array.from(pulls.get(pullOf(kind)) ?? [], (sum) => (sum * random.gamma(9)) / 9);
    strata.forEach(({ groups }, s) => {
      if (groups.includes('college-green')) shares[s] = (shares[s] ?? 0) * 0.5;
      if (groups.includes('foundry-street')) shares[s] = (shares[s] ?? 0) * 1.8;
    });
    const total = shares.reduce((sum, n) => sum + n, 0);
    const means = shares.map((share) => (share / total) * kind.perWeek * TUNED);
    if (kind.origin === 'public') setLevels(means, strata, kind);
    return means;
  });
}

function setLevels(means: Float64Array, strata: Places['strata'], kind: CallKind): void {
  for (const level of USUAL_LEVELS) {
    if (level.category !== kind.category) continue;
    const members = strata.flatMap(({ groups }, s) => (groups.includes(level.areaId) ? [s] : []));
    const now = members.reduce((sum, s) => sum + (means[s] ?? 0), 0);
    for (const s of members) means[s] = now > 0 ? ((means[s] ?? 0) / now) * level.perWeek : 0;
  }
}

function pickerOf({ strata }: Places, weights: Record<Pull, Float64Array>): CallPlan['pick'] {
  const sums = new Map(
    PULLS.map((pull) => [
      pull,
      strata.map(({ places }) => {
        let sum = 0;
        return Float64Array.from(places, (p) => (sum += weights[pull][p] ?? 0));
      }),
    ]),
  );
  return (kind, stratum, share) => {
    const list = sums.get(pullOf(kind))?.[stratum] ?? new Float64Array();
    const wanted = share * (list.at(-1) ?? 0);
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return strata[stratum]?.places[low] ?? 0;
  };
}

function homesOf({ all, strata }: Places, areaId: string): number[] {
  return strata.flatMap(({ groups, places }) =>
    groups.includes(areaId) ? places.filter((p) => all[p]?.label.includes(' BLK ')) : [],
  );
}

function nearCalls(places: Places, areaId: string, days: readonly string[], random: Random): SetCall[] {
  const homes = homesOf(places, areaId);
  const first = places.all[random.pick(homes)];
  const near = homes.filter((p) => near150(places.all[p], first));
  return days.map((date) => ({
    type: 'BURGLARY RESIDENCE',
    place: random.pick(near),
    day: dayOf(date),
    hour: 8 + random.int(10),
  }));
}

const near150 = (a: Place | undefined, b: Place | undefined): boolean =>
  a !== undefined && b !== undefined && distance(a.point, b.point) < 75;
