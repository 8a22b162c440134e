import { z } from 'zod';
import { countByArea } from '#analysis/place/place.ts';
import { findRates, RATES_CAVEAT, RATES_CONVENTION } from '#analysis/rates/rates.ts';
import { UsageError } from '#server/errors.ts';
import { asking, positive, share } from './asking.ts';
import { given, wholeAnswer } from './plain-answer.ts';

const Options = z.strictObject({
  residents: z.record(z.string(), z.number().nonnegative()).optional(), // by area; default: those of the boundary file
  denominator: z.enum(['residents', 'addresses']).optional(),
  level: share.optional(),
  fewest: z.number().nonnegative().optional(),
  mostCallsEach: positive.optional(),
  notResidential: z.array(z.string()).optional(),
  targetPer1000: positive.nullable().optional(),
  overDispersion: z.enum(['multiplicative', 'additive', 'none']).optional(),
  winsorShare: z.number().min(0).max(0.5).optional(),
});

/** Calls of every area against those who live there. A call in several areas counts in each. */
export const rates = asking(Options, (input, { residents = {}, ...options }) => {
  if (input.areas.length === 0) throw new UsageError('rates needs --areas: the residents are those of an area');
  const { denominator = 'residents' } = options;
  const { calls } = countByArea(input.placed, input.areas.length);
  const areas = input.areas.map(({ id, properties }, at) => ({
    areaId: id,
    name: properties.name,
    calls: calls[at] ?? 0,
    denominator: residents[id] ?? properties[denominator],
  }));
  const found = findRates(areas, given(options));
  return { ...wholeAnswer(input, found), convention: RATES_CONVENTION, caveat: RATES_CAVEAT };
});
