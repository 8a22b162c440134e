import { z } from 'zod';

const isInTime = (at: string): boolean => at >= '1000'; // year 0, and half a year before year 1, no database knows
const TOO_EARLY = 'This year is too early.';

export const LocalDate = z.iso.date().refine(isInTime, TOO_EARLY); // YYYY-MM-DD, the city's
export const LocalMoment = z.iso.datetime({ local: true, precision: 0 }).refine(isInTime, TOO_EARLY); // YYYY-MM-DDTHH:mm:ss, the city's

export const ReleaseScope = z.enum(['internal', 'group', 'public']); // who a record may be told to
export type ReleaseScope = z.infer<typeof ReleaseScope>;

/** What every kept record carries. `revision` guards against overwriting what another person wrote meanwhile. */
export const Kept = z.object({
  revision: z.number().int().positive(),
  createdAt: LocalMoment,
  createdBy: z.string(), // personId, or 'system', or 'mail'
  updatedAt: LocalMoment,
  updatedBy: z.string(),
});

/** Sent with every change: the revision that the sender had seen. A stale one is answered 409 with the record as it is now. */
export const Seen = z.object({ revision: z.number().int().positive() });

export const Words = (longest: number) => z.string().trim().min(1).max(longest);
