import { z } from 'zod';
import { CENTER_CAVEAT, CENTER_CONVENTION, findCenter } from '#analysis/center/center.ts';
import { asking } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const Options = z.strictObject({ convention: z.enum(['crimestat', 'yuill']).optional() });

export const center = asking(Options, (input, options) => {
  const found = findCenter(input.calls, given(options));
  return { ...wholeAnswer(input, found), convention: CENTER_CONVENTION, caveat: CENTER_CAVEAT };
});
