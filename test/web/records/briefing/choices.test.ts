import { expect, test } from 'vitest';
import type { HandOutChoices, HandOutItem } from '#data/schema/records/hand-out.ts';
import { isReworded, placed, rowsOf, ticked, unworded, worded, wordsAt } from '#web/records/briefing/choices.ts';

const promise = (itemId: string): HandOutItem => ({
  ...{ part: 'promise', itemId, words: { en: `We do ${itemId}.`, es: null } },
  ...{ dueOn: '2026-12-20', isLate: false },
});
const tip = (itemId: string): HandOutItem => ({ part: 'tip', itemId });
const OFFERED = [promise('a'), promise('b'), promise('c'), promise('d'), tip('t1'), tip('t2')];
const choose = (items: string[]): HandOutChoices => ({ items, words: {}, line: null });
const shown = (choices: HandOutChoices) =>
  rowsOf(OFFERED, choices, 'promise').map(({ item, isOn }) => (isOn ? item.itemId : `(${item.itemId})`));

test('what is left out stays beside its suggested neighbor, so that nothing jumps when it is unticked', () => {
  expect(shown(choose(['a', 'b', 'c', 'd']))).toEqual(['a', 'b', 'c', 'd']);
  expect(shown(choose(['a', 'd']))).toEqual(['a', '(b)', '(c)', 'd']);
  expect(shown(choose(['b']))).toEqual(['(a)', 'b', '(c)', '(d)']);
  expect(shown(choose([]))).toEqual(['(a)', '(b)', '(c)', '(d)']);
  expect(shown(choose(['d', 'b']))).toEqual(['(a)', 'd', 'b', '(c)']);
});

test('ticking puts an item back where it was suggested and leaves the other parts as they are', () => {
  const chosen = choose(['d', 'a', 't2', 't1']);
  expect(ticked(OFFERED, chosen, 'b').items).toEqual(['d', 'a', 'b', 't2', 't1']);
  expect(ticked(OFFERED, ticked(OFFERED, chosen, 'a'), 'a').items).toContain('a');
  expect(ticked(OFFERED, chosen, 't2').items).toEqual(['d', 'a', 't1']);
});

test('an item moves among those of its part that are on the page, and nothing is lost or doubled', () => {
  const chosen = choose(['a', 'c', 'd', 't1', 't2']);
  expect(placed(OFFERED, chosen, 'd', 0).items).toEqual(['d', 'a', 'c', 't1', 't2']);
  expect(placed(OFFERED, chosen, 'a', 1).items).toEqual(['c', 'a', 'd', 't1', 't2']);
  expect(placed(OFFERED, chosen, 't2', 0).items).toEqual(['a', 'c', 'd', 't2', 't1']);
  expect(placed(OFFERED, chosen, 'b', 0).items).toEqual(chosen.items); // it is not on the page
  expect(placed(OFFERED, chosen, 'gone', 0).items).toEqual(chosen.items);
});

test('words of the record are no choice, words said better are, and said as before they are none again', () => {
  const a = promise('a');
  const better = worded(a, choose(['a']), 'words', { en: 'We do it.', es: 'Lo hacemos.' });
  expect(better.words).toEqual({ a: { words: { en: 'We do it.', es: 'Lo hacemos.' } } });
  expect(wordsAt(a, better, 'words').es).toBe('Lo hacemos.');
  expect(wordsAt(promise('b'), better, 'words').en).toBe('We do b.');
  expect(worded(a, better, 'words', { en: 'We do a.', es: null }).words).toEqual({});
  expect(isReworded(a, better)).toBe(true);
  expect(isReworded(a, worded(a, better, 'words', { en: 'We do a.', es: 'Lo hacemos.' }))).toBe(false);
  expect(unworded(better, 'a').words).toEqual({});
});

test('an own line that is emptied is none', () => {
  const line: HandOutItem = { part: 'line', itemId: 'line', words: { en: '', es: null } };
  const written = worded(line, choose([]), 'words', { en: 'Coffee at 6.', es: null });
  expect(written.line).toEqual({ en: 'Coffee at 6.', es: null });
  expect(worded(line, written, 'words', { en: '', es: null }).line).toBeNull();
});
