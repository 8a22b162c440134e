import { date, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Contact, GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { kept, localMoment } from './columns.ts';
import { group } from './groups.ts';

const groupId = () =>
  text()
    .notNull()
    .references(() => group.groupId);

export const meeting = pgTable(
  'meeting',
  {
    meetingId: text().primaryKey(),
    groupId: groupId(),
    startsAt: localMoment().notNull(),
    endsAt: localMoment().notNull(),
    place: text().notNull(),
    agenda: jsonb().$type<string[]>().notNull().default([]),
    invitations: jsonb().$type<Meeting['invitations']>().notNull().default([]),
    status: text().$type<Meeting['status']>().notNull().default('planned'),
    attendedBy: text().array().notNull().default([]),
    attendance: integer(),
    minutes: text().notNull().default(''),
    ...kept(),
  },
  (table) => [index().on(table.groupId, table.startsAt)],
);

export const contact = pgTable(
  'contact',
  {
    contactId: text().primaryKey(),
    groupId: groupId(),
    representativeId: text(),
    result: text().$type<Contact['result']>().notNull(),
    way: text().$type<Contact['way']>().notNull(),
    at: localMoment().notNull(),
    officerId: text().notNull(),
    topics: text().notNull().default(''),
    concernIds: text().array().notNull().default([]), // raised in it
    next: text().notNull().default(''),
    meetingId: text(),
    ...kept(),
  },
  (table) => [index().on(table.groupId, table.at), index().using('gin', table.concernIds)],
);

/** A contact somebody intends; taken away when it is made or no longer meant. */
export const plannedContact = pgTable(
  'planned_contact',
  {
    plannedId: text().primaryKey(),
    groupId: groupId(),
    on: date().notNull(),
    what: text().notNull(),
    officerId: text().notNull(),
    ...kept(),
  },
  (table) => [index().on(table.groupId, table.on)],
);

export const promise = pgTable(
  'promise',
  {
    promiseId: text().primaryKey(),
    groupId: groupId(),
    meetingId: text(),
    concernId: text(),
    words: text().notNull(),
    promisedOn: date().notNull(),
    dueOn: date().notNull(),
    ownerId: text().notNull(),
    status: text().$type<GroupPromise['status']>().notNull().default('open'),
    outcome: text().notNull().default(''),
    closedOn: date(),
    ...kept(),
  },
  (table) => [index().on(table.groupId)],
);
