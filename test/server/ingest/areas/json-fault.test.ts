import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from '#server/ingest/areas/json-fault.ts';

test('whole JSON has no fault', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(jsonFault(JSON.stringify(value))).toBe(null);
      expect(jsonFault(` ${JSON.stringify(value, null, 2)}\r\n`)).toBe(null);
    }),
    { numRuns: 300, seed: 1902 },
  );
});

test('the fault is the first character that cannot stand there', () => {
  expect(jsonFault('[1, NaN]')).toBe(4);
  expect(jsonFault('{"a": 1,}')).toBe(8);
  expect(jsonFault('[[1, 2]')).toBe(7);
  expect(jsonFault('[1 2]')).toBe(3);
  expect(jsonFault('{"a" 1}')).toBe(5);
  expect(jsonFault('[01]')).toBe(1);
  expect(jsonFault('')).toBe(0);
});

test('a text is found faulty exactly when it cannot be parsed', () => {
  const piece = fc.constantFrom('[', ']', '{', '}', ',', ':', '"a"', '1', '-0.5e3', 'null', ' ', '\n', 'NaN', '"', '.');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      expect(jsonFault(text) === null, text).toBe(parses);
    }),
    { numRuns: 3000, seed: 1902 },
  );
});
