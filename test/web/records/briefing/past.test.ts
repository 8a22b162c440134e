import { expect, test } from 'vitest';
import { redone, stepped, trackOf, undone } from '#web/records/briefing/past.ts';

const three = stepped(stepped(trackOf(1), 2, 'two'), 3, 'three');

test('each step is taken back and done again in its order', () => {
  const back = undone(undone(three));
  expect(back.now).toBe(1);
  expect(back.future.map(({ said }) => said)).toEqual(['two', 'three']);
  expect(undone(back)).toBe(back);
  const again = redone(redone(back));
  expect(again.now).toBe(3);
  expect(redone(again)).toBe(again);
  expect(undone(again).now).toBe(2);
});

test('a new step ends what could be done again', () => {
  expect(stepped(undone(three), 9, 'nine').future).toEqual([]);
});

test('letters of one field are one step, and those of another field are another', () => {
  const typed = stepped(stepped(trackOf('a'), 'ab', 'words', 'f'), 'abc', 'words', 'f');
  expect(typed.past).toHaveLength(1);
  expect(undone(typed).now).toBe('a');
  expect(stepped(typed, 'abcd', 'words', 'g').past).toHaveLength(2);
});

test('what was typed after it was done again is a step of its own', () => {
  const typed = stepped(trackOf('a'), 'ab', 'words', 'f');
  const again = redone(undone(typed));
  expect(undone(stepped(again, 'abc', 'words', 'f')).now).toBe('ab');
});
