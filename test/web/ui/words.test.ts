import { expect, test } from 'vitest';
import { count, listed, plural, wordsOf } from '#web/ui/words.ts';

test('one is told from many, and zero is many', () => {
  expect([0, 1, 2].map((n) => plural(n, 'call', 'calls'))).toEqual(['0 calls', '1 call', '2 calls']);
});

test('large numbers are parted by thousands', () => {
  expect(count(128_000)).toBe('128,000');
});

test('a long list names the first and counts the rest', () => {
  expect(listed([])).toBe('');
  expect(listed(['Millrace'])).toBe('Millrace');
  expect(listed(['Millrace', 'Eastbank'])).toBe('Millrace and Eastbank');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a', 'b', 'c', 'd', 'e'])).toBe('a, b and 3 more');
});

test('without a page that says otherwise, words are English', () => {
  expect(wordsOf({ en: { hello: 'Hello' }, es: { hello: 'Hola' } }).hello).toBe('Hello');
});
