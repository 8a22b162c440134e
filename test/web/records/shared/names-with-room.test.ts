import { expect, test } from 'vitest';
import { namesWithRoom } from '#web/records/shared/names-with-room.ts';

const named = (name: string, x: number, y: number) => ({ name, at: [x, y] as const });
const namesOf = (all: readonly { name: string }[]) => all.map(({ name }) => name);

test('of two names that would cover each other the first stays', () => {
  const all = [named('Eastbank', 100, 50), named('Millrace', 130, 55), named('Cordery', 130, 80)];
  expect(namesOf(namesWithRoom(all))).toEqual(['Eastbank', 'Cordery']);
  expect(namesOf(namesWithRoom(all.toReversed()))).toEqual(['Cordery', 'Millrace']);
});

test('names side by side both stay', () => {
  expect(namesWithRoom([named('Eastbank', 50, 50), named('Millrace', 110, 50)])).toHaveLength(2);
});

test('what was left out for room does not take any', () => {
  const all = [named('Eastbank', 100, 50), named('Millrace', 130, 55), named('Cordery', 160, 58)];
  expect(namesOf(namesWithRoom(all))).toEqual(['Eastbank', 'Cordery']);
});
