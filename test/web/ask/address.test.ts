import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listOf, parseAddress, stringifyAddress } from '#web/ask/address.ts';

test('an address stays readable: words, colons and spaces are not turned into codes', () => {
  expect(stringifyAddress({ kinds: ['noise', 'theft'], box: ['wed:13-15'], find: 'Pell Street' })).toBe(
    '?kinds=noise,theft&box=wed:13-15&find=Pell+Street',
  );
});

test('what is empty leaves no trace', () => {
  expect(stringifyAddress({ kinds: [], area: undefined, by: '' })).toBe('');
});

test('any list of words comes back as it went, commas, plus signs and percent signs too', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1 }), (words) => {
      expect(listOf(parseAddress(stringifyAddress({ kinds: words })).kinds)).toEqual(words);
    }),
  );
});

test('a hand-typed percent sign is read as it stands', () => {
  expect(parseAddress('?area=50%')).toEqual({ area: '50%' });
});
