import { expect, test } from 'vitest';
import { groupNamed, openedWith } from '#test/fixture/small-desk.ts';
import { findAll } from '#web/app/find.ts';

const opened = openedWith([groupNamed('Upper Linden'), groupNamed('Linden Flats')], {
  types: [
    { code: 'LOUD MUSIC', category: 'noise', count: 9 },
    { code: 'PARTY', category: 'noise', count: 2 },
  ],
});
const labels = (wanted: string) =>
  findAll(opened, wanted, []).map(({ title, found }) => [title, found.map(({ label }) => label)]);

test('an area that begins with the letters comes before one that only holds them', () => {
  expect(labels('linden')).toEqual([['Areas', ['Linden Flats', 'Upper Linden']]]);
});

test('a kind is offered once, however many source words it has', () => {
  expect(labels('noi')).toEqual([['Kinds of call', ['Noise']]]);
});

test('a printed code is a figure, typed in any case', () => {
  expect(labels('cb-7k4m-02q9')).toEqual([['Figure code', ['Open figure CB-7K4M-02Q9']]]);
});

test('what is nowhere finds nothing', () => {
  expect(labels('xyzzy')).toEqual([]);
});
