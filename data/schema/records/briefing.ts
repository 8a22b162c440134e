import { z } from 'zod';
import { LocalDate, LocalMoment } from './common.ts';

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

/** The totals of one group over some days, with all that must be printed under them. */
export const Briefing = z.object({
  groupId: z.string(),
  groupName: z.string(),
  city: z.string(),
  from: LocalDate,
  to: LocalDate, // inclusive
  follows: z.object({ meetingId: z.string(), on: LocalDate, place: z.string() }).nullable(), // the meeting these days begin after
  totals: BriefingTotals,
  boundary: z.object({
    versionId: z.string(),
    validFrom: LocalDate,
    isNewer: z.boolean(), // it was redrawn within these days; all of them are counted inside this one
  }),
  notCounted: z.object({
    kinds: z.array(z.string()), // labels of kinds that are never public
    notPlaced: z.number().int(), // calls of public kinds without a usable place, in the whole city
    monthOnly: z.number().int(), // of which only the month is known, and it is not wholly within these days
  }),
  source: z.object({
    titles: z.array(z.string()),
    cutoffLocal: LocalMoment,
    askedTo: LocalDate.nullable(), // the last day asked for, where the calls do not reach it
  }),
});
export type Briefing = z.infer<typeof Briefing>;
