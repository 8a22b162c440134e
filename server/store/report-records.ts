import { and, desc, gte, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { Period } from '#analysis/report/period.ts';
import type { ReportRecords } from '#analysis/report/report-records.ts';
import { addDays } from '#analysis/shared/days.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import { toConcern } from './concerns.ts';
import type { Tx } from './record-store.ts';
import { concern, concernUpdate, referral } from './tables/concerns.ts';
import { contact, meeting, promise } from './tables/contacts.ts';
import { group } from './tables/groups.ts';
import { notice, registerEntry } from './tables/notices.ts';
import { person } from './tables/people.ts';

const REPORTED: RegisterKind[] = ['potential-problem', 'assessment', 'watch', 'practice-change'];

/**
 * What a report of the period may speak of: contacts and meetings of its days, concerns open in it, and the
 * records about them. Those that an earlier report named are read too, however long they have been closed.
 */
export async function readReportRecords(
  tx: Tx,
  { from, to }: Period,
  named: readonly string[] = [],
): Promise<ReportRecords> {
  const firstMoment = `${from}T00:00:00`;
  const after = `${addDays(to, 1)}T00:00:00`;
  const during = (column: typeof contact.at) => and(gte(column, firstMoment), lt(column, after));
  const people = await tx.select().from(person).orderBy(person.personId);
  const groups = await tx.select().from(group).orderBy(group.name);
  const contacts = await tx.select().from(contact).where(during(contact.at)).orderBy(contact.at);
  const meetings = await tx
    .select()
    .from(meeting)
    .where(and(gte(meeting.startsAt, firstMoment), lt(meeting.startsAt, after)))
    .orderBy(meeting.startsAt);
  const open = and(lt(concern.heardAt, after), or(isNull(concern.closedOn), gte(concern.closedOn, from)));
  const concerns = await tx
    .select()
    .from(concern)
    .where(or(open, inArray(concern.concernId, [...named])))
    .orderBy(concern.heardAt, concern.concernId);
  const concernIds = concerns.map(({ concernId }) => concernId);
  const updates = await tx
    .select()
    .from(concernUpdate)
    .where(
      and(
        inArray(concernUpdate.concernId, concernIds),
        gte(concernUpdate.at, firstMoment),
        lt(concernUpdate.at, after),
      ),
    )
    .orderBy(concernUpdate.at, concernUpdate.updateId);
  const referrals = await tx
    .select()
    .from(referral)
    .where(and(inArray(referral.concernId, concernIds), lte(referral.referredOn, to)))
    .orderBy(referral.referredOn, referral.referralId);
  const kinds = and(inArray(registerEntry.kind, REPORTED), lte(registerEntry.happenedOn, to));
  const entries = await tx
    .select()
    .from(registerEntry)
    .where(or(kinds, inArray(registerEntry.entryId, [...named])))
    .orderBy(registerEntry.happenedOn, registerEntry.entryId);
  const promises = await tx.select().from(promise).where(lte(promise.promisedOn, to)).orderBy(promise.dueOn);
  const notices = await tx
    .select()
    .from(notice)
    .where(lt(notice.sentAt, after))
    .orderBy(desc(notice.sentAt))
    .limit(2000);
  return {
    people,
    groups,
    contacts,
    meetings,
    concerns: concerns.map(toConcern),
    updates,
    referrals,
    entries,
    promises,
    notices,
  };
}
