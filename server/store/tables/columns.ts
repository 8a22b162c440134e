import { customType, integer, text } from 'drizzle-orm/pg-core';

/** The city's wall clock, as text in and out: YYYY-MM-DDTHH:mm:ss. */
export const localMoment = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp(0)',
  fromDriver: (value) => value.replace(' ', 'T'),
});

/** Columns of every kept record; see `Kept`. */
export const kept = () => ({
  revision: integer().notNull().default(1),
  createdAt: localMoment().notNull(),
  createdBy: text().notNull(),
  updatedAt: localMoment().notNull(),
  updatedBy: text().notNull(),
});

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });
