import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Role } from '#data/schema/release-level.ts';

export const person = pgTable('person', {
  personId: text().primaryKey(),
  name: text().notNull(),
  title: text().notNull().default(''),
  role: text().$type<Role>().notNull(),
  email: text().notNull().unique(),
  unit: text(),
  district: text(),
  isActive: boolean().notNull().default(true),
});

/** The department's choices: policy profiles in force, quarter clock, idle minutes … one row a choice. */
export const setting = pgTable('setting', { key: text().primaryKey(), value: jsonb().$type<unknown>().notNull() });
