import { z } from 'zod';
import { BEFORE_AFTER_CAVEAT, BEFORE_AFTER_CONVENTION, findBeforeAfter } from '#analysis/before-after/before-after.ts';
import { asking, share } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const pair = z.tuple([z.number().nonnegative(), z.number().nonnegative()]);

const Options = z.strictObject({
  treated: pair,
  control: pair,
  displaced: pair.default([0, 0]),
  displacedControl: pair.default([0, 0]),
  daysBefore: z.number().positive(),
  daysAfter: z.number().positive(),
  level: share.optional(),
  minDays: z.number().nonnegative().optional(),
  minCalls: z.number().nonnegative().optional(),
});

/** Counts as they are given: before and after, in the place, its control and their rings. */
export const beforeAfter = asking(Options, (input, { level, minDays, minCalls, ...counts }) => {
  const found = findBeforeAfter(counts, given({ level, minDays, minCalls }));
  return { ...wholeAnswer(input, found), convention: BEFORE_AFTER_CONVENTION, caveat: BEFORE_AFTER_CAVEAT };
});
