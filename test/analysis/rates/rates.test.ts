import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AreaRate, findRates, type RatedArea, type RatesOptions } from '#analysis/rates/rates.ts';
import witness from '#test/fixture/methods/rates.json' with { type: 'json' };

const areasOf = (calls: readonly number[], residents: readonly (number | null)[]): RatedArea[] =>
  calls.map((count, i) => ({
    areaId: `a${i}`,
    name: `Area ${i}`,
    calls: count,
    denominator: residents[i] ?? null,
  }));
const everyone: Partial<RatesOptions> = { fewest: 0 };
const funnelOf = ({ funnel }: AreaRate) => {
  if (typeof funnel === 'string') throw new Error(funnel);
  return funnel;
};

test('smoothed rates, limits and funnels agree with spdep::EBest, poisson.test and the paper in R', () => {
  for (const { calls, residents, smoothed, low, high, phi, exact, wide, added } of witness.cases) {
    const { findings } = findRates(areasOf(calls, residents), everyone);
    const more = findRates(areasOf(calls, residents), { ...everyone, overDispersion: 'additive' }).findings;
    const chance = findRates(areasOf(calls, residents), { ...everyone, overDispersion: 'none' }).findings;
    expect(findings).toHaveLength(24);
    findings.forEach((rate, i) => {
      const at = (values: readonly number[] | undefined) => 1_000 * (values?.[i] ?? Number.NaN);
      expect(rate.smoothedPer1000).toBeCloseTo(at(smoothed), 8);
      expect(rate.low * (rate.denominator / 1_000)).toBeCloseTo(low[i] ?? Number.NaN, 6);
      expect(rate.high * (rate.denominator / 1_000)).toBeCloseTo(high[i] ?? Number.NaN, 6);
      const funnel = funnelOf(rate);
      expect(funnel.phi).toBeCloseTo(phi, 10);
      expect(funnel.exact.low998).toBeCloseTo(at(exact[0]), 6);
      expect(funnel.exact.low95).toBeCloseTo(at(exact[1]), 6);
      expect(funnel.exact.high95).toBeCloseTo(at(exact[2]), 6);
      expect(funnel.exact.high998).toBeCloseTo(at(exact[3]), 6);
      expect(chance[i] && funnelOf(chance[i]).limits).toEqual(funnel.exact);
      expect(funnel.limits.low95).toBeCloseTo(phi > 1 ? at(wide[0]) : at(exact[1]), 6);
      expect(funnel.limits.high998).toBeCloseTo(phi > 1 ? at(wide[1]) : at(exact[3]), 6);
      const additive = more[i] && funnelOf(more[i]).limits;
      expect(additive?.low95).toBeCloseTo(phi > 1 ? at(added[0]) : at(exact[1]), 6);
      expect(additive?.high998).toBeCloseTo(phi > 1 ? at(added[1]) : at(exact[3]), 6);
    });
  }
});

test('Garwood’s published limits: none of 10,000 is at most 0.37, ten are 0.48 to 1.84', () => {
  const { findings } = findRates(areasOf([0, 10], [10_000, 10_000]));
  expect(findings[0]?.low).toBe(0);
  expect(findings[0]?.high).toBeCloseTo(0.3689, 4);
  expect(findings[1]?.low).toBeCloseTo(0.4795, 4);
  expect(findings[1]?.high).toBeCloseTo(1.839, 4);
});

test('places where residents say nothing about calls are left out by name, and of the rate of all', () => {
  const calls = [20, 30, 25, 900, 700, 3, 40, 800];
  const residents = [1_000, 1_500, 1_200, 0, 150, 12, null, 2_000];
  const { findings, leftOut } = findRates(areasOf(calls, residents), {
    mostCallsEach: 2,
    notResidential: ['a7'],
    overDispersion: 'none',
  });
  expect(leftOut).toEqual([
    { what: 'Area 3', reason: 'denominator-zero' },
    { what: 'Area 4', reason: 'calls-of-visitors' },
    { what: 'Area 5', reason: 'denominator-small' },
    { what: 'Area 6', reason: 'denominator-unknown' },
    { what: 'Area 7', reason: 'not-residential' },
  ]);
  expect(findings.map(({ areaId }) => areaId)).toEqual(['a0', 'a1', 'a2']);
  expect(findings[0] && funnelOf(findings[0]).targetPer1000).toBeCloseTo(75 / 3.7, 10);
});

