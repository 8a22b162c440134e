import { z } from 'zod';
import { BriefingLine } from './briefing.ts';
import { Kept, LocalDate, LocalMoment, Seen, Words } from './common.ts';

export const HandOutLanguage = z.enum(['en', 'es']);
export type HandOutLanguage = z.infer<typeof HandOutLanguage>;
export const PaperSize = z.enum(['letter', 'a4']);
export type PaperSize = z.infer<typeof PaperSize>;

/** Words of a person. Nobody has written the Spanish yet where it is null: the English is printed, and marked as English. */
export const TwoTongues = z.object({ en: z.string().trim().max(600), es: z.string().trim().max(600).nullable() });
export type TwoTongues = z.infer<typeof TwoTongues>;

const LonLat = z.tuple([z.number(), z.number()]);
const MeetingNamed = z.object({ meetingId: z.string(), startsAt: LocalMoment, endsAt: LocalMoment, place: z.string() });

/** One thing that an officer may leave out, move or reword. `itemId` stays the same from page to page. */
export const HandOutItem = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('concern'),
    itemId: z.string(), // concern/C-0388
    category: z.string().nullable(),
    said: TwoTongues, // staff summary of the resident's words
    did: TwoTongues, // empty: nothing yet
    notYet: TwoTongues,
    isOpen: z.boolean(),
    nextOn: LocalDate.nullable(), // when the group hears of it again
  }),
  z.object({
    part: z.literal('promise'),
    itemId: z.string(),
    words: TwoTongues,
    dueOn: LocalDate,
    isLate: z.boolean(),
    keptOn: LocalDate.optional(), // it was kept; its words then say how
  }),
  z.object({ part: z.literal('news'), itemId: z.string(), words: TwoTongues, eventOn: LocalDate.nullable() }),
  z.object({ part: z.literal('project'), itemId: z.string(), words: TwoTongues }),
  z.object({ part: z.literal('tip'), itemId: z.string() }), // tip/<category>/<n>: its words stand in data/tips
  z.object({ part: z.literal('line'), itemId: z.literal('line'), words: TwoTongues }), // what the officer added
]);
export type HandOutItem = z.infer<typeof HandOutItem>;

/** A count of a kind as the gate let it through, with the one that the group's last page printed. */
export const HandOutLine = BriefingLine.extend({ before: z.number().int().nullable() });
export type HandOutLine = z.infer<typeof HandOutLine>;

/** Places, 125 or 250 m wide, with at least `leastShown` calls of one kind, each moved to a point that stands for 8 addresses or more. */
export const HandOutDots = z.object({
  category: z.string(),
  label: z.string(),
  points: z.array(z.object({ at: LonLat, near: z.string() })), // near: a street there, or empty
});
export type HandOutDots = z.infer<typeof HandOutDots>;

/** Calls of a concern's kind, in periods of four weeks or of a month; of several together where one alone could not be told. */
export const ConcernCalls = z.object({
  concernId: z.string(), // C-0388
  category: z.string(),
  label: z.string(),
  heardOn: LocalDate,
  periods: z.array(z.object({ from: LocalDate, to: LocalDate, calls: z.number().int().nullable() })), // null: withheld
});
export type ConcernCalls = z.infer<typeof ConcernCalls>;

export const HandOutCalls = z.object({
  lines: z.array(HandOutLine), // every public kind once, in printed order
  leastShown: z.number().int(),
  dots: HandOutDots.nullable(), // null: no kind has enough calls at one place
  beforeDays: z.object({ from: LocalDate, to: LocalDate }).nullable(), // of the group's last page, where it is as long
  notPlaced: z.number().int(), // of the whole city, rounded up to a multiple of leastShown: "up to 25"
  monthOnly: z.number().int(), // likewise; the days cut their month
  byMonth: z.literal(true).optional(), // of some calls only the month is known: whole months are told
  concernCalls: z.array(ConcernCalls).max(3).optional(), // of open concerns of the page; absent on older pages
  notCounted: z.array(z.string()), // categories that are never public
  sources: z.array(z.string()),
  cutoffLocal: LocalMoment,
  boundary: z.object({ versionId: z.string(), validFrom: LocalDate, isNewer: z.boolean() }),
});
export type HandOutCalls = z.infer<typeof HandOutCalls>;

/** All that a page says, in no language yet: frozen when it is released. */
export const HandOutFacts = z.object({
  groupId: z.string(),
  groupName: z.string(),
  city: z.string(),
  department: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  officer: z.string().nullable(), // CRO Whitlock
  from: LocalDate,
  to: LocalDate, // inclusive
  follows: z.object({ meetingId: z.string(), on: LocalDate, place: z.string() }).nullable(),
  meeting: MeetingNamed.nullable(), // that the page is for
  next: MeetingNamed.nullable(), // the one after it
  calls: HandOutCalls,
  items: z.array(HandOutItem).max(60), // in their printed order
});
export type HandOutFacts = z.infer<typeof HandOutFacts>;

const ItemWords = z.object({
  said: TwoTongues.optional(),
  did: TwoTongues.optional(),
  notYet: TwoTongues.optional(),
  words: TwoTongues.optional(),
});

