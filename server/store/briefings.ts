import { and, desc, eq, lt } from 'drizzle-orm';
import type { Tx } from './record-store.ts';
import { meeting } from './tables/contacts.ts';

export type MeetingHeld = { meetingId: string; on: string; place: string };

/** The last meeting of a group that was held before a day; null where there was none. */
export async function lastMeetingBefore(tx: Tx, groupId: string, day: string): Promise<MeetingHeld | null> {
  const [last] = await tx
    .select({ meetingId: meeting.meetingId, startsAt: meeting.startsAt, place: meeting.place })
    .from(meeting)
    .where(and(eq(meeting.groupId, groupId), eq(meeting.status, 'held'), lt(meeting.startsAt, `${day}T00:00:00`)))
    .orderBy(desc(meeting.startsAt))
    .limit(1);
  return last === undefined ? null : { meetingId: last.meetingId, on: last.startsAt.slice(0, 10), place: last.place };
}
