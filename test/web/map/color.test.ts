import { expect, test } from 'vitest';
import { layOver, parseColor } from '#web/map/color.ts';

test('both notations of the tokens are read', () => {
  expect(parseColor('#F4F5F2')).toEqual([244, 245, 242, 1]);
  expect(parseColor('rgb(20 32 43 / .08)')).toEqual([20, 32, 43, 0.08]);
});

test('a color nobody uses is refused by name', () => {
  expect(() => parseColor('rebeccapurple')).toThrow("'rebeccapurple' is not a color");
});

test('eighty percent of black over white is the grey of one fifth', () => {
  expect(layOver('#000000', '#FFFFFF', 0.8)).toBe('rgba(51, 51, 51, 1)'); // 255 * 0.2
});

test('what a minifier makes of a token is the same color', () => {
  expect(parseColor('#fff')).toEqual(parseColor('#FFFFFF'));
  expect(parseColor('#ffffff80')).toEqual([255, 255, 255, 128 / 255]);
});
