import { z } from 'zod';

/** What one kind of call came to. `calls` is null where it is withheld: few enough to point at somebody. */
export const BriefingLine = z.object({
  category: z.string(),
  label: z.string(),
  shown: z.enum(['count', 'zero', 'withheld']),
  calls: z.number().int().nullable(),
  usual: z.object({ low: z.number().int(), high: z.number().int() }).nullable(), // null: not judged, or withheld
  against: z.enum(['more', 'as-usual', 'fewer', 'not-judged']),
});
export type BriefingLine = z.infer<typeof BriefingLine>;

/** The counts of a hand-out: only kinds that may be public, and no small number. */
export const BriefingTotals = z.object({
  answer: z.string(), // one sentence or two, for whoever reads only those
  lines: z.array(BriefingLine), // every public kind once: unusual first, then the most calls
  callsShown: z.number().int(), // the sum of the counts shown, and of no others
  leastShown: z.number().int(),
});
export type BriefingTotals = z.infer<typeof BriefingTotals>;
