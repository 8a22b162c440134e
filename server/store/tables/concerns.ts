import { boolean, date, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Concern, ConcernUpdate, Referral } from '#data/schema/records/concern.ts';
import { kept, localMoment } from './columns.ts';

export const concern = pgTable(
  'concern',
  {
    concernId: text().primaryKey(),
    clientKey: text().unique(), // made by the phone that filed it, so that a repeated sending is one concern
    importBatch: text(), // the file it came in, where it came in one
    words: text().notNull(),
    title: text().notNull().default(''),
    category: text().$type<Concern['category']>(),
    way: text().$type<Concern['way']>().notNull(),
    heardAt: localMoment().notNull(),
    place: jsonb().$type<Concern['place']>(),
    placeWords: text().notNull().default(''),
    placeConfidence: text().$type<Concern['placeConfidence']>().notNull(),
    groupIds: text().array().notNull().default([]),
    whenHappens: text().notNull().default(''),
    since: text().notNull().default(''),
    howOften: text().notNull().default(''),
    whoAffected: text().notNull().default(''),
    safetyNow: boolean().notNull().default(false),
    peopleCount: integer(),
    contactWish: text().$type<Concern['contactWish']>().notNull(),
    contactName: text().notNull().default(''),
    contactReach: text().notNull().default(''),
    language: text().$type<Concern['language']>().notNull().default('en'),
    efforts: text().notNull().default(''),
    recommendedSolutions: text().notNull().default(''),
    caseNumbers: text().array().notNull().default([]),
    status: text().$type<Concern['status']>().notNull().default('new'),
    ownerId: text(),
    filedBy: text().notNull(),
    meetingId: text(),
    duplicateOf: text(),
    sharedWithCity: boolean().notNull().default(false),
    isSignificant: boolean().notNull().default(false),
    firstActionOn: date(),
    lastToldOn: date(),
    nextStep: text().notNull().default(''),
    nextStepOn: date(),
    closedOn: date(),
    closeReason: text().$type<Concern['closeReason']>(),
    closeWords: text().notNull().default(''),
    residentAgrees: boolean(),
    ...kept(),
  },
  (table) => [index().on(table.status), index().using('gin', table.groupIds)],
);

const concernId = () =>
  text()
    .notNull()
    .references(() => concern.concernId);

export const concernUpdate = pgTable(
  'concern_update',
  {
    updateId: text().primaryKey(),
    concernId: concernId(),
    kind: text().$type<ConcernUpdate['kind']>().notNull(),
    at: localMoment().notNull(),
    by: text().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    words: text().notNull(),
  },
  (table) => [index().on(table.concernId)],
);

export const referral = pgTable(
  'referral',
  {
    referralId: text().primaryKey(),
    concernId: concernId(),
    to: text().notNull(),
    toEmail: text(),
    isInside: boolean().notNull(),
    whyNeeded: text().notNull(),
    referredOn: date().notNull(),
    expectedBy: date().notNull(),
    status: text().$type<Referral['status']>().notNull().default('waiting'),
    answer: text().notNull().default(''),
    answeredOn: date(),
    nudges: jsonb().$type<Referral['nudges']>().notNull().default([]),
    ...kept(),
  },
  (table) => [index().on(table.concernId)],
);
