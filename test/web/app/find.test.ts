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

test('four characters without a vowel may be a code from the wall; four figures stand after the places', () => {
  expect(labels('7k4m')).toEqual([['Code from the wall', ['Open what the wall shows as 7K4M']]]);
  expect(labels('KNVW')).toEqual([['Code from the wall', ['Open what the wall shows as KNVW']]]);
  expect(labels('pell')).toEqual([]);
  const house = {
    is: 'place',
    key: 'place p',
    label: '2700 block of Vine Boulevard',
    hint: '3',
    placeKey: 'p',
  } as const;
  expect(findAll(opened, '2700', [house]).map(({ title }) => title)).toEqual([
    'Streets and places',
    'Code from the wall',
  ]);
});

test('before the calls are open codes are found, and nothing else', () => {
  expect(findAll(null, 'CB-7K4M-02Q9', []).map(({ title }) => title)).toEqual(['Figure code']);
  expect(findAll(null, '7K4M', []).map(({ title }) => title)).toEqual(['Code from the wall']);
  expect(findAll(null, 'Linden', [])).toEqual([]);
});
