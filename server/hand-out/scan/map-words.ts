import type { Known } from './leak.ts';
import { tokensOf } from './told-words.ts';

const SCALE = /^(?:[\d,.]+|\d+\/\d+|[\d,]+ \d+\/\d+)\s*(?:ft|feet|mi|miles?|m|km)$/;

/** What a map writes by itself: names of streets, parks and water that the gate knows, its scale, and north. */
export function isMapWord(text: string, { mayStand }: Known): boolean {
  const words = text.trim();
  if (words === '' || words === 'N' || SCALE.test(words)) return true;
  const squeezed = squeeze(words);
  return mayStand.some((name) => squeeze(name) === squeezed);
}

/** Letters set apart along a street come out of a file one by one. */
export const squeeze = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join('');
