import { afterEach, expect, test } from 'vitest';
import { addressBefore } from '#web/app/sign-on.ts';

const KEPT = 'address-before-sign-on';
const home = { pathname: '/', search: '' };
afterEach(() => sessionStorage.clear());

test('a code scanned off a wall survives the sign-on of the department, once', () => {
  sessionStorage.setItem(KEPT, '/wall-code/7K4M');
  expect(addressBefore({ pathname: '/', search: '?error=sign-on' })).toBeNull(); // refused: kept for the next try
  expect(addressBefore(home)).toBe('/wall-code/7K4M');
  expect(addressBefore(home)).toBeNull();
});

test('nobody is led away from our own pages', () => {
  sessionStorage.setItem(KEPT, '//elsewhere.example');
  expect(addressBefore(home)).toBeNull();
});
