import { expect, test } from 'vitest';
import { runThrough } from '#analysis/shared/steps.ts';
import { blockOf, lookAtBlocks } from '#analysis/sweep/blocks.ts';
import { gatherPlaces, lookAtPlaces, type PlaceWeeks } from '#analysis/sweep/hot-places.ts';
import { standOut } from '#analysis/sweep/judge-looks.ts';
import { findLiveStrings } from '#analysis/sweep/live-strings.ts';
import { fillOptions } from '#analysis/sweep/options.ts';
import { cityRatio, judgeRise, pooledScatter } from '#analysis/sweep/rise.ts';
import { sfc32 } from '#data/sfc32.ts';
import witness from '#test/fixture/methods/sweep.json' with { type: 'json' };

const OPTIONS = fillOptions({});
const sumsOf = (counts: readonly number[]) => ({
  sum: counts.reduce((sum, count) => sum + count, 0),
  squares: counts.reduce((sum, count) => sum + count * count, 0),
});

test('expected, usual range and p of a rise are those of scipy', () => {
  expect(witness.rises.length).toBeGreaterThan(40);
  for (const { past, observed, ratio, pooled, expected, low, high, p } of witness.rises) {
    const judged = judgeRise(observed, sumsOf(past), { spans: past.length, ratio, scatter: pooled, level: 0.95 });
    expect(judged).toMatchObject({ observed, low, high });
    expect(judged.expected).toBeCloseTo(expected, 10);
    expect(Math.abs(judged.p / p - 1)).toBeLessThan(1e-7);
  }
});

/** The rows of the witness's table as single calls. */
function callsOf(table: readonly (readonly number[])[]): PlaceWeeks {
  const place: number[] = [];
  const weeksAgo: number[] = [];
  table.forEach((weeks, at) => {
    weeks.forEach((count, week) => {
      for (let call = 0; call < count; call++) {
        place.push(at);
        weeksAgo.push(weeks.length - 1 - week);
      }
    });
  });
  return { place, weeksAgo };
}

test('hot places: scatter, looks, p and q are those of scipy, whatever the order of the calls', () => {
  const { place, weeksAgo } = callsOf(witness.places);
  const draw = sfc32(5);
  const order = Array.from(place as number[], (_, i) => i).sort(() => draw() - 0.5);
  const pick = (column: ArrayLike<number>) => order.map((i) => column[i] ?? 0);
  const places = gatherPlaces({ place: pick(place), weeksAgo: pick(weeksAgo) }, 52);
  expect(pooledScatter(places, 52)).toBeCloseTo(witness.pooled, 12);
  const { looks, rises } = lookAtPlaces(places, 52, OPTIONS);
  expect(looks).toBe(witness.looks);
  expect(rises.map((rise) => rise.place)).toEqual(witness.hot.map((hot) => hot.place));
  rises.forEach(({ p }, i) => {
    expect(p).toBeCloseTo(witness.hot[i]?.p ?? Number.NaN, 10);
  });
  const found = standOut(rises, looks, OPTIONS);
  expect(found.map(({ place: at, verdict }) => ({ at, verdict }))).toEqual([
    { at: 7, verdict: 'unusual' },
    { at: 31, verdict: 'unusual' },
    { at: 58, verdict: 'watch' },
  ]);
  for (const { place: at, q } of found)
    expect(q).toBeCloseTo(witness.hot.find((hot) => hot.place === at)?.q ?? Number.NaN, 10);
});

test('an address that always calls as often is not hot, one that began to is', () => {
  const steady = Array.from({ length: 53 }, () => 3);
  const began = Array.from({ length: 53 }, (_, week) => (week === 52 ? 5 : 0));
  const quiet = Array.from({ length: 40 }, (_, at) =>
    Array.from({ length: 53 }, (_, week) => ((at + week) % 25 ? 0 : 1)),
  );
  const { looks, rises } = lookAtPlaces(gatherPlaces(callsOf([steady, began, ...quiet]), 52), 52, OPTIONS);
  expect(rises.map(({ place }) => place)).toEqual([0, 1]);
  expect(standOut(rises, looks, OPTIONS).map(({ place }) => place)).toEqual([1]);
});

test('calls of the whole city, as before fireworks, raise no single address', () => {
  const storm = Array.from({ length: 40 }, () => Array.from({ length: 53 }, (_, week) => (week === 52 ? 3 : 0)));
  const { looks, rises } = lookAtPlaces(gatherPlaces(callsOf(storm), 52), 52, OPTIONS);
  expect(rises).toHaveLength(40);
  expect(standOut(rises, looks, OPTIONS)).toEqual([]);
});

test('a city that is quieter than before does not make a usual place unusual', () => {
  expect(cityRatio({ now: 2, past: 520 }, { now: 2, past: 52 }, 52)).toBe(1);
  expect(cityRatio({ now: 42, past: 520 }, { now: 2, past: 0 }, 52)).toBeCloseTo(40.5 / 10.5, 12);
});

test('looks that could not stand out still count among the looks', () => {
  const found = [{ p: 0.001 }, { p: 0.02 }];
  expect(standOut(found, 2, OPTIONS).map(({ verdict }) => verdict)).toEqual(['unusual', 'unusual']);
  expect(standOut(found, 200, OPTIONS).map(({ verdict, q }) => [verdict, q])).toEqual([['watch', 0.2]]);
  expect(standOut(found, 2_000, OPTIONS)).toEqual([]);
});

