import { expect, test } from 'vitest';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import { layersOf, visibleOf } from '#web/explore/visible.ts';

test('areas, density and concerns are on until the reader says otherwise', () => {
  expect(visibleOf(PLAIN_VIEW)).toEqual({
    areas: true,
    density: true,
    hotCells: false,
    concerns: true,
    calls: false,
    beats: false,
  });
});

test('the usual layers need no word in the address, and no layer at all is kept too', () => {
  expect(layersOf(visibleOf(PLAIN_VIEW))).toBeNull();
  const nothing = { areas: false, density: false, hotCells: false, concerns: false, calls: false, beats: false };
  expect(visibleOf({ ...PLAIN_VIEW, layers: layersOf(nothing) })).toEqual(nothing);
});
