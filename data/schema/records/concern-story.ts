import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';
import { LocalDate, Seen, Words } from './common.ts';
import { CloseReason, Concern, ConcernUpdate, Referral } from './concern.ts';
import { AskedOfficer } from './concern-filing.ts';
import { Contact } from './contact.ts';

export const AgedReferral = Referral.extend({
  ageDays: z.number().int(),
  isSilent: z.boolean(), // no answer, and too old or past the day it was expected
});
export type AgedReferral = z.infer<typeof AgedReferral>;

export const ReferralScope = z.enum(['mine', 'silent', 'all']);
export type ReferralScope = z.infer<typeof ReferralScope>;

export const ReferralList = z.object({
  referrals: z.array(
    AgedReferral.extend({
      concern: Concern.pick({ concernId: true, title: true, status: true, ownerId: true, groupIds: true }),
    }),
  ),
  silentAfterDays: z.number().int(),
});
export type ReferralList = z.infer<typeof ReferralList>;

const StoryPerson = z.object({ personId: z.string(), name: z.string(), title: z.string(), role: Role });
export type StoryPerson = z.infer<typeof StoryPerson>;

/** One field of a concern or referral that somebody changed. A private one says only that it changed. */
export const StoryChange = z.object({
  number: z.number().int(),
  localAt: z.string(),
  personId: z.string(),
  action: z.string(),
  kind: z.string(),
  recordId: z.string(),
  changed: z.record(z.string(), z.unknown()),
});
export type StoryChange = z.infer<typeof StoryChange>;

/** A contact in which the concern was raised. */
export const RaisedIn = Contact.pick({ contactId: true, groupId: true, at: true, way: true, result: true });
export type RaisedIn = z.infer<typeof RaisedIn>;

/** All that the page of one concern shows. */
export const ConcernStory = z.object({
  concern: Concern.extend({ words: z.string() }), // the city's specialist sees no words of a resident
  hidesReach: z.boolean(), // how the resident is reached is for others than this reader
  updates: z.array(ConcernUpdate), // newest first
  referrals: z.array(AgedReferral),
  silentAfterDays: z.number().int(),
  raisedIn: z.array(RaisedIn).default([]), // newest first
  duplicates: z.array(z.object({ concernId: z.string(), title: z.string() })),
  participants: z.array(z.string()), // personIds; empty once it is closed
  people: z.array(StoryPerson),
  groups: z.array(z.object({ groupId: z.string(), name: z.string() })),
  changes: z.array(StoryChange), // newest first
  writesTo: z.object({ resident: z.string().nullable(), representatives: z.array(z.string()) }), // an address that may be written to, masked where it is for others; names of those who have one
});
export type ConcernStory = z.infer<typeof ConcernStory>;

const MailTo = z.enum(['none', 'resident', 'representative']);

export const NewWord = Seen.extend({
  kind: z.enum(['said', 'did', 'told', 'conveyed', 'note']),
  other: z.string().trim().max(120), // who said it, or whom it was told
  words: Words(2000),
  on: LocalDate,
  mail: MailTo,
  aboutOfficer: AskedOfficer,
});
export type NewWord = z.infer<typeof NewWord>;

export const PartnerWord = z.object({ words: Words(2000), aboutOfficer: AskedOfficer });

/** What can become of a concern beside its triage, each with the revision that was seen. */
export const StatusAct = z.discriminatedUnion('act', [
  Seen.extend({
    act: z.literal('close'),
    reason: CloseReason.exclude(['duplicate']),
    words: Words(600),
    declinedBy: z.string().trim().max(120),
    instead: z.string().trim().max(200),
    residentAgrees: z.boolean().nullable(),
    mail: z.enum([...MailTo.options, 'nobody']), // none: told without a mail; nobody: not told yet
  }),
  Seen.extend({ act: z.literal('reopen'), words: Words(1000) }),
  Seen.extend({ act: z.literal('next-step'), nextStep: z.string().trim().max(300), nextStepOn: LocalDate.nullable() }),
  Seen.extend({ act: z.literal('significance'), isSignificant: z.boolean(), words: Words(1000) }),
]);
export type StatusAct = z.infer<typeof StatusAct>;

export const Sharing = Seen.extend({ sharedWithCity: z.boolean() });

export const NewReferral = Seen.extend({
  ...Referral.pick({ to: true, toEmail: true, isInside: true, whyNeeded: true, expectedBy: true }).shape,
}); // revision: that of the concern
export type NewReferral = z.infer<typeof NewReferral>;

export const ReferralAct = z.discriminatedUnion('act', [
  Seen.extend({
    act: z.literal('nudge'),
    way: z.enum(['email', 'phone', 'in-person']),
    words: z.string().trim().max(1000),
  }),
  Seen.extend({ act: z.literal('answer'), words: Words(2000) }),
  Seen.extend({ act: z.literal('decline'), words: Words(2000) }),
  Seen.extend({ act: z.literal('withdraw'), words: Words(1000) }),
]);
export type ReferralAct = z.infer<typeof ReferralAct>;
