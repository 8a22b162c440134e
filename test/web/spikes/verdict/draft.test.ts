import { expect, test } from 'vitest';
import { decisionOf, emptyDraft, hasReason, toggleReason, watchFromOf } from '#web/spikes/verdict/draft.ts';

test('a quick reason joins the words and leaves them as they were', () => {
  const both = toggleReason('A film crew', 'Known event');
  expect(both).toBe('A film crew; Known event');
  expect(hasReason(both, 'Known event')).toBe(true);
  expect(toggleReason(both, 'Known event')).toBe('A film crew');
  expect(toggleReason('  ', 'Weather')).toBe('Weather');
});

test('a quick reason within other words is not taken for one', () => {
  expect(hasReason('Weather was fine', 'Weather')).toBe(false);
  expect(toggleReason('Weather was fine', 'Weather')).toBe('Weather was fine; Weather');
});

test('a count to watch from is a whole number above zero, or none', () => {
  const watch = (watchFrom: string) => watchFromOf({ choice: 'watch', watchFrom });
  expect([watch('12'), watch(' '), watch('0'), watch('1.5'), watch('ten')]).toEqual([
    12,
    null,
    undefined,
    undefined,
    undefined,
  ]);
  expect(watchFromOf({ choice: 'dismiss', watchFrom: 'ten' })).toBeNull();
});

test('each choice keeps only what belongs to it', () => {
  const draft = { ...emptyDraft(10), reason: ' Weather ', patternId: 'P-0001' };
  expect(decisionOf({ ...draft, choice: 'dismiss' })).toEqual({
    ...{ choice: 'dismiss', reason: 'Weather', watchFrom: null, patternId: null },
  });
  expect(decisionOf({ ...draft, choice: 'watch' })).toMatchObject({ watchFrom: 10, reason: 'Weather' });
  expect(decisionOf({ ...draft, choice: 'pattern' })).toMatchObject({ reason: '', patternId: 'P-0001' });
});
