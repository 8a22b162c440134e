import { boolean, date, doublePrecision, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { BoundaryVersion, Group } from '#data/schema/records/group.ts';
import { kept, localMoment } from './columns.ts';

export const group = pgTable('group', {
  groupId: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<Group['kind']>().notNull(),
  status: text().$type<Group['status']>().notNull().default('active'),
  district: text(),
  liaisonId: text(),
  meetingPattern: text().notNull().default(''),
  attendTargetPercent: integer().notNull().default(75),
  residents: integer(),
  addresses: integer(),
  language: text().$type<Group['language']>().notNull().default('en'),
  ...kept(),
});

const groupId = () =>
  text()
    .notNull()
    .references(() => group.groupId);

export const designation = pgTable('designation', {
  designationId: text().primaryKey(),
  groupId: groupId(),
  status: text().$type<Group['status']>().notNull(),
  reason: text().notNull(),
  decidedOn: date().notNull(),
  decidedBy: text().notNull(),
  reviewOn: date(),
});

export const representative = pgTable(
  'representative',
  {
    representativeId: text().primaryKey(),
    groupId: groupId(),
    name: text().notNull(),
    position: text().notNull(),
    isLeader: boolean().notNull().default(false),
    email: text(),
    phone: text(),
    validFrom: date().notNull(),
    validTo: date(),
    ...kept(),
  },
  (table) => [index().on(table.groupId)],
);

/** `exclude using gist` in the migration keeps versions of one group apart in time. */
export const boundaryVersion = pgTable('boundary_version', {
  versionId: text().primaryKey(),
  groupId: groupId(),
  validFrom: date().notNull(),
  validTo: date(),
  geometry: jsonb().$type<BoundaryVersion['geometry']>().notNull(),
  center: jsonb().$type<[number, number]>(),
  radiusMeters: doublePrecision(),
  west: doublePrecision().notNull(),
  south: doublePrecision().notNull(),
  east: doublePrecision().notNull(),
  north: doublePrecision().notNull(),
  reason: text().notNull(),
  createdAt: localMoment().notNull(),
  createdBy: text().notNull(),
});
