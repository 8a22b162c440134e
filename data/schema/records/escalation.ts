import { z } from 'zod';
import { LocalDate } from './common.ts';
import { Concern } from './concern.ts';
import { Notice } from './notice.ts';

/** What leadership was told under 1902.2 A.8, with the concerns that are its evidence. */
export const EscalationList = z.object({
  notices: z.array(Notice), // those that wait for the reader first
  concerns: z.array(
    Concern.pick({
      concernId: true,
      title: true,
      status: true,
      category: true,
      heardAt: true,
      groupIds: true,
      placeWords: true,
    }),
  ),
  groups: z.array(z.object({ groupId: z.string(), name: z.string() })),
  recurring: z.array(
    z.object({
      groupId: z.string(),
      center: z.string(), // concernId: every other one is like this one
      concernIds: z.array(z.string()),
      from: LocalDate,
      to: LocalDate,
      alike: z.object({ kind: z.number().int(), words: z.number().int(), place: z.number().int() }),
      reason: z.string(),
    }),
  ),
});
export type EscalationList = z.infer<typeof EscalationList>;
