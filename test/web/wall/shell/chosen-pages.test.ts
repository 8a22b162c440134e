import { expect, test } from 'vitest';
import { typicalBoard } from '#test/fixture/wall-board.ts';
import { chosenPages, unknownDistrict } from '#web/wall/shell/chosen-pages.ts';

const districts = [...new Set(typicalBoard.calls?.areas.map(({ district }) => district))];
const [one = null] = districts;
const districtPages = (district: string | null) =>
  chosenPages(typicalBoard, { pages: ['district'], district }).map(({ subject }) => subject);

test('of the districts only the one is shown that the address names', () => {
  expect(districts.length).toBeGreaterThan(1);
  expect(districtPages(one)).toEqual([one]);
  expect(unknownDistrict(typicalBoard, { pages: [], district: one })).toBeNull();
});

test('a district that the city does not have is told, and all are shown rather than none', () => {
  expect(unknownDistrict(typicalBoard, { pages: [], district: 'Nowhere' })).toBe('Nowhere');
  expect(districtPages('Nowhere')).toEqual(districtPages(null));
  expect(districtPages(null)).toHaveLength(districts.length);
});

test('no district is called unknown while nothing is known of any', () => {
  expect(unknownDistrict({ ...typicalBoard, calls: null }, { pages: [], district: 'North' })).toBeNull();
  expect(unknownDistrict(typicalBoard, { pages: [], district: null })).toBeNull();
});

test('where no page that there is was asked for the city is shown', () => {
  expect(chosenPages({ ...typicalBoard, calls: null }, { pages: ['alert'], district: null })).toMatchObject([
    { kind: 'city' },
  ]);
});
