import type { Known } from './leak.ts';
import { tokensOf } from './told-words.ts';

const SCALE = /\d+(?:miles?|mi|feet|ft|km|m)/g;
const NORTH = /^n*$/;
const SHORTEST = 3;

/**
 * What stands on a map beside the names of streets, parks and water that the gate knows, its scale and north; empty
 * where nothing does. Letters set along a street come out of a file one by one, and each twice where it has a halo.
 */
export function unknownOnMap(text: string, { mayStand }: Known): string {
  const names = [...new Set(mayStand.map(squeezed))]
    .filter((name) => name.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  let rest = squeezed(text);
  for (const name of names) {
    rest = rest.replaceAll([...name].map((letter) => letter + letter).join(''), ' ').replaceAll(name, ' ');
  }
  rest = rest.replace(SCALE, ' ').replaceAll(' ', '');
  return NORTH.test(rest) ? '' : rest;
}

const squeezed = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join('');
