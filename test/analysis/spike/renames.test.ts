import { expect, test } from 'vitest';
import { findRenames } from '#analysis/spike/renames.ts';
import { poisson, randomFrom } from '#test/fixture/methods/random.ts';

const random = randomFrom(6);
const drawn = (mean: number, weeks: number, from = 0, to = weeks) =>
  Array.from({ length: weeks }, (_, week) => (week >= from && week < to ? poisson(random, mean) : 0));
const type = (name: string, category: string, counts: number[]) => ({ type: name, category, counts });
const named = (types: ReturnType<typeof type>[]) =>
  findRenames(types).map(({ from, to, week }) => `${from.type} > ${to.type} at ${week}`);

const old = type('ABANDONED VEHICLE', 'parking', drawn(16, 100, 0, 70));
const fresh = type('NUISANCE VEHICLE', 'nuisance', drawn(16, 100, 70));
const other = type('NOISE COMPLAINT', 'noise', drawn(16, 100));

test('a word that ends as another begins, as often, is a rename', () => {
  expect(named([other, old, fresh])).toEqual(['ABANDONED VEHICLE > NUISANCE VEHICLE at 70']);
});

test('a new kind of call that takes no place is none, and a kind that ends is none', () => {
  expect(named([other, fresh])).toEqual([]);
  expect(named([other, old])).toEqual([]);
});

test('a new word three times as frequent as the one that ended is a rise, not a rename', () => {
  expect(named([old, type('SCOOTER', 'nuisance', drawn(48, 100, 70))])).toEqual([]);
});

test('a rename is known as soon as the old word is missed, not before', () => {
  const upTo = (weeks: number) => [old, fresh].map((one) => ({ ...one, counts: one.counts.slice(0, weeks) }));
  expect(named(upTo(70))).toEqual([]);
  expect(named(upTo(72))).toHaveLength(1);
});

test('rare words that come and go prove nothing', () => {
  const rare = [type('A', 'parking', drawn(0.2, 100, 0, 96)), type('B', 'nuisance', drawn(0.2, 100, 96))];
  expect(named(rare)).toEqual([]);
  expect(named([])).toEqual([]);
});
