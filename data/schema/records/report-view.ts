import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';
import { LocalDate, LocalMoment, Seen } from './common.ts';
import { Report, ReportKind } from './report.ts';

/** How a report stands against its day. */
export const ReportStanding = z.object({
  dueOn: LocalDate,
  state: z.enum(['running', 'due', 'late', 'sent', 'received']),
  daysLate: z.number().int(), // of a draft until today, of a report until it was sent
});
export type ReportStanding = z.infer<typeof ReportStanding>;

/** One line of the list of reports. */
export const ReportLine = Report.omit({ parts: true, summary: true, revision: true, createdAt: true, createdBy: true })
  .omit({ updatedAt: true, updatedBy: true, hash: true })
  .extend({
    subjectName: z.string(),
    standing: ReportStanding,
    isMine: z.boolean(), // the reader writes it
    receivesRole: Role,
  });
export type ReportLine = z.infer<typeof ReportLine>;

export const ReportLackLine = z.object({ code: z.string(), itemId: z.string().nullable(), words: z.string() });

/** A report as its screen shows it. */
export const ReportSheet = z.object({
  report: Report,
  subjectName: z.string(),
  standing: ReportStanding,
  lacks: z.array(ReportLackLine), // of a draft: what must be done before it can be sent
  hashHolds: z.boolean().nullable(), // of what was sent: true while it says what it said then
  earlierIds: z.array(z.string()), // what part d follows from
  mayWrite: z.boolean(),
  mayReceive: z.boolean(),
  mayAmend: z.boolean(), // of what one sent oneself
  receivesRole: Role,
  groupNames: z.record(z.string(), z.string()),
  personNames: z.record(z.string(), z.string()),
});
export type ReportSheet = z.infer<typeof ReportSheet>;

export const ReportOrder = z.strictObject({
  kind: ReportKind,
  period: z.string().regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/, 'a month as 2026-11, a quarter as 2026-Q3'),
  subject: z.string().min(1).max(80).nullable(),
});
export type ReportOrder = z.infer<typeof ReportOrder>;

/** Words and actions only: a figure, an item or the order of part d is nothing that can be sent. */
export const ReportChange = z.strictObject({
  ...Seen.shape,
  summary: z.string().max(4000).optional(),
  none: z
    .array(z.strictObject({ part: z.string(), none: z.string().trim().max(300) }))
    .max(20)
    .optional(),
  items: z
    .array(
      z.strictObject({
        part: z.string(),
        itemId: z.string(),
        words: z.string().max(2000).optional(),
        action: z.string().trim().max(500).optional(),
        reasonForNone: z.string().trim().max(500).optional(),
      }),
    )
    .max(500)
    .optional(),
});
export type ReportChange = z.infer<typeof ReportChange>;

/** A record behind a figure. */
export const EvidenceLine = z.object({
  recordId: z.string(),
  kind: z.string(), // contact, meeting, concern, update, referral, promise, notice, group, figure, or a register kind
  on: LocalDate.nullable(),
  title: z.string(),
  words: z.string(),
  concernId: z.string().nullable(), // the concern or group whose page shows it
  groupId: z.string().nullable(),
});
export type EvidenceLine = z.infer<typeof EvidenceLine>;

/** What stands behind one item, and what was said of it the last time. */
export const ReportEvidence = z.object({
  lines: z.array(EvidenceLine),
  missing: z.array(z.string()), // rows that the reader may not see, or that are gone
  before: z
    .object({
      reportId: z.string(),
      part: z.string(),
      said: z.string(),
      words: z.string(),
      action: z.string(),
      sentAt: LocalMoment.nullable(),
      receivedAt: LocalMoment.nullable(),
    })
    .nullable(),
});
export type ReportEvidence = z.infer<typeof ReportEvidence>;

/** A month before it is closed: its gaps first, then its draft where there is one. */
export const MonthToClose = z.object({
  period: z.string(),
  from: LocalDate,
  to: LocalDate,
  gaps: z.array(
    z.object({
      kind: z.enum(['no-contact', 'silent-referral', 'meeting-not-attended', 'late-promise', 'not-acknowledged']),
      recordId: z.string(),
      groupId: z.string().nullable(),
      title: z.string(),
      said: z.string(),
    }),
  ),
  totals: z.array(z.object({ part: z.string(), title: z.string(), said: z.string() })),
  reportId: z.string().nullable(),
  standing: ReportStanding,
  groups: z.array(
    z.object({ groupId: z.string(), name: z.string(), reportId: z.string().nullable(), isSent: z.boolean() }),
  ), // those whose own month the reader may write, with the report where there is one
});
export type MonthToClose = z.infer<typeof MonthToClose>;

/** Calls of a concern's kind inside its group's boundary, week by week to the end of the report. */
export const ReportCalls = z.object({
  concernId: z.string(),
  label: z.string(), // of the kind of call
  groupName: z.string(),
  heardOn: LocalDate,
  weeks: z
    .array(
      z.object({
        week: LocalDate, // its Monday
        count: z.number().int(),
        low: z.number().int().nullable(),
        high: z.number().int().nullable(),
        complete: z.literal(true),
      }),
    )
    .min(1),
  said: z.string(), // the last week in words
});
export type ReportCalls = z.infer<typeof ReportCalls>;
