import { expect, test } from 'vitest';
import { findPersonal } from '#analysis/release/find-personal.ts';

const found = (text: string, options = {}) =>
  findPersonal(text, options).map(({ kind, text: words }) => `${kind}: ${words}`);

test('a concern full of personal data gives each of them, with its place', () => {
  const text =
    'Mrs. Alvarez at 2412 Linnet Avenue, apt 4B, saw John Pike on Monday. Call 555-0142, (828) 555-0171 or ana@example.org. ' +
    'Plate ABC-1234, born on May 3, 1971, 078-05-1120, case 2026-01234, at 35.5951, -82.5515.';
  expect(found(text)).toEqual([
    'name: Mrs. Alvarez',
    'address: 2412 Linnet Avenue',
    'address: apt 4B',
    'name: John Pike',
    'phone: 555-0142',
    'phone: (828) 555-0171',
    'email: ana@example.org',
    'plate: Plate ABC-1234',
    'birth-date: born on May 3, 1971',
    'social-security: 078-05-1120',
    'case-number: case 2026-01234',
    'coordinates: 35.5951, -82.5515',
  ]);
  for (const { text: words, at } of findPersonal(text)) expect(text.slice(at, at + words.length)).toBe(words);
});

test('Spanish words are looked through as well', () => {
  expect(found('La señora María López vive en Calle Robles 214, apartamento 3. Llame al 828-555-0171.')).toEqual([
    'name: María López',
    'address: Calle Robles 214',
    'address: apartamento 3',
    'phone: 828-555-0171',
  ]);
});

test('blocks, streets, groups, officers and dates may stand', () => {
  const text =
    'Car windows broken by the Tern Park lot, 2400 block of Linnet Avenue. Officer Whitlock told the patrol shift on Dec 4, 2026. ' +
    'The usual range is 18 to 30. Pell Street Merchants meet on January 21 at 6:30 pm.';
  expect(found(text)).toEqual([]);
});

test('the department’s own number and people who speak for it may stand where they are named', () => {
  const text = 'Call 555-0142 and ask for Maria Whitlock.';
  expect(found(text)).toEqual(['phone: 555-0142', 'name: Maria Whitlock']);
  expect(found(text, { mayStand: ['555-0142', 'Maria Whitlock'] })).toEqual([]);
});

test('a name of the records is found in whatever case, and only as a whole word', () => {
  expect(found('told by QUILL and by o’quill; Quillings is a street', { knownNames: ['Quill'] })).toEqual([
    'name: QUILL',
    'name: o’quill',
  ]);
});
