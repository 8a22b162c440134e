import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ScreenKey } from '#data/schema/wall-device.ts';
import { localMoment } from './columns.ts';

/** A screen that was paired. One that still waits for it stands nowhere but in the server's memory. */
export const wallDevice = pgTable('wall_device', {
  deviceId: text().primaryKey(),
  name: text().notNull(),
  personId: text().notNull().unique(),
  publicKey: jsonb().$type<ScreenKey>().notNull(), // its private half cannot leave the browser that made it
  pairedAt: localMoment().notNull(),
  pairedBy: text().notNull(), // as the administrator was named
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
