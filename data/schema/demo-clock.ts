import { z } from 'zod';
import { LocalMoment } from './records/common.ts';
import { Session } from './session.ts';

/** Where a demo's clock is put. */
export const ClockMove = z.strictObject({ to: LocalMoment });
export type ClockMove = z.infer<typeof ClockMove>;

export const ClockMoved = z.object({
  session: Session, // as it is at the new moment
  nights: z.number().int(), // whose work was done on the way
});
export type ClockMoved = z.infer<typeof ClockMoved>;
