import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress, stringifyAddress } from '#web/ask/address.ts';
import { filterOf, isWide, PLAIN_VIEW, readView, type View, writeView } from '#web/ask/view.ts';

const word = fc.string({ minLength: 1, maxLength: 12 });
const words = fc.uniqueArray(word, { maxLength: 4 });
const degrees = fc.integer({ min: -80_000_000, max: 80_000_000 }).map((n) => n / 1e6);
const day = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const sorted = (max: number) => fc.uniqueArray(fc.integer({ min: 0, max })).map((n) => n.sort((a, b) => a - b));

const anyView: fc.Arbitrary<View> = fc.record({
  filter: fc.record({
    origin: fc.constantFrom('public', 'officer', 'all'),
    categories: words,
    types: words,
    layer: fc.constantFrom('', 'groups', 'beats'),
    areas: words,
    weekdays: sorted(6),
    hours: sorted(23),
    hourOfWeek: sorted(167),
    places: words,
    polygon: fc.array(fc.tuple(degrees, degrees), { maxLength: 6 }).map((ring) => (ring.length < 3 ? [] : ring)),
    circle: fc.option(fc.record({ lon: degrees, lat: degrees, radiusMeters: fc.integer({ min: 25, max: 20_000 }) })),
  }),
  window: fc.option(fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))),
  area: fc.option(word),
  series: fc.option(word),
  budget: fc.option(fc.constantFrom(0.5, 1, 2, 12)),
  method: fc.option(word),
  options: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), word, { maxKeys: 3 }),
  shows: fc.constantFrom('map', 'table'),
  measure: fc.constantFrom(null, 'count', 'residents', 'addresses'),
  layers: fc.option(fc.uniqueArray(fc.constantFrom('areas', 'density', 'concerns', 'calls', 'beats'))),
});

test('every view survives the address: reload and Back show the same', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      expect(readView(parseAddress(stringifyAddress(writeView(view))))).toEqual(view);
    }),
  );
});

test('a plain view has a plain address', () => {
  expect(stringifyAddress(writeView(PLAIN_VIEW))).toBe('');
  expect(readView({})).toEqual(PLAIN_VIEW);
  expect(isWide(PLAIN_VIEW)).toBe(true);
});

test('dates that do not exist, or run backward, are as if they were not there', () => {
  expect(readView({ from: '2026-02-30', to: '2026-03-02' }).window).toBeNull();
  expect(readView({ from: '2026-03-02', to: '2026-03-01' }).window).toBeNull();
  expect(readView({ from: '2026-03-02' }).window).toBeNull();
});

test('a budget that is no number above 0 is as if it were not there', () => {
  expect(['0', '-1', 'many', '1e9'].map((budget) => readView({ budget }).budget)).toEqual([null, null, null, null]);
  expect(readView({ budget: '0.5' }).budget).toBe(0.5);
});

test('a shape that is no shape narrows nothing', () => {
  expect(readView({ polygon: ['1:2', '3:4'] }).filter.polygon).toEqual([]);
  expect(readView({ circle: '1:2:-5' }).filter.circle).toBeNull();
});

test('the question carries the last full week and the usual layer where none is chosen', () => {
  const usual = { window: { from: '2026-12-07', to: '2026-12-13' }, layer: 'groups' };
  expect(filterOf(PLAIN_VIEW, usual)).toMatchObject({ from: '2026-12-07', to: '2026-12-13', layer: 'groups' });
});
