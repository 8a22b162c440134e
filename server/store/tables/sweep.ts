import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Pattern } from '#data/schema/records/pattern.ts';
import type { CandidateKind, SweepVerdict } from '#data/schema/records/sweep.ts';
import { kept, localMoment } from './columns.ts';

export const sweepVerdict = pgTable(
  'sweep_verdict',
  {
    verdictId: text().primaryKey(),
    kind: text().$type<CandidateKind>().notNull(),
    candidateKey: text().notNull(),
    week: date().notNull(),
    category: text(),
    groupIds: text().array().notNull().default([]),
    title: text().notNull(),
    sentence: text().notNull(),
    code: text(),
    choice: text().$type<SweepVerdict['choice']>().notNull(),
    reason: text().notNull().default(''),
    watchFrom: integer(),
    patternId: text(),
    sentTo: jsonb().$type<SweepVerdict['sentTo']>().notNull().default([]),
    ...kept(),
  },
  (table) => [uniqueIndex().on(table.week, table.kind, table.candidateKey)],
);

/** Which candidates a person has opened; nobody else's business. */
export const sweepSeen = pgTable(
  'sweep_seen',
  {
    personId: text().notNull(),
    week: date().notNull(),
    kind: text().$type<CandidateKind>().notNull(),
    candidateKey: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.week, table.kind, table.candidateKey] })],
);

export const pattern = pgTable('pattern', {
  patternId: text().primaryKey(),
  name: text().notNull(),
  type: text().$type<Pattern['type']>().notNull(),
  status: text().$type<Pattern['status']>().notNull().default('open'),
  closedWhy: text().notNull().default(''),
  groupIds: text().array().notNull().default([]),
  from: date().notNull(),
  to: date().notNull(),
  source: text().$type<Pattern['source']>().notNull(),
  code: text(),
  calls: jsonb().$type<Pattern['calls']>().notNull(),
  synopsis: jsonb().$type<Pattern['synopsis']>().notNull(),
  label: text().$type<Pattern['label']>().notNull(),
  release: text().$type<Pattern['release']>().notNull(),
  ...kept(),
});

/** What was sent, as it was sent; a trigger refuses every change. */
export const bulletin = pgTable(
  'bulletin',
  {
    bulletinId: text().primaryKey(),
    patternId: text()
      .notNull()
      .references(() => pattern.patternId),
    sentAt: localMoment().notNull(),
    sentBy: text().notNull(),
    sentTo: jsonb().$type<{ personId: string; name: string }[]>().notNull(),
    facts: jsonb().$type<Record<string, unknown>>().notNull(),
    hash: text().notNull(),
  },
  (table) => [index().on(table.patternId)],
);
