import { and, asc, eq, getTableColumns, gte, inArray, isNotNull, lt, ne, or } from 'drizzle-orm';
import type { DutyScene } from '#analysis/duty/duty-state.ts';
import type { DutyRows } from '#analysis/duty/find-duties.ts';
import { quarterBefore, quarterOf } from '#analysis/duty/spans.ts';
import { addDays } from '#analysis/shared/days.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Tx } from './record-store.ts';
import { readChoices } from './settings.ts';
import { concern, referral } from './tables/concerns.ts';
import { contact, meeting, plannedContact, promise } from './tables/contacts.ts';
import { designation, group } from './tables/groups.ts';
import { notice, registerEntry, report } from './tables/notices.ts';
import { person } from './tables/people.ts';

/** Who is there, what day it is, and what the department has chosen. */
export async function readScene(tx: Tx, { nowLocal }: Acting): Promise<DutyScene> {
  const { personId, name, title, role, isActive } = getTableColumns(person);
  const people = await tx.select({ personId, name, title, role, isActive }).from(person).orderBy(asc(person.name));
  return { today: nowLocal.slice(0, 10), choices: await readChoices(tx), people };
}

/** Registry, contacts, plans and what was told: enough for every group's clock. */
export async function readContactRows(tx: Tx, today: string) {
  const since = addDays(quarterBefore(quarterOf(today)).from, -366); // last contact of a group long unreached
  const groups = await tx.select().from(group).orderBy(asc(group.name));
  const designations = await tx.select().from(designation).orderBy(asc(designation.decidedOn));
  const contacts = await tx
    .select()
    .from(contact)
    .where(gte(contact.at, `${since}T00:00:00`))
    .orderBy(asc(contact.at), asc(contact.contactId));
  const plans = await tx
    .select()
    .from(plannedContact)
    .where(gte(plannedContact.on, today))
    .orderBy(asc(plannedContact.on));
  const meetings = await tx
    .select()
    .from(meeting)
    .where(gte(meeting.startsAt, `${quarterBefore(quarterOf(today)).from}T00:00:00`))
    .orderBy(asc(meeting.startsAt));
  const ahead = meetings.filter(({ status, startsAt }) => status === 'planned' && startsAt.slice(0, 10) >= today);
  const noContact = await tx.select().from(notice).where(eq(notice.kind, 'no-contact')).orderBy(asc(notice.sentAt));
  return {
    groups,
    designations,
    contacts,
    planned: plans,
    meetings,
    noContact,
    plans: [
      ...plans,
      ...ahead.map(({ groupId, startsAt }) => ({ groupId, on: startsAt.slice(0, 10), what: 'Meeting' })),
    ],
    toldKeys: new Set(noContact.map(({ onceKey }) => onceKey)),
  };
}

/** Every record that a duty is found from; what is settled and old is left in its drawer. */
export async function readDutyRows(tx: Tx, today: string) {
  const { from } = quarterBefore(quarterOf(today));
  const rows = await readContactRows(tx, today);
  const horizon = addDays(today, 31);
  return {
    ...rows,
    meetings: rows.meetings.filter(({ startsAt }) => startsAt.slice(0, 10) <= horizon),
    reports: await tx.select().from(report).where(gte(report.from, from)),
    concerns: await tx.select().from(concern).where(ne(concern.status, 'closed')),
    referrals: await tx.select().from(referral).where(eq(referral.status, 'waiting')),
    promises: await tx.select().from(promise).where(eq(promise.status, 'open')),
    entries: await tx
      .select()
      .from(registerEntry)
      .where(
        or(
          isNotNull(registerEntry.dueOn),
          eq(registerEntry.kind, 'program'),
          and(eq(registerEntry.kind, 'program-activity'), gte(registerEntry.happenedOn, quarterOf(today).from)),
        ),
      ),
    notices: await tx
      .select()
      .from(notice)
      .where(and(inArray(notice.kind, [...TO_BE_READ]), lt(notice.sentAt, `${addDays(today, 1)}T00:00:00`))),
  } satisfies DutyRows;
}

const TO_BE_READ = ['no-contact', 'representative-changed', 'escalation', 'objective'] as const;
