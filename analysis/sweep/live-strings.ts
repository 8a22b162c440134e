import { flatten } from '#analysis/shared/flat-points.ts';
import { cutIntoStrips, visitNearPairs } from '#analysis/shared/near-pairs.ts';
import { shuffle } from '#analysis/shared/shuffle.ts';
import type { InSteps } from '#analysis/shared/steps.ts';
import { sfc32 } from '#data/sfc32.ts';
import type { SweepOptions } from './options.ts';

/** Calls of one kind in the weeks looked at: degrees, and local days. */
export type DatedCalls = { readonly lon: Float64Array; readonly lat: Float64Array; readonly days: Int32Array };

/** Calls that hang together in place and time, the last of them in the judged week. */
export type LiveString = {
  rows: number[]; // of the columns given, earliest first
  strength: number; // log likelihood ratio
  expected: number; // calls on its ground in its days, if the days were dealt out anew
  p: number; // share of deals in which the strongest live string is as strong
};

export type StringsReason = 'too-few-calls' | 'too-many-pairs';

const LEAST_CALLS = 10; // fewer have no pace to stand out from
const MOST_PAIRS = 5_000_000;
const ENOUGH_REACHED = 20; // deals as strong; more would only tell more exactly how usual it is

/**
 * Strings of one kind of call that are alive in the judged week, strongest first. Calls at one place on one
 * day count once. Each deal shuffles the days among the places, as in the Knox test; a string's p compares it
 * with the strongest live string anywhere in a deal, so that p holds for all strings of the kind together.
 */
export function* findLiveStrings(
  calls: DatedCalls,
  lastWeek: { readonly firstDay: number; readonly lastDay: number },
  options: SweepOptions,
): InSteps<{ strings: LiveString[]; leftOut: StringsReason | null }> {
  const { kept, rowsOf } = oncePerPlaceAndDay(calls);
  if (kept.length < LEAST_CALLS) return { strings: [], leftOut: 'too-few-calls' };
  const near = findNear(calls, kept, options.linkMeters);
  if (near === null) return { strings: [], leftOut: 'too-many-pairs' };
  const days = Int32Array.from(kept, (row) => calls.days[row] ?? 0);
  const judge = stringJudge(near, days, lastWeek, options);
  const found = judge(days).sort((a, b) => b.strength - a.strength);
  const strongest = found[0]?.strength;
  if (strongest === undefined) return { strings: [], leftOut: null };

  const maxima: number[] = [];
  const draw = sfc32(options.seed);
  let reached = 0;
  const dealt = days.slice();
  while (maxima.length < options.shuffles && reached < ENOUGH_REACHED) {
    shuffle(dealt, draw);
    const most = judge(dealt).reduce((max, { strength }) => Math.max(max, strength), 0);
    maxima.push(most);
    if (most >= strongest) reached++;
    yield { done: maxima.length, total: options.shuffles };
  }
  const strings = found.map(({ members, strength, expected }) => ({
    rows: members
      .flatMap((member) => rowsOf[member] ?? [])
      .sort((a, b) => (calls.days[a] ?? 0) - (calls.days[b] ?? 0) || a - b),
    strength,
    expected,
    p: (1 + maxima.filter((most) => most >= strength).length) / (1 + maxima.length),
  }));
  return { strings, leftOut: null };
}

/** One row for each place and day, in an order that is not the file's; and the rows that each stands for. */
function oncePerPlaceAndDay({ lon, lat, days }: DatedCalls): { kept: number[]; rowsOf: number[][] } {
  const byKey = new Map<string, number[]>();
  for (let row = 0; row < days.length; row++) {
    if (!Number.isFinite(lon[row]) || !Number.isFinite(lat[row])) continue;
    const key = `${lon[row]} ${lat[row]} ${days[row]}`;
    const rows = byKey.get(key);
    if (rows) rows.push(row);
    else byKey.set(key, [row]);
  }
  const rowsOf = [...byKey.values()].sort(([a = 0], [b = 0]) => {
    const by = (column: ArrayLike<number>) => (column[a] ?? 0) - (column[b] ?? 0);
    return by(lon) || by(lat) || by(days);
  });
  return { kept: rowsOf.map(([row]) => row ?? 0), rowsOf };
}

/** The calls near each call, itself not among them: those of call `i` stand from `starts[i]` to `starts[i + 1]`. */
type Near = { readonly starts: Uint32Array; readonly others: Uint32Array; readonly placeOf: Uint32Array };

