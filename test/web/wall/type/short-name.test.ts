import { expect, test } from 'vitest';
import { nameInLines, waysToSay } from '#web/wall/type/short-name.ts';

const LONG = 'Haywood Road Corridor Business Association';

test('a long name first loses its kind, then its common words are abbreviated', () => {
  expect(waysToSay(LONG, [LONG, 'Eastbank'])).toEqual([LONG, 'Haywood Road Corridor', 'Haywood Rd Corridor']);
});

test('a name is never shortened to what another area is called', () => {
  expect(waysToSay('Linden Court Apartments', ['Linden Court', 'Linden Court Apartments'])).toEqual([
    'Linden Court Apartments',
  ]);
  expect(waysToSay('Pell Street Merchants', ['Pell Street Watch', 'Pell Street Merchants'])).not.toContain(
    'Pell Street',
  );
});

test('a name that fits is said whole', () => {
  const linesOf = (way: string) => Math.ceil(way.length / 22);
  expect(nameInLines('Eastbank', [], linesOf, [1, 2])).toBe('Eastbank');
  expect(nameInLines(LONG, [], linesOf, [1, 2])).toBe('Haywood Road Corridor');
});

test('a name too long in every way is said in its shortest', () => {
  expect(nameInLines(LONG, [], () => 9, [1, 2])).toBe('Haywood Rd Corridor');
});
