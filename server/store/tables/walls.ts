import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { localMoment } from './columns.ts';

/** A screen that asked to be paired, and what became of it. Only hashes of its code are kept. */
export const wallDevice = pgTable('wall_device', {
  deviceId: text().primaryKey(),
  name: text().notNull().default(''),
  personId: text().unique(), // null until it is paired
  publicKey: jsonb().$type<JsonWebKey>().notNull(), // its private half cannot leave the browser that made it
  codeHash: text().unique(), // null once it is paired
  codeUntil: timestamp({ withTimezone: true }), // by the machine's clock: a demo's stands
  pairedAt: localMoment(),
  pairedBy: text(),
  lastSeenAt: localMoment(),
  revokedAt: localMoment(),
  userAgent: text().notNull().default(''),
});

/** What each code that a wall ever showed opens at the desk. */
export const wallCode = pgTable('wall_code', {
  code: text().primaryKey(),
  address: text().notNull(),
  words: text().notNull(),
  shownAt: localMoment().notNull(),
});
