import { z } from 'zod';
import { LocalDate, LocalMoment } from './common.ts';
import { GroupFields } from './group.ts';

const rate = z.object({
  groupId: z.string(),
  name: z.string(),
  calls: z.number().int(),
  denominator: z.number().int(),
  per1000: z.number(),
  low: z.number(),
  high: z.number(),
});

/** One group's own count over the days, on what is usual for it. */
export const OwnPast = z.object({
  groupId: z.string(),
  name: z.string(),
  kind: GroupFields.shape.kind,
  residents: z.number().int().nullable(),
  addresses: z.number().int().nullable(),
  calls: z.number().int().nullable(), // null: withheld from this reader
  usual: z.object({ low: z.number().int(), high: z.number().int() }).nullable(),
  against: z.enum(['more', 'as-usual', 'fewer', 'not-judged']),
  sentence: z.string(),
  boundary: z.object({ validFrom: LocalDate, isNewer: z.boolean() }), // redrawn within these days: all of them counted inside this one
});
export type OwnPast = z.infer<typeof OwnPast>;

/** Two groups compared by their rates, or why they are not; each always beside its own past. */
export const Comparison = z.object({
  category: z.string(),
  label: z.string(),
  from: LocalDate,
  to: LocalDate,
  groups: z.array(OwnPast), // in the order asked for
  compared: z
    .object({
      denominator: z.enum(['residents', 'addresses']),
      rates: z.tuple([rate, rate]),
      ratio: z.number().or(z.literal('zero-base')),
      ratioLimits: z.object({ low: z.number(), high: z.number().or(z.literal('no-limit')) }),
      said: z.enum(['more', 'fewer', 'no-clear-difference']),
      sentence: z.string(),
      level: z.number(),
    })
    .nullable(),
  refusals: z.array(z.object({ reason: z.string(), why: z.string(), instead: z.string() })),
  sharedGround: z.number(), // share of the smaller one's ground, 0 to 1
  caveat: z.string(),
  convention: z.string(),
  source: z.object({ titles: z.array(z.string()), cutoffLocal: LocalMoment, askedTo: LocalDate.nullable() }),
});
export type Comparison = z.infer<typeof Comparison>;
