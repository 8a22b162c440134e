import { z } from 'zod';
import { Kept, LocalDate, LocalMoment, Words } from './common.ts';

/** What the Monday sweep lays before an analyst. */
export const CandidateKind = z.enum(['spike', 'string', 'emerging', 'hot-address']);
export type CandidateKind = z.infer<typeof CandidateKind>;

/** Names one candidate of one week; the key is the same again when the same thing shows the week after. */
export const CandidateName = z.object({
  kind: CandidateKind,
  candidateKey: z.string().min(1).max(300), // spike: area~category; the others: see web/compute/sweep.ts
  week: LocalDate, // its Monday
});
export type CandidateName = z.infer<typeof CandidateName>;

export const SweepChoice = z.enum(['dismiss', 'watch', 'pattern']);
export type SweepChoice = z.infer<typeof SweepChoice>;

/** What a person decided about a candidate, with the sentence that they had before them. */
export const SweepVerdict = Kept.extend(CandidateName.shape).extend({
  verdictId: z.string(), // V-0012
  category: z.string().nullable(),
  groupIds: z.array(z.string()).max(60), // the groups it touches
  title: Words(200), // Theft from vehicle, Eastbank
  sentence: Words(500), // Usual range 3 to 9; last week 14: unusual.
  code: z.string().max(40).nullable(), // of the figure
  choice: SweepChoice,
  reason: z.string().trim().max(1000), // due where dismissed
  watchFrom: z.number().int().positive().nullable(), // marked when it comes to this many in a week
  patternId: z.string().nullable(), // due where a pattern was made
  sentTo: z.array(z.object({ personId: z.string(), name: z.string(), at: LocalMoment })),
});
export type SweepVerdict = z.infer<typeof SweepVerdict>;

const isReasoned = ({ choice, reason }: { choice: SweepChoice; reason: string }) =>
  choice !== 'dismiss' || reason !== '';
const REASON_DUE = { path: ['reason'], error: 'Say why it is dismissed: the reason is kept with the record.' };

const NEW_VERDICT = SweepVerdict.pick({
  kind: true,
  candidateKey: true,
  week: true,
  category: true,
  groupIds: true,
  title: true,
  sentence: true,
  code: true,
  choice: true,
  reason: true,
  watchFrom: true,
  patternId: true,
}).extend({ sendTo: z.array(z.string().min(1)).max(60).default([]) }); // personIds, each told once

/** A verdict as it is first given. */
export const NewSweepVerdict = NEW_VERDICT.refine(isReasoned, REASON_DUE);
export type NewSweepVerdict = z.infer<typeof NewSweepVerdict>;

/** A verdict that is thought over: what was decided changes, what it is about does not. */
export const ChangedSweepVerdict = NEW_VERDICT.pick({
  choice: true,
  reason: true,
  watchFrom: true,
  patternId: true,
  sendTo: true,
})
  .extend({ revision: z.number().int().positive() })
  .refine(isReasoned, REASON_DUE);
export type ChangedSweepVerdict = z.infer<typeof ChangedSweepVerdict>;

/** A sweep as the server keeps it: this week's verdicts, what is still watched from before, and what the reader has seen. */
export const Sweep = z.object({
  week: LocalDate,
  verdicts: z.array(SweepVerdict),
  watched: z.array(SweepVerdict), // of earlier weeks: each candidate's last verdict where that was to watch
  seen: z.array(CandidateName.omit({ week: true })), // by the reader, this week
});
export type Sweep = z.infer<typeof Sweep>;
