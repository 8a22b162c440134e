import { z } from 'zod';
import { LocalDate, LocalMoment } from './common.ts';
import { RegisterEntry } from './register.ts';

const counts = z.tuple([z.number().int().nullable(), z.number().int().nullable()]); // null: withheld from this reader

const Zone = z.enum(['treated', 'control', 'ring', 'control-ring']);

/** Why nothing was counted. */
export const NotCounted = z.enum([
  'no-day', // the response has not begun
  'no-ground',
  'no-boundary', // on the day of action
  'no-kind',
  'no-control',
  'no-week', // not one whole week has arrived since
  'few-weeks-before',
  'no-calls',
  'months-only',
]);
export type NotCounted = z.infer<typeof NotCounted>;

/** A problem-oriented project before and after its day of action: the record, and what its calls say. */
export const ProjectChange = z.object({
  entry: RegisterEntry,
  groupName: z.string().nullable(),
  sentence: z.string(), // the answer
  more: z.array(z.string()), // what stands behind it, a sentence each
  whenKnown: z.string().nullable(), // until when a fall would show
  kinds: z.array(z.string()),
  ground: z.string().nullable(),
  control: z.string().nullable(),
  ringMeters: z.number(),
  state: z.literal('counted').or(NotCounted),
  found: z
    .object({
      verdict: z.enum(['too-early', 'too-few', 'no-clear-change', 'fewer', 'more']),
      weeks: z.number().int(), // of each period
      before: z.object({ from: LocalDate, to: LocalDate }),
      after: z.object({ from: LocalDate, to: LocalDate }),
      observed: z.number().nullable(),
      expected: z.number().nullable(),
      low: z.number().nullable(), // usual range about the expected
      high: z.number().nullable(),
      zones: z.array(z.object({ zone: Zone, name: z.string(), counts })),
      lines: z.array(z.object({ zone: Zone, before: z.array(z.number()), after: z.array(z.number()) })), // none where counts are withheld
    })
    .nullable(),
  leftOut: z.array(z.string()),
  source: z.object({ titles: z.array(z.string()), lastDay: LocalDate, cutoffLocal: LocalMoment }).nullable(),
  caveat: z.string(),
  convention: z.string(),
});
export type ProjectChange = z.infer<typeof ProjectChange>;
