import { defineConfig } from 'drizzle-kit';

/** For `drizzle-kit generate`: writes the next migration from the tables. */
export default defineConfig({
  dialect: 'postgresql',
  schema: 'server/store/tables/*.ts',
  out: 'server/store/migrations',
  casing: 'snake_case',
});
