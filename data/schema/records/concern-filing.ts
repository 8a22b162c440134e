import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';
import { LocalMoment, Seen, Words } from './common.ts';
import { Concern, ConcernStatus, ConcernWay, IntakeSheet } from './concern.ts';
import { Meeting } from './contact.ts';

/** Whether words are about how an officer behaved, which is not ours to keep. */
export const AboutOfficer = z.enum(['not-asked', 'no', 'yes']);
/** The answer to it beside words that are added later: who was not asked may leave it out. */
export const AskedOfficer = AboutOfficer.default('not-asked');

/** What a phone sends. The same `clientKey` sent again is the same concern. */
export const NewConcern = IntakeSheet.extend({
  clientKey: z.uuid(),
  aboutOfficer: AboutOfficer,
  meetingId: z.string().max(40).nullable(),
});
export type NewConcern = z.infer<typeof NewConcern>;

/** A street with its hundred-blocks, each with about its middle. */
export const BlockStreet = z.object({
  street: z.string(),
  blocks: z.array(z.tuple([z.number().int(), z.number(), z.number()])), // 4100, lon, lat
});
export type BlockStreet = z.infer<typeof BlockStreet>;

/** The type of the refusal that sends a complaint about an officer elsewhere. */
export const ABOUT_OFFICER = 'urn:commonbeat:about-an-officer';

/** A filed concern, and the sentence a person is told. */
export const Filed = z.object({ concern: Concern, owner: z.string().nullable(), groups: z.array(z.string()) });
export type Filed = z.infer<typeof Filed>;

/** Words that belong to a concern that is already there. */
export const AddedWords = z.object({
  clientKey: z.uuid(),
  words: Words(2000),
  heardAt: LocalMoment,
  efforts: z.string().trim().max(2000),
  aboutOfficer: AboutOfficer,
});
export type AddedWords = z.infer<typeof AddedWords>;

export const AlikeQuestion = IntakeSheet.pick({
  words: true,
  category: true,
  place: true,
  placeWords: true,
  heardAt: true,
}).extend({ besides: z.string().optional() }); // the concern itself, when it is already kept
export type AlikeQuestion = z.infer<typeof AlikeQuestion>;

export const AlikeConcern = z.object({
  concernId: z.string(),
  summary: z.string(), // its title, or the beginning of its words
  placeWords: z.string(),
  score: z.number(),
  reasons: z.array(z.string()), // 6 days ago, 90 m away
});
export type AlikeConcern = z.infer<typeof AlikeConcern>;

/** One row of the list: no name, no reach. */
export const ConcernRow = Concern.pick({
  concernId: true,
  revision: true,
  status: true,
  title: true,
  category: true,
  way: true,
  heardAt: true,
  placeWords: true,
  groupIds: true,
  ownerId: true,
  filedBy: true,
  safetyNow: true,
  peopleCount: true,
  isSignificant: true,
  sharedWithCity: true,
  nextStep: true,
  nextStepOn: true,
  firstActionOn: true,
  lastToldOn: true,
  closedOn: true,
  closeReason: true,
  duplicateOf: true,
}).extend({
  summary: z.string(), // the title, or the beginning of the words
  isOverdue: z.boolean(),
  ageDays: z.number().int().nonnegative(), // since it was heard
  conveyedTo: z.string().nullable(),
  conveyedOn: z.string().nullable(),
  hasPlace: z.boolean(),
});
export type ConcernRow = z.infer<typeof ConcernRow>;

/** What the city's specialist sees (1902.2 A.2): no words of a resident, nobody's name, nothing police-only. */
export const PartnerConcern = Concern.pick({
  concernId: true,
  revision: true,
  title: true,
  category: true,
  status: true,
  heardAt: true,
  groupIds: true,
  placeWords: true, // empty where the resident asked to stay unnamed
  place: true, // none where the resident asked to stay unnamed, or the kind is a protected one
  nextStep: true,
  nextStepOn: true,
  closedOn: true,
});
export type PartnerConcern = z.infer<typeof PartnerConcern>;

const Counts = z.object({
  new: z.number().int(),
  open: z.number().int(), // with the overdue ones
  overdue: z.number().int(),
  closed: z.number().int(),
});
export const ConcernList = z.object({ rows: z.array(ConcernRow), total: z.number().int(), counts: Counts });
export type ConcernList = z.infer<typeof ConcernList>;

export const ConcernQuery = z.object({
  status: z.enum([...ConcernStatus.options, 'overdue', 'waiting']).optional(), // waiting: new and open
  group: z.string().max(80).optional(),
  owner: z.string().max(80).optional(),
  way: ConcernWay.optional(),
  category: z.string().max(40).optional(),
  text: z.string().trim().max(100).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  mine: z.enum(['yes']).optional(), // owned, filed or added to by who asks
  batch: z.string().max(60).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type ConcernQuery = z.infer<typeof ConcernQuery>;

export const ChangedSheet = IntakeSheet.partial().extend({
  ...Seen.shape,
  meetingId: NewConcern.shape.meetingId.optional(), // named afterward, by whoever sorts what came in
  aboutOfficer: AskedOfficer,
});
export type ChangedSheet = z.infer<typeof ChangedSheet>;

/** A meeting that a concern can have been heard at. */
export const RecentMeeting = Meeting.pick({ meetingId: true, groupId: true, startsAt: true, place: true });
export type RecentMeeting = z.infer<typeof RecentMeeting>;

/** People and groups by name, for whoever reads a list; the clock of triage beside them. */
export const Assignees = z.object({
  people: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string(), role: Role })),
  groups: z.array(z.object({ groupId: z.string(), name: z.string(), liaisonId: z.string().nullable() })),
  units: z.array(z.string()),
  meetings: z.array(RecentMeeting), // of the last weeks, the newest first
  triageDays: z.number().int(), // the department's limit for a new concern (V.B.4 names none)
  actionDays: z.number().int(), // for the first action on an open one
});
export type Assignees = z.infer<typeof Assignees>;

/** Acts of the coordinator on an inbound concern. */
export const Assigned = Seen.extend({ ownerId: z.string(), groupIds: z.array(z.string()).max(10).optional() });
export const Merged = Seen.extend({ into: z.string() });
export const Conveyed = Seen.extend({ unit: Words(120), email: z.email().nullable(), words: Words(1000) });
export const Asked = Seen.extend({
  missing: z.array(z.enum(['concern', 'area', 'actions'])).min(1),
  words: Words(1000),
});

export const ImportFile = z.object({
  format: z.enum(['csv', 'open311']),
  name: Words(120),
  text: z.string().min(1).max(4_000_000),
});
export type ImportFile = z.infer<typeof ImportFile>;

/** accepted + rejected + duplicates = read. */
export const ImportPreview = z.object({
  read: z.number().int(),
  accepted: z.number().int(),
  closed: z.number().int(), // of the accepted: those that were closed where they came from
  rejected: z.array(z.object({ line: z.number().int(), reason: z.string() })),
  duplicates: z.array(z.object({ line: z.number().int(), of: z.string() })),
  sample: z.array(z.object({ line: z.number().int(), words: z.string(), heardAt: z.string(), where: z.string() })),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportDone = ImportPreview.extend({ batch: z.string() });
export type ImportDone = z.infer<typeof ImportDone>;

export const InternalAffairs = z.object({ name: z.string(), reach: z.string() });
export type InternalAffairs = z.infer<typeof InternalAffairs>;
