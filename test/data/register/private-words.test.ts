import { expect, test } from 'vitest';
import { findPrivateWords } from '#data/register/private-words.ts';

const found = (text: string, names: string[] = []) =>
  findPrivateWords(text, names).map(({ what, words }) => `${what}: ${words}`);

test.each([
  ['Call (316) 555-0142 now', ['phone: (316) 555-0142']],
  ['Write to a.b@example.org.', ['e-mail: a.b@example.org']],
  ['At 1204 W Linnet Avenue, Apt 3', ['address: 1204 W Linnet Avenue, Apt 3']],
  ['Mrs. Ada Quill said so', ['name: Mrs. Ada Quill']],
])('%s: found', (text, expected) => expect(found(text)).toEqual(expected));

test.each([
  '1100 block, Linnet Avenue',
  'On Linnet Avenue, 12 people came',
  'From 2026-10-01 to 2026-12-31',
  'Order P3103',
])('%s: passes', (text) => expect(found(text)).toEqual([]));

test('a known name is found in any case, and never inside another word', () => {
  expect(found('thanks to BO TRAN', ['Bo Tran'])).toEqual(['name: Bo Tran']);
  expect(found('Transport on the Annex', ['Ann', 'Tran'])).toEqual([]);
});
