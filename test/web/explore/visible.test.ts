import { expect, test } from 'vitest';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import { layersOf, visibleOf } from '#web/explore/visible.ts';

test('areas, density and concerns are on until the reader says otherwise', () => {
  expect(visibleOf(PLAIN_VIEW, true)).toEqual({
    areas: true,
    density: true,
    hotCells: false,
    concerns: true,
    calls: false,
    beats: false,
  });
});

test('the usual layers need no word in the address, and no layer at all is kept too', () => {
  expect(layersOf(visibleOf(PLAIN_VIEW, true), true)).toBeNull();
  const nothing = { areas: false, density: false, hotCells: false, concerns: false, calls: false, beats: false };
  expect(visibleOf({ ...PLAIN_VIEW, layers: layersOf(nothing, true) }, true)).toEqual(nothing);
});

test('where there are no boundaries the calls are on too, and that needs no word either', () => {
  const usual = visibleOf(PLAIN_VIEW, false);
  expect(usual).toMatchObject({ density: true, calls: true });
  expect(layersOf(usual, false)).toBeNull();
});
