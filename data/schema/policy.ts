import { z } from 'zod';
import { Role } from './release-level.ts';

/** When something falls due. What the policy leaves open is the department's choice and is shown as one. */
export const Cadence = z.discriminatedUnion('every', [
  z.object({
    every: z.literal('quarter'),
    clock: z.enum(['calendar', 'rolling-92-days']),
    dueDaysAfter: z.number().int().min(0),
  }),
  z.object({ every: z.literal('month'), dueDaysAfter: z.number().int().min(0) }), // after the month's end
  z.object({ every: z.literal('year'), from: z.iso.date() }),
  z.object({ every: z.literal('event'), withinDays: z.number().int().min(0) }), // days from what started it
  z.object({ every: z.literal('ongoing') }), // no clock in the policy
]);
export type Cadence = z.infer<typeof Cadence>;

export const Clause = z.object({
  clause: z.string(), // exactly as the clause table prints it: A.1 … B.8, 1902.2 C, 1902.3 A, V.A.1.a … V.B.4
  text: z.string(), // the policy's own words
  cadence: Cadence,
  subject: z.enum(['group', 'officer', 'department', 'concern', 'referral', 'meeting', 'program']),
  roles: z.array(Role).min(1), // who owes it
  recipients: z.array(Role),
  records: z.array(z.string()).min(1), // what proves it: contact, report, register kinds …
  openChoices: z.array(z.object({ what: z.string(), chosen: z.string() })), // left open by the policy
  standards: z.array(z.string()), // tags as the policy prints them
});
export type Clause = z.infer<typeof Clause>;

export const PolicyProfile = z.object({
  profileId: z.string(), // asheville-1902
  title: z.string(),
  department: z.string(),
  revisedOn: z.iso.date(),
  reviewEvery: z.enum(['year', 'none']),
  clauses: z.array(Clause).min(1),
});
export type PolicyProfile = z.infer<typeof PolicyProfile>;

/** One thing owed: by whom, under which clause, by when. Made by `analysis/duty` from records and a profile. */
export const Duty = z.object({
  dutyId: z.string(), // 1902.2 C/eastbank/2026-Q4
  clause: z.string(),
  what: z.string(), // Contact with Eastbank
  subject: z.string(), // groupId, personId, concernId …
  owes: z.array(z.string()), // personIds
  state: z.enum(['done', 'planned', 'due', 'soon', 'late']),
  startsOn: z.iso.date(),
  dueOn: z.iso.date().nullable(),
  doneOn: z.iso.date().nullable(),
  proof: z.array(z.string()), // record ids
});
export type Duty = z.infer<typeof Duty>;
