import { z } from 'zod';
import { LocalDate } from './common.ts';

/** The page that a record is read on, where it has none of its own. */
export const ProofPage = z.enum([
  'concern',
  'contacts', // the log, of one group
  'group',
  'boundary',
  'meeting',
  'report',
  'escalations',
  'settings',
  'register',
  'spikes', // the weekly sweep
  'pattern',
  'hand-out',
]);
export type ProofPage = z.infer<typeof ProofPage>;

/** One record that shows a clause was done. */
export const ProofRow = z.object({
  record: z.string(), // contact, report, assessment …
  id: z.string(),
  on: LocalDate,
  title: z.string(),
  page: ProofPage,
  of: z.string(), // whose page: a concern for a referral, a group for its contact
});
export type ProofRow = z.infer<typeof ProofRow>;

export const Standard = z.object({
  clause: z.string().min(1).max(20),
  standard: z.string().trim().min(1).max(40), // the standard's own number; its text is not ours to ship
  edition: z.string().trim().max(40),
  note: z.string().trim().max(500),
});
export type Standard = z.infer<typeof Standard>;

/** Filled in by the department. `revision` guards it, as a record's does. */
export const Crosswalk = z.object({ revision: z.number().int().nonnegative(), rows: z.array(Standard).max(500) });
export type Crosswalk = z.infer<typeof Crosswalk>;

/** Something that a clause asks for and that was not done: by when, or null where it waits to be acknowledged. */
export const Owed = z.object({ what: z.string(), dueOn: LocalDate.nullable() });
export type Owed = z.infer<typeof Owed>;

export const ClauseProof = z.object({
  clause: z.string(),
  text: z.string(),
  count: z.number().int(),
  rows: z.array(ProofRow), // the newest hundred
  gaps: z.array(z.string()), // in plain words; none where the clause is proved
  owed: z.array(Owed), // each thing that a gap counts
  standards: z.array(Standard),
});
export type ClauseProof = z.infer<typeof ClauseProof>;

export const Proof = z.object({
  profileId: z.string(),
  title: z.string(),
  department: z.string(),
  from: LocalDate,
  to: LocalDate,
  clauses: z.array(ClauseProof),
  crosswalk: Crosswalk,
});
export type Proof = z.infer<typeof Proof>;
