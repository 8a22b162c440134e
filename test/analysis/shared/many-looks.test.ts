import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import witness from '#test/fixture/methods/spike.json' with { type: 'json' };

test('adjustForLooks gives what R p.adjust gives', () => {
  for (const { p, q } of witness.benjaminiHochberg) {
    adjustForLooks(p).forEach((value, i) => {
      expect(value).toBeCloseTo(q[i] ?? Number.NaN, 12);
    });
  }
});

// Benjamini and Hochberg (1995), section 4.1: 15 tests of the thrombolysis trial, the first four are found at 0.05.
test('adjustForLooks finds the four that the paper finds', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  expect(adjustForLooks(p).filter((q) => q <= 0.05).length).toBe(4);
});

test('adjustForLooks never falls below p, never passes 1 and keeps the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (p) => {
      const q = adjustForLooks(p);
      p.forEach((a, i) => {
        expect(q[i]).toBeGreaterThanOrEqual(a);
        expect(q[i]).toBeLessThanOrEqual(1);
        p.forEach((b, j) => {
          if (a < b) expect(q[i]).toBeLessThanOrEqual(q[j] ?? Number.NaN);
        });
      });
    }),
  );
});
