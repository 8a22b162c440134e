import { and, asc, gte, lte, ne, sql } from 'drizzle-orm';
import { addDays } from '#analysis/shared/days.ts';
import type { Meeting } from '#data/schema/records/contact.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Tx } from './record-store.ts';
import { meeting } from './tables/contacts.ts';

/** Meetings without one of ours: held so, or over for a day and nobody is recorded (1902.2 A.5). */
export const listGaps = (tx: Tx, { nowLocal }: Acting): Promise<Meeting[]> =>
  tx
    .select()
    .from(meeting)
    .where(and(ne(meeting.status, 'cancelled'), sql`cardinality(${meeting.attendedBy}) = 0`, isOver(nowLocal)))
    .orderBy(asc(meeting.startsAt))
    .limit(500);

const isOver = (nowLocal: string) =>
  sql`(${meeting.status} = 'held' or ${meeting.endsAt} <= ${`${addDays(nowLocal.slice(0, 10), -1)}${nowLocal.slice(10)}`}::timestamp)`;

export type Attended = { groupId: string; meetings: string[]; attended: string[]; percent: number };

/** Of each group's meetings between two days, those that one of ours attended; the rows are named. */
export async function attendedPercent(tx: Tx, acting: Acting, from: string, to: string): Promise<Attended[]> {
  const rows = await tx
    .select()
    .from(meeting)
    .where(
      and(
        ne(meeting.status, 'cancelled'),
        gte(meeting.startsAt, `${from}T00:00:00`),
        lte(meeting.startsAt, `${to}T23:59:59`),
        isOver(acting.nowLocal),
      ),
    )
    .orderBy(asc(meeting.groupId), asc(meeting.startsAt));
  const groupIds = [...new Set(rows.map(({ groupId }) => groupId))];
  return groupIds.map((groupId) => {
    const of = rows.filter((row) => row.groupId === groupId);
    const attended = of.filter(({ attendedBy }) => attendedBy.length > 0);
    const ids = (all: Meeting[]) => all.map(({ meetingId }) => meetingId);
    return { groupId, meetings: ids(of), attended: ids(attended), percent: (100 * attended.length) / of.length };
  });
}
