import { z } from 'zod';
import { findLocalMoran, LOCAL_MORAN_CAVEAT, LOCAL_MORAN_CONVENTION } from '#analysis/local-moran/local-moran.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive, share } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const Options = z.strictObject({ cellMeters: positive.optional(), significantQ: share.optional() });

export const localMoran = asking(Options, (input, options) => {
  if (input.areas.length === 0)
    throw new UsageError('local-moran needs --areas: cells outside of the city are left out');
  const city = input.areas.map(({ geometry }) => geometry);
  const found = findLocalMoran(input.calls, city, given(options));
  return { ...wholeAnswer(input, found), convention: LOCAL_MORAN_CONVENTION, caveat: LOCAL_MORAN_CAVEAT };
});
