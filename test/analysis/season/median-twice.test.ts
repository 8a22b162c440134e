import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianTwice } from '#analysis/season/median-twice.ts';

test('it is the sum of the two middle values as a sort would leave them, ties and all', () => {
  const values = fc.array(
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 5 })),
    {
      minLength: 1,
      maxLength: 80,
    },
  );
  fc.assert(
    fc.property(values, (given) => {
      const sorted = Float64Array.from(given).sort();
      const [lower = 0, upper = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
      expect(medianTwice(Float64Array.from(given)) === lower + upper).toBe(true);
    }),
  );
});