test('rows stand by name, never by rate', () => {
  const named = (name: string, calls: number): RatedArea => ({ areaId: name, name, calls, denominator: 1_000 });
  const { findings } = findRates([named('Beat 10', 90), named('Beat 2', 5), named('Airport', 40)]);
  expect(findings.map(({ name }) => name)).toEqual(['Airport', 'Beat 2', 'Beat 10']);
});

test('one loud area leaves the funnel, and does not widen it for itself', () => {
  const calls = [...Array.from({ length: 19 }, (_, i) => 100 + ((i * 7) % 21) - 10), 400];
  const { findings } = findRates(
    areasOf(
      calls,
      calls.map(() => 5_000),
    ),
  );
  expect(findings.filter((rate) => funnelOf(rate).place !== 'within').map(({ areaId }) => areaId)).toEqual(['a19']);
  expect(findings[19] && funnelOf(findings[19]).place).toBe('above-998');
});

test('a small area is drawn further toward all than a large one of the same rate', () => {
  const { findings } = findRates(areasOf([12, 1_200, 300, 500], [200, 20_000, 20_000, 20_000]));
  const [small, large] = findings;
  expect(small?.callsPer1000).toBe(large?.callsPer1000);
  expect(Number(small?.smoothedPer1000)).toBeLessThan(Number(large?.smoothedPer1000));
});

test('too little to judge gives a named reason and never NaN', () => {
  expect(findRates([]).leftOut).toEqual([{ what: 'rates', reason: 'no-areas' }]);
  const one = findRates(areasOf([3], [1_000]));
  expect(one.findings[0]).toMatchObject({ callsPer1000: 3, smoothedPer1000: 'too-few-areas', funnel: 'too-few-areas' });
  expect(one.leftOut).toEqual([{ what: 'the funnel', reason: 'too-few-areas' }]);
  const none = findRates(areasOf([0, 0, 0], [1_000, 2_000, 3_000]));
  expect(none.findings[0]).toMatchObject({ callsPer1000: 0, low: 0, smoothedPer1000: 0, funnel: 'no-calls' });
  const few = findRates(areasOf([5, 9, 4], [1_000, 2_000, 3_000]));
  expect(few.leftOut).toEqual([{ what: 'over-dispersion', reason: 'too-few-areas' }]);
  const alike = findRates(areasOf([5, 5, 5, 5, 5], [1_000, 1_000, 1_000, 1_000, 1_000]));
  expect(alike.findings.every((rate) => funnelOf(rate).place === 'within')).toBe(true);
  expect(findRates(areasOf([1.5, -1], [1_000, 1_000])).leftOut.map(({ reason }) => reason)).toEqual([
    'not-a-count',
    'not-a-count',
  ]);
  expect(JSON.stringify([one, none, few, alike].map(({ findings }) => findings))).not.toMatch(/null/);
});

test('the order of the areas changes nothing', () => {
  const someAreas = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 100, max: 9_000 })), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(someAreas, (pairs) => {
      const areas = areasOf(
        pairs.map(([calls]) => calls),
        pairs.map(([, residents]) => residents),
      );
      const [here, turned] = [findRates(areas).findings, findRates(areas.toReversed()).findings];
      here.forEach((rate, i) => {
        expect(turned[i]?.areaId).toBe(rate.areaId);
        expect(turned[i]?.callsPer1000).toBe(rate.callsPer1000);
        if (typeof rate.smoothedPer1000 === 'number')
          expect(Number(turned[i]?.smoothedPer1000)).toBeCloseTo(rate.smoothedPer1000, 8);
        expect(rate.low).toBeLessThanOrEqual(rate.callsPer1000);
        expect(rate.high).toBeGreaterThan(rate.callsPer1000);
      });
    }),
    { numRuns: 40 },
  );
});
