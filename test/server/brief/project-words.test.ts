import { expect, test } from 'vitest';
import { type BeforeAfterCounts, findBeforeAfter } from '#analysis/before-after/before-after.ts';
import type { PlacesBeforeAfter } from '#analysis/before-after/places.ts';
import { answerInWords, behindTheAnswer, NOT_COUNTED, whenKnown } from '#server/brief/project-words.ts';

/** A finding of so many weeks on either side. */
function found(weeks: number, counts: Partial<BeforeAfterCounts>, minWeeks = 8): PlacesBeforeAfter {
  const { treated = [60, 60], control = [60, 60], displaced = [0, 0], displacedControl = [0, 0] } = counts;
  const pairs = { treated, control, displaced, displacedControl, daysBefore: 7 * weeks, daysAfter: 7 * weeks };
  const [one] = findBeforeAfter(pairs, { minDays: 7 * minWeeks }).findings;
  if (one === undefined) throw new Error('nothing was found');
  const window = { from: '2026-01-05', to: '2026-03-01' };
  return {
    ...one,
    ...{ before: window, after: window, weeks, lines: [], matched: null },
    counts: { treated, control, ring: displaced, 'control-ring': displacedControl },
  };
}
const answer = (one: PlacesBeforeAfter, waitWeeks = 8, ring: 'ring' | 'no ring' = 'ring') =>
  answerInWords(one, waitWeeks, ring === 'ring');

test('before the weeks have passed that it waits for, it is too early, whatever the counts', () => {
  const early = found(5, { treated: [40, 2] }, 12);
  expect(answer(early, 12)).toBe(
    'Too early: 5 of 12 weeks. So far 2 calls in 5 weeks, where about 40 calls would have come had it gone as in the comparison.',
  );
});

test('what chance could make is no clear change, and only a year makes it final', () => {
  expect(answer(found(20, { treated: [60, 52] }))).toMatch(
    /^No clear change yet: 52 calls in 20 weeks, where about 60 /,
  );
  expect(answer(found(52, { treated: [60, 52] }))).toMatch(/^No clear change: /);
  expect(answer(found(20, { treated: [4, 3], control: [3, 4] }))).toMatch(/^Too few calls to tell: 3 calls/);
});

test('a fall is named by its size, and whether it only moved next door', () => {
  const fell = found(30, { treated: [120, 50], displaced: [40, 42], displacedControl: [40, 40] });
  expect(answer(fell)).toMatch(
    /^Fell by about 70 calls more than the comparison: .* Next door did not rise to make up for it\.$/,
  );
  const moved = found(30, { treated: [120, 70], displaced: [40, 75], displacedControl: [40, 40] });
  expect(answer(moved)).toMatch(
    /^Fell by about 50 calls .* there is no clear change: some of it may only have moved\.$/,
  );
  expect(answer(moved, 8, 'no ring')).not.toContain('next door');
  expect(behindTheAnswer(moved, 300)[1]).toBe(
    'Next door, within 300 meters: 40 before, 75 since, 35 more than next to the comparison.',
  );
  expect(answer(found(30, { treated: [50, 120] }))).toMatch(/^Rose by about 70 calls/);
});

test('while nothing is clear, it says how many more weeks to wait, or that a year is not enough', () => {
  expect(whenKnown(found(9, { treated: [108, 100], control: [36, 36] }), 52)).toBe(
    'A fall by three in ten would show after about 18 weeks: 9 more. A smaller one takes longer.',
  );
  expect(whenKnown(found(40, { treated: [480, 470], control: [160, 150] }), 52)).toContain(
    'would usually have shown by now',
  );
  expect(whenKnown(found(20, { treated: [32, 30], control: [14, 14] }), 52)).toMatch(
    /^Calls are too few here for a fall by three in ten to show within 52 weeks\. A fall by half would show after about/,
  );
  expect(whenKnown(found(20, { treated: [8, 7], control: [8, 8] }), 52)).toContain('Not even a fall by half');
  expect(whenKnown(found(30, { treated: [120, 50] }), 52)).toBeNull();
});

test('what was not counted says what to do about it', () => {
  for (const [state, words] of Object.entries(NOT_COUNTED))
    if (!['no-week', 'few-weeks-before', 'no-calls', 'months-only'].includes(state))
      expect(words).toMatch(/say on|name the|draw one|Name a/);
});
