import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { HandOutChoices, HandOutFacts, HandOutReader, HandOutRun } from '#data/schema/records/hand-out.ts';
import { kept, localMoment } from './columns.ts';
import { group, representative } from './groups.ts';

const groupId = () =>
  text()
    .notNull()
    .references(() => group.groupId);

/** One open page a group. */
export const handOutDraft = pgTable('hand_out_draft', {
  groupId: text()
    .primaryKey()
    .references(() => group.groupId),
  meetingId: text(),
  from: date().notNull(),
  to: date().notNull(),
  choices: jsonb().$type<HandOutChoices>().notNull(),
  ...kept(),
});

/** What was released, as it was released; a trigger lets nothing but its withdrawal be written. */
export const handOut = pgTable(
  'hand_out',
  {
    handOutId: text().primaryKey(),
    groupId: groupId(),
    meetingId: text(),
    from: date().notNull(),
    to: date().notNull(),
    code: text().notNull().unique(),
    hash: text().notNull(),
    releasedAt: localMoment().notNull(),
    releasedBy: text().notNull(),
    withdrawnAt: localMoment(),
    withdrawnWhy: text().notNull().default(''),
    facts: jsonb().$type<HandOutFacts>().notNull(),
  },
  (table) => [index().on(table.groupId, table.releasedAt), index().on(table.meetingId)],
);

/** Every number that ever left, with the ground and the days it was counted over: what the release gate looks back on. */
export const toldCell = pgTable(
  'told_cell',
  {
    cellId: text().primaryKey(), // hash of kind, ground and days
    category: text().notNull(),
    ground: jsonb().$type<AreaGeometry>().notNull(),
    from: date().notNull(),
    to: date().notNull(),
    calls: integer().notNull(),
    handOutId: text()
      .notNull()
      .references(() => handOut.handOutId),
  },
  (table) => [index().on(table.category)],
);

export const handOutReader = pgTable(
  'hand_out_reader',
  {
    readerId: text().primaryKey(),
    groupId: groupId(),
    representativeId: text()
      .notNull()
      .references(() => representative.representativeId),
    email: text().notNull(),
    language: text().$type<HandOutReader['language']>().notNull(),
    consentedOn: date().notNull(),
    consentHow: text().notNull(),
    endedOn: date(),
    endedHow: text().notNull().default(''),
    tokenHash: text().notNull().unique(), // of the secret in the link that ends it
    ...kept(),
  },
  (table) => [
    index().on(table.groupId),
    uniqueIndex('hand_out_reader_once').on(table.representativeId).where(sql`${table.endedOn} is null`),
  ],
);

export const handOutDelivery = pgTable(
  'hand_out_delivery',
  {
    deliveryId: text().primaryKey(),
    handOutId: text()
      .notNull()
      .references(() => handOut.handOutId),
    readerId: text()
      .notNull()
      .references(() => handOutReader.readerId),
    email: text().notNull(),
    sentAt: localMoment().notNull(),
    sentBy: text().notNull(),
  },
  (table) => [unique('hand_out_delivered_once').on(table.handOutId, table.readerId)],
);

export const handOutRun = pgTable('hand_out_run', {
  runId: text().primaryKey(),
  from: date().notNull(),
  to: date().notNull(),
  languages: jsonb().$type<HandOutRun['languages']>().notNull(),
  paper: text().$type<HandOutRun['paper']>().notNull(),
  startedAt: localMoment().notNull(),
  startedBy: text().notNull(),
});

export const handOutRunPage = pgTable(
  'hand_out_run_page',
  {
    runId: text()
      .notNull()
      .references(() => handOutRun.runId),
    groupId: groupId(),
    state: text().$type<HandOutRun['pages'][number]['state']>().notNull().default('waiting'),
    handOutId: text(),
    why: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.runId, table.groupId] })],
);