test('blocks are a cell and its neighbors on the grid, each against its own past', () => {
  expect(blockOf(0, 4, 16)).toEqual([0, 1, 4, 5]);
  expect(blockOf(5, 4, 16)).toEqual([0, 1, 2, 4, 5, 6, 8, 9, 10]);
  expect(blockOf(15, 4, 16)).toEqual([10, 11, 14, 15]);
  const isCity = new Uint8Array(100).fill(1);
  isCity[0] = 0;
  const everywhere = Array.from({ length: 13 }, (_, step) => Array.from(isCity, (_, cell) => ({ cell, step }))).flat();
  const fresh = Array.from({ length: 12 }, () => ({ cell: 55, step: 0 }));
  const calls = [...everywhere, ...fresh, { cell: -1, step: 0 }, { cell: 0, step: 0 }];
  const { looks, rises } = lookAtBlocks(
    { cell: calls.map(({ cell }) => cell), stepsAgo: calls.map(({ step }) => step) },
    { columns: 10, isCity },
    12,
    OPTIONS,
  );
  expect(looks).toBe(99);
  const strong = standOut(rises, looks, OPTIONS);
  expect(strong.map(({ cell }) => cell).sort()).toEqual([44, 45, 46, 54, 55, 56, 64, 65, 66]);
  for (const { observed, expected } of strong) {
    expect(observed).toBe(21);
    expect(expected).toBeCloseTo((12 * 9 + 0.5) / 12, 12);
  }
});

const strung = {
  lon: Float64Array.from(witness.strings.lon),
  lat: Float64Array.from(witness.strings.lat),
  days: Int32Array.from(witness.strings.days),
};
const lastWeek = { firstDay: 84, lastDay: 90 };
const find = (calls: typeof strung, said = {}) =>
  runThrough(findLiveStrings(calls, lastWeek, fillOptions({ shuffles: 1999, ...said })));

test('a live string, its strength and its p are those of the witness', () => {
  const { strings, leftOut } = find(strung);
  expect(leftOut).toBeNull();
  expect(strings).toHaveLength(witness.strings.found.length);
  witness.strings.found.forEach(({ rows, expected, strength, p }, i) => {
    const string = strings[i];
    expect(string?.rows.toSorted()).toEqual(rows.toSorted());
    expect(string?.rows.map((row) => strung.days[row])).toEqual(rows.map((row) => strung.days[row]));
    expect(string?.expected).toBeCloseTo(expected, 10);
    expect(string?.strength).toBeCloseTo(strength, 10);
    expect(Math.abs((string?.p ?? 1) - p)).toBeLessThan(0.004); // shares of two streams of deals
  });
});

test('neither the order of the file nor the place on earth changes a string', () => {
  const order = Array.from(strung.days, (_, i) => (i * 37) % strung.days.length);
  const moved = find({
    lon: Float64Array.from(order, (i) => (strung.lon[i] ?? 0) - 82),
    lat: Float64Array.from(order, (i) => strung.lat[i] ?? 0),
    days: Int32Array.from(order, (i) => strung.days[i] ?? 0),
  });
  const { strings } = find(strung);
  expect(moved.strings.map(({ p, rows }) => ({ p, rows: rows.map((row) => order[row] ?? 0).toSorted() }))).toEqual(
    strings.map(({ p, rows }) => ({ p, rows: rows.toSorted() })),
  );
});

test('one caller, one day and one place make no string; a string that ended is not live', () => {
  const at = (lon: number, day: number) => ({ lon, lat: 0, day });
  const quiet = Array.from({ length: 40 }, (_, i) => at(0.1 + i / 50, (i * 7) % 80));
  const columns = (calls: { lon: number; lat: number; day: number }[]) => ({
    lon: Float64Array.from(calls, ({ lon }) => lon),
    lat: Float64Array.from(calls, ({ lat }) => lat),
    days: Int32Array.from(calls, ({ day }) => day),
  });
  const onePlace = [84, 85, 86, 88, 89].map((day) => at(0, day));
  const twice = [at(0, 85), at(0, 85), at(0.0005, 86), at(0.0005, 86)]; // two places, one day each
  const ended = [70, 72, 75, 83].map((day, i) => at(i / 2000, day));
  for (const calls of [onePlace, twice, ended]) expect(find(columns([...quiet, ...calls])).strings).toEqual([]);
  const live = [70, 72, 77, 84].map((day, i) => at(i / 2000, day));
  expect(find(columns([...quiet, ...live])).strings).toHaveLength(1);
});

test('too few calls, and places that are not known, are no reason to stop', () => {
  expect(find({ lon: new Float64Array(3), lat: new Float64Array(3), days: new Int32Array(3) })).toEqual({
    strings: [],
    leftOut: 'too-few-calls',
  });
  const lon = strung.lon.map((degrees, i) => (i === 0 ? Number.NaN : degrees));
  expect(find({ ...strung, lon }).strings.length).toBeGreaterThan(0);
});

test('quiet cities give fewer live strings than the budget lets pass', () => {
  const draw = sfc32(11);
  let rung = 0;
  const cities = 150;
  for (let city = 0; city < cities; city++) {
    const lon = Float64Array.from({ length: 120 }, () => draw() / 50);
    const lat = Float64Array.from({ length: 120 }, () => draw() / 50);
    const days = Int32Array.from({ length: 120 }, () => Math.floor(91 * draw()));
    rung +=
      find({ lon, lat, days }, { shuffles: 99, seed: city }).strings.filter(({ p }) => p <= 0.1).length > 0 ? 1 : 0;
  }
  expect(rung / cities).toBeLessThan(0.15);
});

test('an option that cannot be used is named', () => {
  expect(() => fillOptions({ minCalls: 0 })).toThrow('minCalls is a whole number');
  expect(() => fillOptions({ unusualQ: 1 })).toThrow('unusualQ lies between 0 and 1');
  expect(() => fillOptions({ linkMeters: Number.NaN })).toThrow('linkMeters lies above 0');
});