function findNear({ lon, lat }: DatedCalls, kept: readonly number[], meters: number): Near | null {
  const pick = (column: Float64Array) => Float64Array.from(kept, (row) => column[row] ?? 0);
  const { x, y } = flatten({ lon: pick(lon), lat: pick(lat) });
  const pairs: number[] = [];
  const starts = new Uint32Array(kept.length + 1);
  visitNearPairs(cutIntoStrips(x, y, meters), 'euclidean', (i, j) => {
    pairs.push(i, j);
    starts[i + 1] = (starts[i + 1] ?? 0) + 1;
    starts[j + 1] = (starts[j + 1] ?? 0) + 1;
    return pairs.length <= 2 * MOST_PAIRS;
  });
  if (pairs.length > 2 * MOST_PAIRS) return null;
  for (let i = 0; i < kept.length; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const next = starts.slice();
  const others = new Uint32Array(pairs.length);
  const put = (i: number, j: number) => {
    const at = next[i] ?? 0;
    others[at] = j;
    next[i] = at + 1;
  };
  for (let k = 0; k < pairs.length; k += 2) {
    put(pairs[k] ?? 0, pairs[k + 1] ?? 0);
    put(pairs[k + 1] ?? 0, pairs[k] ?? 0);
  }
  return { starts, others, placeOf: numberPlaces(x, y) };
}

/** A number for each place, to the millimeter. */
function numberPlaces(x: Float64Array, y: Float64Array): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(x, (meters, i) => {
    const key = `${Math.round(1000 * meters)} ${Math.round(1000 * (y[i] ?? 0))}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

type Judged = { members: number[]; strength: number; expected: number };

/** Finds the strings that are alive under some dealing of the days, and how strong each is. */
function stringJudge(
  { starts, others, placeOf }: Near,
  ownDays: Int32Array,
  { firstDay, lastDay }: { firstDay: number; lastDay: number },
  { linkDays, minCalls }: SweepOptions,
): (days: Int32Array) => Judged[] {
  const count = ownDays.length;
  const callsUpTo = runningCounts(ownDays); // dealing the days out anew does not change how many calls each day has
  const stringOf = new Int32Array(count);
  const groundOf = new Int32Array(count);

  const areAtOnePlace = ([first = 0, ...rest]: number[]) => rest.every((member) => placeOf[member] === placeOf[first]);

  const gather = (seed: number, days: Int32Array, mark: number): number[] => {
    const members = [seed];
    stringOf[seed] = mark;
    for (const member of members) {
      for (let at = starts[member] ?? 0; at < (starts[member + 1] ?? 0); at++) {
        const other = others[at] ?? 0;
        if (stringOf[other] === mark || Math.abs((days[other] ?? 0) - (days[member] ?? 0)) > linkDays) continue;
        stringOf[other] = mark;
        members.push(other);
      }
    }
    return members;
  };

  const judge = (members: number[], days: Int32Array, mark: number): Judged => {
    let [first, last] = [Infinity, -Infinity];
    for (const member of members) {
      first = Math.min(first, days[member] ?? 0);
      last = Math.max(last, days[member] ?? 0);
    }
    let [ground, inside] = [0, 0];
    const tread = (call: number) => {
      if (groundOf[call] === mark) return;
      groundOf[call] = mark;
      ground++;
      const day = days[call] ?? 0;
      if (day >= first && day <= last) inside++;
    };
    for (const member of members) {
      tread(member);
      for (let at = starts[member] ?? 0; at < (starts[member + 1] ?? 0); at++) tread(others[at] ?? 0);
    }
    const expected = (ground * (callsUpTo(last) - callsUpTo(first - 1))) / count;
    return { members, expected, strength: logLikelihoodRatio(inside, expected, count) };
  };

  return (days) => {
    stringOf.fill(-1);
    groundOf.fill(-1);
    const found: Judged[] = [];
    for (let call = 0; call < count; call++) {
      const day = days[call] ?? 0;
      if (day < firstDay || day > lastDay || stringOf[call] !== -1) continue;
      const members = gather(call, days, call);
      if (members.length >= minCalls && !areAtOnePlace(members)) found.push(judge(members, days, call));
    }
    return found;
  };
}

/** Kulldorff's permutation model: calls inside against those that the margins let expect. */
function logLikelihoodRatio(inside: number, expected: number, all: number): number {
  if (inside <= expected) return 0;
  const outside = all - inside;
  const rest = outside === 0 ? 0 : outside * Math.log(outside / (all - expected));
  return inside * Math.log(inside / expected) + rest;
}

function runningCounts(days: Int32Array): (day: number) => number {
  const first = days.reduce((least, day) => Math.min(least, day), Infinity);
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
  const counts = new Uint32Array(last - first + 1);
  for (const day of days) counts[day - first] = (counts[day - first] ?? 0) + 1;
  for (let at = 1; at < counts.length; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0);
  return (day) => (day < first ? 0 : (counts[Math.min(day, last) - first] ?? 0));
}
