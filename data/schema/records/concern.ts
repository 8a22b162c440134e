import { z } from 'zod';
import { CATEGORIES, type CategoryCode } from '#data/codes/categories.ts';
import { Kept, LocalDate, LocalMoment, Words } from './common.ts';

export const ConcernWay = z.enum(['meeting', 'email', 'phone', 'walk-in', 'web', 'patrol', 'import']);
export const ConcernStatus = z.enum(['new', 'open', 'closed']); // new: nobody has taken it yet
export const CloseReason = z.enum([
  'resolved',
  'no-action-needed',
  'not-fixable',
  'not-ours',
  'duplicate',
  'withdrawn',
]);
export type CloseReason = z.infer<typeof CloseReason>;

const ConcernCategory = z.enum(CATEGORIES.map(({ category }) => category) as [CategoryCode, ...CategoryCode[]]); // the row boundary

const LonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** Where: as exactly as the resident said it, and no more. */
export const ConcernPlace = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: LonLat }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(LonLat).min(2).max(200) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(LonLat).min(4).max(500)).min(1) }),
]);
export type ConcernPlace = z.infer<typeof ConcernPlace>;

/** The intake sheet (1902.3 A; P3103 V.B.4). `words`, `efforts` and `recommendedSolutions` are its three named parts. */
export const IntakeSheet = z.object({
  words: Words(4000), // the concern in the resident's words; never published by itself
  title: z.string().trim().max(120), // staff summary; empty until somebody writes one
  category: ConcernCategory.nullable(),
  way: ConcernWay,
  heardAt: LocalMoment,
  place: ConcernPlace.nullable(),
  placeWords: z.string().trim().max(300), // 1100 block, Linnet Avenue; behind the school
  placeConfidence: z.enum(['exact', 'about', 'words-only']),
  groupIds: z.array(z.string()).max(10), // the groups it lies in or speaks for
  whenHappens: z.string().max(200), // days and hours, as said
  since: z.string().max(100),
  howOften: z.string().max(100),
  whoAffected: z.string().max(200),
  safetyNow: z.boolean(),
  peopleCount: z.number().int().min(1).max(9999).nullable(), // how many said it
  contactWish: z.enum(['anonymous', 'may-call', 'may-email', 'none-given']),
  contactName: z.string().max(120),
  contactReach: z.string().max(120), // phone or mail; empty where anonymous
  language: z.enum(['en', 'es', 'other']),
  efforts: z.string().trim().max(4000), // efforts so far
  recommendedSolutions: z.string().trim().max(4000),
  caseNumbers: z.array(z.string().max(40)).max(20), // internal
});
export type IntakeSheet = z.infer<typeof IntakeSheet>;

export const Concern = IntakeSheet.extend(Kept.shape).extend({
  concernId: z.string(), // C-0388
  status: ConcernStatus,
  ownerId: z.string().nullable(), // stays the owner through referrals (1902.2 A.7)
  filedBy: z.string(), // stays on it until it is closed (V.B.4)
  meetingId: z.string().nullable(),
  duplicateOf: z.string().nullable(), // concernId
  sharedWithCity: z.boolean(), // 1902.2 A.2
  isSignificant: z.boolean(), // a person's judgment (1902.2 A.8)
  firstActionOn: LocalDate.nullable(),
  lastToldOn: LocalDate.nullable(), // the last word to the group
  nextStep: z.string().max(300),
  nextStepOn: LocalDate.nullable(),
  closedOn: LocalDate.nullable(),
  closeReason: CloseReason.nullable(),
  closeWords: z.string().max(1000), // said to the group
  residentAgrees: z.boolean().nullable(),
});
export type Concern = z.infer<typeof Concern>;

export const UpdateKind = z.enum([
  'said', // the resident or group said something more
  'did', // an action
  'told', // word to the group
  'conveyed', // to a unit (V.B.2.e)
  'status',
  'merged',
  'note', // internal
  'partner', // the city's specialist wrote it
]);
/** One line of "who said what to whom" (1902.2 A.6). */
export const ConcernUpdate = z.object({
  updateId: z.string(),
  concernId: z.string(),
  kind: UpdateKind,
  at: LocalMoment,
  by: z.string(), // personId
  from: z.string().max(120), // as read by a person: CRO Whitlock, the group
  to: z.string().max(120),
  words: Words(2000),
});
export type ConcernUpdate = z.infer<typeof ConcernUpdate>;

export const Referral = Kept.extend({
  referralId: z.string(), // R-0012
  concernId: z.string(),
  to: Words(120), // Traffic Unit; City, street lamps
  toEmail: z.email().nullable(),
  isInside: z.boolean(), // another division of the department
  whyNeeded: Words(1000), // required: no unnecessary referrals (1902.2 A.7)
  referredOn: LocalDate,
  expectedBy: LocalDate,
  status: z.enum(['waiting', 'answered', 'declined', 'withdrawn']),
  answer: z.string().max(2000),
  answeredOn: LocalDate.nullable(),
  nudges: z.array(
    z.object({ on: LocalDate, by: z.string(), way: z.enum(['email', 'phone', 'in-person']), words: z.string() }),
  ),
});
export type Referral = z.infer<typeof Referral>;