/** What an officer chose: which items in which order, and words said better. Numbers are nobody's choice. */
export const HandOutChoices = z.object({
  items: z.array(z.string().max(120)).max(60), // itemIds, in their order
  words: z.record(z.string().max(120), ItemWords), // by itemId
  line: TwoTongues.nullable(),
});
export type HandOutChoices = z.infer<typeof HandOutChoices>;

export const HandOutDraftFields = z.object({
  meetingId: z.string().nullable(),
  from: LocalDate,
  to: LocalDate,
  choices: HandOutChoices,
});
export type HandOutDraftFields = z.infer<typeof HandOutDraftFields>;
export const HandOutDraft = HandOutDraftFields.extend(Kept.shape).extend({ groupId: z.string() });
export type HandOutDraft = z.infer<typeof HandOutDraft>;

/** Why a page may not leave yet, and where on it the fault stands. */
export const HandOutFault = z.object({
  itemId: z.string().nullable(), // null: of the page as a whole
  field: z.string(), // said, did, notYet, words, phone, …
  language: HandOutLanguage.nullable(),
  kind: z.string(), // name, phone, email, address, …, no-phone, too-long
  text: z.string(), // what was found
  message: z.string(), // what to do
});
export type HandOutFault = z.infer<typeof HandOutFault>;

/** A page that was released; `code` leads to a recount of its numbers. */
export const HandOut = z.object({
  handOutId: z.string(), // HO-0012
  groupId: z.string(),
  meetingId: z.string().nullable(),
  from: LocalDate,
  to: LocalDate,
  code: z.string(), // CB-9M2D-05KT
  hash: z.string(), // SHA-256 of the facts
  releasedAt: LocalMoment,
  releasedBy: z.string(),
  withdrawnAt: LocalMoment.nullable(), // no longer on the public page; what it told stays told
  withdrawnWhy: z.string(),
});
export type HandOut = z.infer<typeof HandOut>;

/** What the builder opens with: everything that could stand on the page, and what was chosen of it so far. */
export const HandOutDesk = z.object({
  facts: HandOutFacts, // with the draft's choices, or the suggested ones where there is no draft
  offered: z.array(HandOutItem), // all that may be ticked, in the suggested order, in the records' own words
  suggested: HandOutChoices,
  draft: HandOutDraft.nullable(),
  faults: z.array(HandOutFault),
  factsHash: z.string(), // sent with the release: another one means that something changed since it was seen
  meetings: z.array(MeetingNamed), // that the page may be for, the next first
  released: z.array(HandOut), // earlier pages of the group, the newest first, at most 60
});
export type HandOutDesk = z.infer<typeof HandOutDesk>;

/** A number that a page printed, counted again. */
export const Recount = z.object({
  handOut: HandOut,
  groupName: z.string(),
  lines: z.array(
    z.object({ category: z.string(), label: z.string(), printed: z.number().int(), now: z.number().int() }),
  ),
  concernCalls: z.array(
    z.object({
      ...{ category: z.string(), label: z.string(), from: LocalDate, to: LocalDate },
      ...{ printed: z.number().int(), now: z.number().int() },
    }),
  ), // of the charts of concerns; each kind once
});
export type Recount = z.infer<typeof Recount>;

/** Somebody who gets a group's pages by mail, because they said so. */
export const HandOutReader = z.object({
  readerId: z.string(),
  groupId: z.string(),
  representativeId: z.string(),
  email: z.email(),
  language: HandOutLanguage,
  consentedOn: LocalDate,
  consentHow: Words(200), // at the meeting of December 17, in writing, …
  endedOn: LocalDate.nullable(),
  endedHow: z.string().max(200), // by the link in the mail, or told to whom
});
export type HandOutReader = z.infer<typeof HandOutReader>;

/** What is asked of whoever signs a representative up. */
export const HandOutReaderFields = HandOutReader.pick({
  representativeId: true,
  language: true,
  consentedOn: true,
  consentHow: true,
});
export type HandOutReaderFields = z.infer<typeof HandOutReaderFields>;

/** A reader as the group's screen lists them. */
export const ListedReader = HandOutReader.extend(Seen.shape).extend({
  name: z.string(),
  position: z.string(),
  isInOffice: z.boolean(), // nobody else is written to
});
export type ListedReader = z.infer<typeof ListedReader>;

export const HandOutDelivery = z.object({
  deliveryId: z.string(),
  handOutId: z.string(),
  readerId: z.string(),
  email: z.string(),
  sentAt: LocalMoment,
  sentBy: z.string(),
});
export type HandOutDelivery = z.infer<typeof HandOutDelivery>;

/** One press for every group. Work that was cut off goes on where it stopped. */
export const HandOutRun = z.object({
  runId: z.string(), // HR-0001
  from: LocalDate,
  to: LocalDate,
  languages: z.array(HandOutLanguage).min(1),
  paper: PaperSize,
  startedAt: LocalMoment,
  startedBy: z.string(),
  pages: z.array(
    z.object({
      groupId: z.string(),
      groupName: z.string(),
      state: z.enum(['waiting', 'made', 'not-made']),
      handOutId: z.string().nullable(),
      why: z.string(), // why it could not be made
    }),
  ),
});
export type HandOutRun = z.infer<typeof HandOutRun>;
