import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAlike, metersApart, type Told } from '#analysis/alike/alike.ts';

const told: Told = {
  words: 'Kids trying car doors on Linnet after school',
  category: 'theft-from-vehicle',
  place: [-82.55, 35.6],
  placeWords: '1100 block, Linnet Avenue',
  day: 20_000,
};
const known = (differs: Partial<Told>): Told => ({ ...told, ...differs });

test('one that is the same in all four ways scores 1 and says so', () => {
  const [same] = findAlike(told, [told]);
  expect(same?.score).toBeCloseTo(1, 10);
  expect(same?.reasons).toEqual(['the same day', 'at the same place', 'similar words', 'same kind']);
});

test('a thousandth of a degree of latitude is 111 m, and less of longitude away from the equator', () => {
  expect(metersApart([0, 35.6], [0, 35.601])).toBeCloseTo(111.2, 1);
  expect(metersApart([0, 60], [0.001, 60])).toBeCloseTo(55.6, 1);
});

test('another trouble at the same place, and the same trouble across the city, are not shown', () => {
  const music = known({ words: 'Loud music at the bar', category: 'noise', day: 19_930 });
  const across = known({ place: [-82.5, 35.6] });
  expect(findAlike(told, [music, across])).toEqual([]);
});

test('older than ninety days is never shown, on the ninetieth it still is', () => {
  expect(findAlike(told, [known({ day: told.day - 91 })])).toEqual([]);
  expect(findAlike(told, [known({ day: told.day - 90 })])).toHaveLength(1);
});

test('without points, the words for the place count', () => {
  const [found] = findAlike({ ...told, place: null }, [known({ place: null, day: told.day - 6 })]);
  expect(found?.reasons).toEqual(['6 days ago', 'same place by its words', 'similar words', 'same kind']);
});

test('where nobody said a place, the words decide', () => {
  const nowhere = { place: null, placeWords: '', category: null };
  const music = { ...told, ...nowhere, words: 'Loud music behind the library every night' };
  expect(findAlike(music, [known({ ...nowhere, words: 'Loud music behind the library' })])).toHaveLength(1);
  expect(findAlike(music, [known({ ...nowhere, words: 'Trash behind the school' })])).toEqual([]);
});

test('never more than five, best first, scores between 0 and 1, whatever is told', () => {
  const one = fc.record({
    words: fc.string(),
    category: fc.constantFrom(null, 'noise', 'theft'),
    place: fc.option(
      fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
    ),
    placeWords: fc.string(),
    day: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(one, fc.array(one, { maxLength: 30 }), (asked, others) => {
      const scores = findAlike(asked, others).map(({ score }) => score);
      expect(scores.length).toBeLessThanOrEqual(5);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(scores.every((score) => score >= 0 && score <= 1 + 1e-12)).toBe(true);
    }),
  );
});
