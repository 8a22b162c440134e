import { date, index, integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { MailIn, MailOut } from '#data/schema/records/mail.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { Report } from '#data/schema/records/report.ts';
import type { Role } from '#data/schema/release-level.ts';
import { bytes, kept, localMoment } from './columns.ts';

export const notice = pgTable('notice', {
  noticeId: text().primaryKey(),
  kind: text().$type<Notice['kind']>().notNull(),
  onceKey: text().notNull().unique(),
  clause: text().notNull(),
  toRole: text().$type<Role>(),
  toPersonId: text(),
  groupId: text(),
  concernIds: text().array().notNull().default([]),
  title: text().notNull(),
  words: text().notNull(),
  sentAt: localMoment().notNull(),
  acknowledgments: jsonb().$type<Notice['acknowledgments']>().notNull().default([]),
  ...kept(),
});

/** A trigger refuses every change of a report once it is sent, but for the mark that it was received. */
export const report = pgTable('report', {
  reportId: text().primaryKey(),
  kind: text().$type<Report['kind']>().notNull(),
  subject: text(),
  from: date().notNull(),
  to: date().notNull(),
  status: text().$type<Report['status']>().notNull().default('draft'),
  summary: text().notNull().default(''),
  parts: jsonb().$type<Report['parts']>().notNull(),
  sentAt: localMoment(),
  sentBy: text(),
  hash: text(),
  receivedAt: localMoment(),
  receivedBy: text(),
  amends: text(),
  ...kept(),
});

export const registerEntry = pgTable(
  'register_entry',
  {
    entryId: text().primaryKey(),
    kind: text().$type<RegisterEntry['kind']>().notNull(),
    groupId: text(),
    concernIds: text().array().notNull().default([]),
    title: text().notNull(),
    status: text().notNull(),
    ownerId: text(),
    happenedOn: date().notNull(),
    dueOn: date(),
    release: text().$type<RegisterEntry['release']>().notNull(),
    released: jsonb().$type<NonNullable<RegisterEntry['released']>>(),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
    approvedBy: text(),
    approvedOn: date(),
    ...kept(),
  },
  (table) => [index().on(table.kind, table.happenedOn), index().on(table.groupId)],
);

export const mailIn = pgTable('mail_in', {
  mailId: text().primaryKey(),
  receivedAt: localMoment().notNull(),
  raw: bytes().notNull(), // exactly as it came
  from: text().notNull(),
  subject: text().notNull(),
  sizeBytes: integer().notNull(),
  text: text().notNull().default(''),
  status: text().$type<MailIn['status']>().notNull().default('waiting'),
  reviewReason: text().notNull().default(''),
  found: jsonb().$type<NonNullable<MailIn['found']>>(),
  missing: jsonb().$type<MailIn['missing']>().notNull().default([]),
  concernId: text(),
});

/** Written in the transaction of the act that it tells of; a job sends it, as often as it takes. */
export const mailOut = pgTable('mail_out', {
  mailOutId: text().primaryKey(),
  to: text().array().notNull(),
  subject: text().notNull(),
  text: text().notNull(),
  about: text(),
  deliveryId: text(), // of a hand-out: its page and the link that ends the mail are added when it is posted
  status: text().$type<MailOut['status']>().notNull().default('waiting'),
  tries: integer().notNull().default(0),
  lastError: text(),
  queuedAt: localMoment().notNull(),
  sentAt: localMoment(),
});

/** Append-only and hash-chained: the migration's triggers number, chain and guard it. */
export const audit = pgTable('audit', {
  number: integer().primaryKey(),
  at: timestamp({ withTimezone: true, mode: 'string' }).notNull(),
  localAt: text().notNull(),
  personId: text().notNull(),
  role: text().notNull(),
  action: text().notNull(),
  kind: text().notNull(),
  recordId: text().notNull(),
  changed: jsonb().$type<Record<string, unknown>>().notNull(),
  words: text().notNull(),
  hash: text().notNull(),
});
