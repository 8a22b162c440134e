import { and, asc, desc, eq, gte, lte, ne } from 'drizzle-orm';
import { addDays } from '#analysis/shared/days.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { RecentMeeting } from '#data/schema/records/concern-filing.ts';
import type { GroupPromise, Meeting } from '#data/schema/records/contact.ts';
import { RecordRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { meeting, promise } from './tables/contacts.ts';

const DAYS_BACK = 42;
const MOST = 80;

/** The meetings that a concern heard now can have been heard at: of the last weeks up to today's, the newest first. */
export function recentMeetings(tx: Tx, nowLocal: string): Promise<RecentMeeting[]> {
  const today = nowLocal.slice(0, 10);
  const from = addDays(today, -DAYS_BACK);
  const { meetingId, groupId, startsAt, place, status } = meeting;
  return tx
    .select({ meetingId, groupId, startsAt, place })
    .from(meeting)
    .where(and(gte(startsAt, `${from}T00:00:00`), lte(startsAt, `${today}T23:59:59`), ne(status, 'cancelled')))
    .orderBy(desc(startsAt), asc(meetingId))
    .limit(MOST);
}

/** The meeting a concern names. A cancelled one was not there to be heard at. */
export async function meetingNamed(tx: Tx, meetingId: string): Promise<Meeting> {
  const [found] = await tx.select().from(meeting).where(eq(meeting.meetingId, meetingId));
  if (found === undefined) throw new RecordRefused('meetingId', `No meeting is called ${meetingId}: choose one.`);
  if (found.status === 'cancelled') {
    throw new RecordRefused('meetingId', `${meetingId} was cancelled: choose the meeting where it was heard.`);
  }
  return found;
}

export type HeardConcern = Pick<Concern, 'concernId' | 'title' | 'category' | 'status'>;

/** What came of a meeting in other records: the concerns heard there, and what was promised there. */
export async function outcomeOf(
  tx: Tx,
  meetingId: string,
): Promise<{ heard: HeardConcern[]; promised: GroupPromise[] }> {
  const { concernId, title, category, status } = concern;
  const heard = await tx
    .select({ concernId, title, category, status })
    .from(concern)
    .where(eq(concern.meetingId, meetingId))
    .orderBy(asc(concernId))
    .limit(MOST);
  const promised = await tx
    .select()
    .from(promise)
    .where(eq(promise.meetingId, meetingId))
    .orderBy(asc(promise.dueOn), asc(promise.promiseId))
    .limit(MOST);
  return { heard, promised };
}
