import { z } from 'zod';
import { Kept, LocalDate, LocalMoment } from './common.ts';

export const ReportKind = z.enum(['monthly-officer', 'monthly-group', 'monthly-division', 'quarterly']);
export type ReportKind = z.infer<typeof ReportKind>;

/** A number that a report states; drafted from records, never typed. `rows` are the records it counts. */
export const ReportFigure = z.object({
  key: z.string(), // contacts-made
  words: z.string(), // contacts made
  value: z.number(), // always the number of its rows
  rows: z.array(z.string()), // record ids, so that each number opens its rows
});
export type ReportFigure = z.infer<typeof ReportFigure>;

/** One line of a part: what it is about, the drafted sentence with figures in it, and the words of a person. */
export const ReportItem = z.object({
  itemId: z.string(), // C-0291 or P-014: the record it is about; in part d the very id of the earlier report
  title: z.string(),
  groupId: z.string().nullable(),
  drafted: z.string(), // sentence from records; {figure-key} stands where a figure is printed
  figures: z.array(ReportFigure),
  words: z.string().max(2000), // a person's; editable until it is sent
  action: z.string().max(500), // recommended action: part c; empty means it still needs one
  reasonForNone: z.string().max(500), // "none, because"
  carriedFrom: z.string().nullable(), // reportId of the earlier report, part d
});
export type ReportItem = z.infer<typeof ReportItem>;

export const ReportPart = z.object({
  part: z.string(), // quarterly: a, b, c, d; monthly: contacts, meetings, concerns, referrals …
  title: z.string(),
  clause: z.string(), // V.B.3.d
  drafted: z.string(), // the part's totals, as an item's: {concerns-open}, {concerns-new}
  figures: z.array(ReportFigure),
  items: z.array(ReportItem),
  none: z.string().max(300), // the sentence printed where a part is empty: "None this quarter."
});
export type ReportPart = z.infer<typeof ReportPart>;

export const Report = Kept.extend({
  reportId: z.string(), // 2026-Q3, 2026-11/p-whitlock
  kind: ReportKind,
  subject: z.string().nullable(), // personId, groupId, or the division's name
  from: LocalDate,
  to: LocalDate, // inclusive
  status: z.enum(['draft', 'sent', 'received']),
  summary: z.string().max(4000),
  parts: z.array(ReportPart),
  sentAt: LocalMoment.nullable(),
  sentBy: z.string().nullable(),
  hash: z.string().nullable(), // sha256 of the canonical report, set when it is sent
  receivedAt: LocalMoment.nullable(),
  receivedBy: z.string().nullable(),
  amends: z.string().nullable(), // reportId of what it corrects
});
export type Report = z.infer<typeof Report>;

/** Why a report cannot be sent yet; each names the item. */
export type ReportLack = { code: string; itemId: string | null; words: string };
