import { z } from 'zod';

/** One group and one kind of trouble, as its concerns show it: what an early warning is judged from (P3103 V.A.4). */
export const WarningSubject = z.object({
  subject: z.string(), // group and category, one line each
  groupId: z.string(),
  group: z.string(),
  category: z.string().nullable(),
  concerns: z.array(z.object({ id: z.string(), heardOn: z.string() })),
  openConcerns: z.array(z.object({ id: z.string(), since: z.string() })),
});
export type WarningSubject = z.infer<typeof WarningSubject>;
