import { boolean, pgTable, text } from 'drizzle-orm/pg-core';
import { localMoment } from './columns.ts';

export const jobRun = pgTable('job_run', {
  name: text().primaryKey(),
  at: localMoment().notNull(),
  isDone: boolean().notNull(),
  words: text().notNull(),
});
