import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCircles } from '#analysis/scan/circles.ts';
import { CylinderScan } from '#analysis/scan/cylinders.ts';
import { fillLane, lanesFor } from '#analysis/scan/lanes.ts';
import { logLikelihoodRatio } from '#analysis/scan/likelihood.ts';
import { fillOptions } from '#analysis/scan/options.ts';
import { replicasOf } from '#analysis/scan/replicas.ts';
import { expectedIn, prepareStudy } from '#analysis/scan/study.ts';
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

const towns = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  places: fc.integer({ min: 3, max: 25 }),
  weeks: fc.integer({ min: 3, max: 24 }),
  mean: fc.constantFrom(0.1, 0.8, 6),
  maxShare: fc.constantFrom(0.15, 0.5),
  minCalls: fc.integer({ min: 1, max: 4 }),
});

test('the highest of each replica is that of a search through every cylinder, whatever level was tried first', () => {
  let looked = 0;
  fc.assert(
    fc.property(towns, ({ seed, places, weeks, mean, maxShare, minCalls }) => {
      const random = randomFrom(seed);
      const town = Array.from({ length: places }, (_, i) => ({
        ...{ id: `${i}`, lon: -82.5 + random() / 10, lat: 35.5 + random() / 10 },
        counts: Array.from({ length: weeks }, () => poisson(random, mean)),
      }));
      const options = fillOptions({ maxShare, minCalls, seed });
      const { study } = prepareStudy(town, options);
      if (study === null) return;
      const circles = drawCircles(study, options);
      if (circles.count === 0) return;
      const lanes = lanesFor(study.total + 1);
      const scan = new CylinderScan(study, circles, lanes, minCalls);
      const draw = replicasOf(study, options);
      const longest = study.recent.length;
      const packed = new Int32Array(places * longest);

      for (let batch = 0; batch < 12; batch++) {
        const searched = Array.from({ length: lanes.count }, (_, lane) => {
          const calls = draw();
          fillLane(packed, calls, lane, lanes);
          return searchThrough(calls);
        });
        expect(Array.from(scan.maxima(packed))).toEqual(searched);
        looked += lanes.count;
      }

      function searchThrough(calls: Int32Array): number {
        let highest = 0;
        for (let center = 0; center < places; center++) {
          const sums = new Array<number>(longest).fill(0);
          for (let member = circles.starts[center] ?? 0; member < (circles.starts[center + 1] ?? 0); member++) {
            for (let last = 0; last < longest; last++) {
              const inside = (sums[last] ?? 0) + (calls[(circles.members[member] ?? 0) * longest + last] ?? 0);
              sums[last] = inside;
              if (circles.isCircle[member] !== 1 || inside < minCalls || study === null) continue;
              const expected = expectedIn(study, circles.sizes[member] ?? 0, last);
              highest = Math.max(highest, logLikelihoodRatio(inside, expected, study.total));
            }
          }
        }
        return highest;
      }
    }),
    { numRuns: 60, seed: 5 },
  );
  expect(looked).toBeGreaterThan(500);
});
