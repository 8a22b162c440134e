import { z } from 'zod';
import { DENSITY_CAVEAT, DENSITY_CONVENTION, findDensity } from '#analysis/density/density.ts';
import { bboxOfAreas } from '#analysis/shared/bbox.ts';
import { asking, positive, share } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const Options = z
  .strictObject({
    bandwidthMeters: positive.optional(),
    cellMeters: positive.optional(),
    contourShares: z.array(share).optional(),
  })
  .refine(({ bandwidthMeters = 400, cellMeters = 0 }) => cellMeters <= bandwidthMeters / 4, {
    error: 'cellMeters is at most a quarter of bandwidthMeters',
  });

/** The boundaries, where given, frame the surface: one call on another continent would stretch it beyond use. */
export const density = asking(Options, (input, options) => {
  const frame = bboxOfAreas(input.areas.map(({ geometry }) => geometry));
  const found = findDensity(input.calls, { frame, ...given(options) });
  return { ...wholeAnswer(input, found), convention: DENSITY_CONVENTION, caveat: DENSITY_CAVEAT };
});
