import { z } from 'zod';
import { Kept, LocalDate, LocalMoment, Words } from './common.ts';

export const ContactWay = z.enum(['in-person', 'phone', 'email', 'meeting', 'consultation', 'letter', 'text-message']);

/** One logged reach-out to a group. Only `made` stops the quarter clock (1902.2 C). */
export const ContactFields = z.object({
  groupId: z.string().min(1),
  representativeId: z.string().nullable(),
  result: z.enum(['attempted', 'made']),
  way: ContactWay, // a consultation on a challenging issue (1902.2 B.5) is a contact too
  at: LocalMoment,
  officerId: z.string(),
  topics: z.string().trim().max(1000),
  concernIds: z.array(z.string().max(40)).max(20).default([]), // the concerns raised in it
  next: z.string().trim().max(300),
});
export const Contact = ContactFields.extend(Kept.shape).extend({
  contactId: z.string(),
  meetingId: z.string().nullable(), // made by attending it
});
export type Contact = z.infer<typeof Contact>;

/** A contact somebody intends; the dotted mark of the duty screen. */
export const PlannedContactFields = z.object({
  groupId: z.string().min(1),
  on: LocalDate,
  what: Words(200),
  officerId: z.string(),
});
export const PlannedContact = PlannedContactFields.extend(Kept.shape).extend({ plannedId: z.string() });
export type PlannedContact = z.infer<typeof PlannedContact>;

export const Invitation = z.object({
  unit: Words(120), // patrol, Traffic Unit (1902.2 B.3)
  email: z.email().nullable(),
  reply: z.enum(['waiting', 'accepted', 'declined']),
});
export const MeetingFields = z.object({
  groupId: z.string().min(1),
  startsAt: LocalMoment,
  endsAt: LocalMoment,
  place: Words(200),
  agenda: z.array(z.string().trim().min(1).max(300)).max(40),
  invitations: z.array(Invitation).max(20),
});
export const Meeting = MeetingFields.extend(Kept.shape).extend({
  meetingId: z.string(),
  status: z.enum(['planned', 'held', 'cancelled']),
  attendedBy: z.array(z.string()), // personIds of ours; empty on a held meeting is a gap (1902.2 A.5)
  attendance: z.number().int().min(0).max(9999).nullable(), // people who came
  minutes: z.string().max(10_000), // of a cancelled meeting: why it was called off
});
export type Meeting = z.infer<typeof Meeting>;

/** What was promised to a group; it opens the next agenda until it is kept. */
export const PromiseFields = z.object({
  groupId: z.string().min(1),
  meetingId: z.string().nullable(),
  concernId: z.string().nullable(),
  words: Words(500),
  promisedOn: LocalDate,
  dueOn: LocalDate,
  ownerId: z.string(),
});
export const GroupPromise = PromiseFields.extend(Kept.shape).extend({
  promiseId: z.string(),
  status: z.enum(['open', 'kept', 'not-kept', 'released']), // released: the group no longer asks for it
  outcome: z.string().max(500), // what was done, or the honest reason
  closedOn: LocalDate.nullable(),
});
export type GroupPromise = z.infer<typeof GroupPromise>;
