import { z } from 'zod';
import { Kept, LocalDate, LocalMoment, ReleaseScope, Words } from './common.ts';

/** The seven kinds of the International Association of Crime Analysts, "Crime Pattern Definitions for Tactical Analysis" (2011). */
export const PatternType = z.enum([
  'series',
  'spree',
  'hot-prey',
  'hot-product',
  'hot-spot',
  'hot-place',
  'hot-setting',
]);
export type PatternType = z.infer<typeof PatternType>;

/** A call that was looked at for the pattern. One that does not fit stays in the record, with why. */
export const PatternCall = z.object({
  callId: z.string().min(1).max(200),
  kept: z.boolean(),
  reason: z.string().trim().max(300),
});
export type PatternCall = z.infer<typeof PatternCall>;

const Part = z.string().trim().max(800);
export const Synopsis = z.object({ what: Part, where: Part, when: Part, how: Part, advice: Part });
export type Synopsis = z.infer<typeof Synopsis>;

/** How a bulletin is to be handled; printed at its head and foot. */
export const SensitivityLabel = z.enum(['sensitive', 'official', 'open']);
export type SensitivityLabel = z.infer<typeof SensitivityLabel>;

export const MOST_PATTERN_CALLS = 500;

const PatternCalls = z
  .array(PatternCall)
  .min(1)
  .max(MOST_PATTERN_CALLS)
  .superRefine((calls, context) => {
    const seen = new Set<string>();
    for (const [place, { callId, kept, reason }] of calls.entries()) {
      if (seen.has(callId))
        context.addIssue({ code: 'custom', path: [place, 'callId'], message: 'The call stands in the pattern twice.' });
      seen.add(callId);
      if (!kept && reason === '') {
        context.addIssue({
          code: 'custom',
          path: [place, 'reason'],
          message: 'Say why the call is left out: the reason is kept.',
        });
      }
    }
  });

/** Calls that belong together in the eyes of an analyst. */
export const Pattern = Kept.extend({
  patternId: z.string(), // P-0007
  name: Words(120),
  type: PatternType,
  status: z.enum(['open', 'closed']),
  closedWhy: z.string().trim().max(1000),
  groupIds: z.array(z.string()).max(60), // the groups whose ground it touches
  from: LocalDate,
  to: LocalDate, // last day meant
  source: z.enum(['lasso', 'string', 'spike', 'list']), // how the calls were gathered
  code: z.string().max(40).nullable(), // of the figure it was made from
  calls: PatternCalls,
  synopsis: Synopsis,
  label: SensitivityLabel,
  release: ReleaseScope,
});
export type Pattern = z.infer<typeof Pattern>;

const FIELDS = Pattern.pick({
  name: true,
  type: true,
  groupIds: true,
  from: true,
  to: true,
  calls: true,
  synopsis: true,
  label: true,
  release: true,
});
type Told = Pick<Pattern, 'label' | 'release' | 'from' | 'to'>;
const isInOrder = ({ from, to }: Told) => from <= to;
const DAYS = { path: ['to'], error: 'The last day is before the first.' };
const mayLeave = ({ label, release }: Told) => release === 'internal' || label === 'open';
const LEAVES = { path: ['release'], error: 'Only an open bulletin may leave the department: change the label first.' };

export const NewPattern = FIELDS.extend(Pattern.pick({ source: true, code: true }).shape)
  .refine(isInOrder, DAYS)
  .refine(mayLeave, LEAVES);
export type NewPattern = z.infer<typeof NewPattern>;

export const ChangedPattern = FIELDS.extend(Pattern.pick({ status: true, closedWhy: true }).shape)
  .extend({ revision: z.number().int().positive() })
  .refine(isInOrder, DAYS)
  .refine(mayLeave, LEAVES)
  .refine(({ status, closedWhy }) => status === 'open' || closedWhy !== '', {
    path: ['closedWhy'],
    error: 'Say how it ended.',
  });
export type ChangedPattern = z.infer<typeof ChangedPattern>;

/** A line of the list of patterns. */
export const PatternLine = Pattern.omit({ calls: true, synopsis: true, closedWhy: true }).extend({
  kept: z.number().int(),
  leftOut: z.number().int(),
  lastSentAt: LocalMoment.nullable(),
});
export type PatternLine = z.infer<typeof PatternLine>;

/** A bulletin as it was sent: it never changes; a later state of the pattern is another bulletin. */
export const Bulletin = z.object({
  bulletinId: z.string(), // PB-0003
  patternId: z.string(),
  sentAt: LocalMoment,
  sentBy: z.string(),
  sentTo: z.array(z.object({ personId: z.string(), name: z.string() })),
  hash: z.string(), // SHA-256 of the facts that its pages are made from
});
export type Bulletin = z.infer<typeof Bulletin>;
