import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findConcentration, type PlaceCalls } from '#analysis/concentration/concentration.ts';
import witness from '#test/fixture/methods/concentration.json' with { type: 'json' };

function found(places: PlaceCalls) {
  const [finding] = findConcentration(places).findings;
  if (finding === undefined) throw new Error('nothing was found');
  return finding;
}
function topOf(places: PlaceCalls) {
  const { top } = found(places);
  if (typeof top === 'string') throw new Error(top);
  return top;
}

test('Gini, PAI, PEI and the places for 80 % agree with exact fractions, fewer calls than places too', () => {
  for (const { counts, earlier, gini, adjusted, pai, pei, placesFor80 } of witness.cases) {
    const finding = found({ calls: counts, earlier });
    expect(finding.plainGini).toBeCloseTo(gini, 12);
    expect(finding.gini).toBeCloseTo(adjusted, 12);
    expect(finding.placesFor80).toBe(placesFor80);
    expect(topOf({ calls: counts, earlier }).pai).toBeCloseTo(pai, 12);
    expect(topOf({ calls: counts, earlier }).pei).toBeCloseTo(pei, 12);
  }
});

test('ten calls at ten of a hundred places are not concentrated, ten at one are', () => {
  const apart = Array.from({ length: 100 }, (_, place) => (place < 10 ? 1 : 0));
  expect(found({ calls: apart })).toMatchObject({ gini: 0, even: 0.1, placesWithCalls: 10 });
  expect(found({ calls: apart }).plainGini).toBeCloseTo(0.9, 12);
  const together = [10, ...new Array<number>(99).fill(0)];
  expect(found({ calls: together }).gini).toBeCloseTo(0.9, 12); // 1 - 1/c
});

test('all places alike have a Gini of 0 and a PAI of 1', () => {
  const alike = new Array<number>(40).fill(3);
  expect(found({ calls: alike })).toMatchObject({ gini: 0, placesFor50: 20 });
  expect(topOf({ calls: alike })).toMatchObject({ places: 2, pai: 1, pei: 1, chosenFrom: 'same' });
});

test('the curve starts at nothing, ends at everything and never falls', () => {
  const { curve } = found({ calls: Array.from({ length: 950 }, (_, i) => (i * 37) % 11) });
  expect(curve[0]).toEqual({ places: 0, calls: 0 });
  expect(curve.at(-1)).toEqual({ places: 1, calls: 1 });
  expect(curve.length).toBe(101);
  curve.slice(1).forEach(({ calls }, i) => {
    expect(calls).toBeGreaterThanOrEqual(curve[i]?.calls ?? 0);
  });
});

test('ground, where it is known, counts by its size', () => {
  const top = topOf({ calls: [30, 10, 10], km2: [6, 1, 5] });
  expect(top).toMatchObject({ places: 1, callsShare: 0.6, groundShare: 0.5 });
  expect(top.pai).toBeCloseTo(1.2, 12);
});

test('what cannot be judged has a named reason', () => {
  const reasonOf = (places: PlaceCalls) => findConcentration(places).leftOut.map(({ reason }) => reason);
  expect(reasonOf({ calls: [] })).toEqual(['too-few-places']);
  expect(reasonOf({ calls: [7] })).toEqual(['too-few-places']);
  expect(reasonOf({ calls: [0, 0, 0] })).toEqual(['no-calls']);
  expect(reasonOf({ calls: [1, -1] })).toEqual(['not-a-count']);
  expect(reasonOf({ calls: [1, 2], earlier: [0, 0] })).toEqual(['no-earlier-calls']);
  expect(found({ calls: [1, 2], earlier: [0, 0] }).top).toBe('no-earlier-calls');
});

test('the order of places changes nothing, and no index leaves its range', () => {
  const somePlaces = fc.array(fc.tuple(fc.nat(30), fc.nat(4)), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(somePlaces, (pairs) => {
      const places = (rows: typeof pairs) => ({
        calls: [1, ...rows.map(([calls]) => calls)],
        earlier: [1, ...rows.map(([, earlier]) => earlier)],
      });
      const [here, turned] = [found(places(pairs)), found(places(pairs.toReversed()))];
      expect(turned.gini).toBe(here.gini);
      expect(turned.curve).toEqual(here.curve);
      const [top, again] = [topOf(places(pairs)), topOf(places(pairs.toReversed()))];
      expect(again.pai).toBeCloseTo(top.pai, 10);
      expect(top.pei).toBeLessThanOrEqual(1 + 1e-12);
      expect(here.gini).toBeGreaterThanOrEqual(0);
      expect(here.gini).toBeLessThanOrEqual(here.plainGini + 1e-12);
    }),
    { numRuns: 100 },
  );
});
