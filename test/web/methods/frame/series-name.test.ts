import { expect, test } from 'vitest';
import { groupNamed } from '#test/fixture/small-desk.ts';
import { seriesName } from '#web/methods/frame/series-name.ts';

const eastbank = groupNamed('Eastbank');
const areas = {
  byId: new Map([['eastbank', eastbank]]),
  nameOf: (areaId: string) => (areaId === 'eastbank' ? 'Eastbank' : areaId),
};

test('what was left out of an area is named as its reader calls it, all else as it is', () => {
  expect(seriesName('eastbank theft', areas)).toBe('Theft, Eastbank');
  expect(seriesName('eastbank theft day 12 C3', areas)).toBe('Theft, Eastbank day 12 C3');
  expect(seriesName('theft in eastbank', areas)).toBe('Theft, Eastbank');
  expect(seriesName('3 calls in park', areas)).toBe('3 calls in park');
  expect(seriesName('eastbank', areas)).toBe('Eastbank');
  expect(seriesName('12 calls', areas)).toBe('12 calls');
});
