import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';
import { LocalDate, LocalMoment } from './common.ts';
import { Notice } from './notice.ts';

/** A concern without word for too long, as a meeting's display may show it: no resident's words, no names. */
const OverdueConcern = z.object({
  concernId: z.string(),
  title: z.string(), // of the staff; empty where there is none, or its kind is protected
  category: z.string().nullable(), // null too where the reader's role is not told of its kind
  isProtected: z.boolean(),
  ownerRole: Role.nullable(), // null: nobody has taken it
  days: z.number().int().positive(), // overdue by
  nextStep: z.string(),
  nextStepOn: LocalDate.nullable(),
});

const SilentReferral = z.object({
  referralId: z.string(),
  concernId: z.string(),
  to: z.string(),
  ownerRole: Role.nullable(), // of the concern
  days: z.number().int().nonnegative(), // since it was asked
});

const PromiseDue = z.object({ promiseId: z.string(), words: z.string(), days: z.number().int() }); // below zero: so many are left

const MeetingGroup = z.object({
  isActive: z.boolean(),
  isMissed: z.boolean(), // its last quarter passed without contact (1902.2 C)
  lastMadeOn: LocalDate.nullable(),
  state: z.enum(['done', 'planned', 'due', 'soon', 'late']).nullable(), // null: it has no clock
  daysLeft: z.number().int().nullable(),
  quarter: z.string(), // 2026-Q4; empty where it has no clock
  nextMeeting: LocalMoment.nullable(),
  promises: z.array(PromiseDue), // within a week or past
});

/** What leadership was told once: to each role its own notice, with the proof of reading. */
const MeetingEscalation = z.object({ title: z.string(), words: z.string(), notices: z.array(Notice).min(1) });
export type MeetingEscalation = z.infer<typeof MeetingEscalation>;

/** One stop of the weekly meeting (C3). */
export const MeetingArea = z.object({
  areaId: z.string(), // of a group; empty for what belongs to none
  name: z.string(),
  concerns: z.array(OverdueConcern), // longest first
  referrals: z.array(SilentReferral),
  group: MeetingGroup.nullable(),
  escalations: z.array(MeetingEscalation), // waiting ones, and those acknowledged in the last week
});
export type MeetingArea = z.infer<typeof MeetingArea>;

export const WeeklyMeeting = z.object({ asOfLocal: LocalMoment, areas: z.array(MeetingArea) }); // alphabetical
export type WeeklyMeeting = z.infer<typeof WeeklyMeeting>;
