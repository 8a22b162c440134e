import { expect, test } from 'vitest';
import { groupNamed } from '#test/fixture/small-desk.ts';
import { measureOf, measuresOf, rateOf, shadingOf } from '#web/explore/shading.ts';

const eastbank = groupNamed('Eastbank', { residents: 2_000, addresses: 1_000 });
const lot = groupNamed('Lot', { residents: 0 });

test('a rate is made only where its denominator is known and not zero', () => {
  expect(rateOf(52, eastbank, 'addresses')).toBe(52);
  expect(rateOf(52, eastbank, 'residents')).toBe(26);
  expect(rateOf(52, lot, 'residents')).toBeNull();
  expect(rateOf(52, lot, 'count')).toBe(52);
});

test('a layer without denominators is shaded by counts, whatever the address asks', () => {
  expect(measuresOf([lot])).toEqual(['count']);
  expect(measureOf([lot], 'residents')).toBe('count');
  expect(measureOf([lot, eastbank], null)).toBe('addresses');
  expect(measureOf([lot, eastbank], 'count')).toBe('count');
});

test('the title of a rate names its denominator and its window', () => {
  const counts = [{ areaId: 'eastbank', count: 52, onlyHere: 41, inSeveral: 11, concerns: 2 }];
  const { classes, values } = shadingOf(counts, new Map([['eastbank', eastbank]]), 'addresses', 'Dec 7 to 13');
  expect(classes.title).toBe('Calls per 1,000 addresses, Dec 7 to 13');
  expect(values).toEqual({ eastbank: 52 });
});
