import { expect, test } from 'vitest';
import type { Filter } from '#data/schema/filter.ts';
import { groupNamed, openedWith } from '#test/fixture/small-desk.ts';
import { areasOf } from '#web/ask/desk.tsx';
import { filterInWords, hoursInSentence, kindsInWords } from '#web/ask/filter-words.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';

const span = openedWith([groupNamed('Eastbank'), groupNamed('Millrace')]);
const areas = areasOf(span, 'groups');
const plain: Filter = { ...PLAIN_VIEW.filter, layer: 'groups', from: '2026-12-07', to: '2026-12-13' };

test('a plain filter is one plain sentence', () => {
  expect(filterInWords(plain, areas, span)).toBe(
    'Calls from the public of any kind in all 2 groups during last full week, Dec 7 to 13 at any hour',
  );
});

test('a narrow filter says everything that narrows it', () => {
  const narrow: Filter = {
    ...plain,
    origin: 'all',
    categories: ['noise', 'theft-from-vehicle'],
    areas: ['eastbank'],
    from: '2026-12-01',
    weekdays: [4, 5],
    hours: [22, 23, 0, 1],
    circle: { lon: -80.2, lat: 36.4, radiusMeters: 400 },
  };
  expect(filterInWords(narrow, areas, span)).toBe(
    'Calls from anyone of Noise and Theft from vehicle in Eastbank during Dec 1 to 13 at Fri and Sat, 10 pm to 2 am within 400 m around a point',
  );
});

test('many kinds are named a few and counted the rest', () => {
  const categories = ['noise', 'theft', 'arson', 'fraud', 'drugs'];
  expect(kindsInWords({ categories, types: [] })).toBe('Noise, Theft and 3 more');
});

test('ragged hours are counted, not misstated', () => {
  expect(hoursInSentence({ weekdays: [], hours: [1, 5, 9], hourOfWeek: [] })).toBe('21 hours of the week');
});
