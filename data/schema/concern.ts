import { z } from 'zod';

/** A concern as the map shows it. The whole record comes with the engagement half. */
export const MapConcern = z.object({
  concernId: z.string(), // C-0388
  title: z.string(),
  category: z.string(), // a code of data/codes/categories.ts
  status: z.enum(['open', 'overdue', 'answered']),
  raisedOn: z.string(), // YYYY-MM-DD
  answeredOn: z.string().nullable(),
  lon: z.number(),
  lat: z.number(),
});
export type MapConcern = z.infer<typeof MapConcern>;
