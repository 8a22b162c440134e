import { z } from 'zod';
import { findHotCells, HOT_CELLS_CAVEAT, HOT_CELLS_CONVENTION } from '#analysis/hot-cells/hot-cells.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive, share } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const Options = z.strictObject({ cellMeters: positive.optional(), significantQ: share.optional() });

export const hotCells = asking(Options, (input, options) => {
  if (input.areas.length === 0) throw new UsageError('hot-cells needs --areas: cells outside of the city are left out');
  const city = input.areas.map(({ geometry }) => geometry);
  const found = findHotCells(input.calls, city, given(options));
  return { ...wholeAnswer(input, found), convention: HOT_CELLS_CONVENTION, caveat: HOT_CELLS_CAVEAT };
});
