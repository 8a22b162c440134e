import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, figureCode } from '#analysis/shared/figure-code.ts';

const question = { method: 'spike', filter: { from: '2021-01-01', to: '2021-03-07' }, options: {} };

test('figureCode is eight Crockford letters of the SHA-256 of the canonical question', () => {
  const text =
    '{"areaVersions":{"beats":"b1"},"manifest":"abc","question":{"filter":{"from":"2021-01-01","to":"2021-03-07"},"method":"spike","options":{}}}';
  const bits = [...createHash('sha256').update(text).digest().subarray(0, 5)]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const letters = [...bits.matchAll(/.{5}/g)].map(
    ([five]) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Number.parseInt(five, 2)],
  );
  const code = figureCode(question, 'abc', { beats: 'b1' });
  expect(code.replaceAll('-', '')).toBe(`CB${letters.join('')}`);
  expect(code).toMatch(/^CB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('the order of keys and absent options do not change the code', () => {
  const same = { options: { week: undefined }, filter: { to: '2021-03-07', from: '2021-01-01' }, method: 'spike' };
  expect(figureCode(same, 'abc', [])).toBe(figureCode(question, 'abc', []));
});

test('another manifest, boundary version or question has another code', () => {
  const codes = [
    figureCode(question, 'abc', { beats: 'b1' }),
    figureCode(question, 'abd', { beats: 'b1' }),
    figureCode(question, 'abc', { beats: 'b2' }),
    figureCode({ ...question, method: 'density' }, 'abc', { beats: 'b1' }),
  ];
  expect(new Set(codes).size).toBe(4);
});

test('canonicalJson is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('a question with NaN in it is refused', () => {
  expect(() => canonicalJson({ meters: Number.NaN })).toThrow(RangeError);
});
