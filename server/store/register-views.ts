import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { SHELVES } from '#data/register/catalog.ts';
import { standingOf } from '#data/register/standing.ts';
import { PERMISSIONS } from '#data/schema/permissions.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RegisterKind } from '#data/schema/records/register.ts';
import { findToldOnce } from './notices.ts';
import type { Tx } from './record-store.ts';
import { readSettings } from './settings.ts';
import { concern } from './tables/concerns.ts';
import { group } from './tables/groups.ts';
import { registerEntry } from './tables/notices.ts';
import { person } from './tables/people.ts';

export type KindCount = {
  kind: RegisterKind;
  total: number;
  open: number;
  marks: Record<'soon' | 'late' | 'lapsed' | 'waits', number>;
  lastOn: string | null;
};

/** How many of each kind there are, and what is late, lapsed or waits. */
export async function countKinds(tx: Tx, { nowLocal }: Acting): Promise<KindCount[]> {
  const { kind, status, dueOn, fields, approvedOn, happenedOn } = registerEntry;
  const watched = sql<Record<string, unknown>>`case when ${kind} = 'watch' then ${fields} else '{}'::jsonb end`;
  const rows = await tx.select({ kind, status, dueOn, approvedOn, happenedOn, fields: watched }).from(registerEntry);
  return SHELVES.flatMap(({ kinds }) => kinds).map((one) => {
    const counted: KindCount = {
      kind: one,
      total: 0,
      open: 0,
      marks: { soon: 0, late: 0, lapsed: 0, waits: 0 },
      lastOn: null,
    };
    for (const row of rows) {
      if (row.kind !== one) continue;
      const { mark } = standingOf(row, nowLocal.slice(0, 10));
      counted.total += 1;
      if (mark !== 'closed') counted.open += 1;
      if (mark !== 'closed' && mark !== 'open') counted.marks[mark] += 1;
      if (counted.lastOn === null || row.happenedOn > counted.lastOn) counted.lastOn = row.happenedOn;
    }
    return counted;
  });
}

/** Names to choose from in the register's forms. */
export async function readChoices(tx: Tx) {
  const { personId, name, title, role, isActive } = person;
  const people = await tx
    .select({ personId, name, title, role })
    .from(person)
    .where(eq(isActive, true))
    .orderBy(asc(name));
  const { groupId, kind, status } = group;
  const groups = await tx.select({ groupId, name: group.name, kind, status }).from(group).orderBy(asc(group.name));
  const concerns = await tx
    .select({ concernId: concern.concernId, title: concern.title, place: concern.placeWords, status: concern.status })
    .from(concern)
    .where(isNull(concern.duplicateOf))
    .orderBy(desc(concern.heardAt))
    .limit(500);
  const { surveyLeastAnswers } = await readSettings(tx);
  return { people, groups, concerns, surveyLeastAnswers };
}

export type ActivityTotal = {
  programId: string;
  program: string;
  groupId: string | null;
  quarter: string; // 2026-Q4
  times: number;
  peopleReached: number;
};

/** Activity by program, group and quarter (P3103 V.A.1). */
export async function totalActivity(tx: Tx, span: { from: string; to: string }): Promise<ActivityTotal[]> {
  const { rows } = await tx.execute<ActivityTotal>(sql`
    select done.fields ->> 'programId' as "programId", program.title as program, done.group_id as "groupId",
      to_char(done.happened_on, 'YYYY"-Q"Q') as quarter, count(*)::int as times,
      coalesce(sum((done.fields ->> 'peopleReached')::int), 0)::int as "peopleReached"
    from register_entry done join register_entry program on program.entry_id = done.fields ->> 'programId'
    where done.kind = 'program-activity' and done.happened_on between ${span.from} and ${span.to}
    group by 1, 2, 3, 4 order by 2, 4, 3 limit 2000`);
  return rows;
}

/** Active groups and neighborhoods that no liaison officer serves (P3103 V.B.2.a). */
export async function findUnserved(tx: Tx) {
  const { groupId, name, kind, liaisonId, status } = group;
  const groups = await tx
    .select({ groupId, name, kind, liaisonId })
    .from(group)
    .where(eq(status, 'active'))
    .orderBy(asc(name));
  const assigned = await tx
    .select({ groupId: registerEntry.groupId })
    .from(registerEntry)
    .where(and(eq(registerEntry.kind, 'liaison'), eq(registerEntry.status, 'current')));
  const served = new Set(assigned.map((one) => one.groupId));
  const without = groups.filter((one) => one.liaisonId === null && !served.has(one.groupId));
  return {
    groups: groups.length,
    without: without.map((one) => ({ groupId: one.groupId, name: one.name, kind: one.kind })),
  };
}

/** Who of all personnel has read an objective, and who has not. */
export async function readReaders(tx: Tx, entryId: string) {
  const told = await findToldOnce(tx, `objective/${entryId}`);
  const readAt = new Map(told?.acknowledgments.map(({ by, at }) => [by, at]) ?? []);
  const { personId, name, title, role, isActive } = person;
  const members = await tx
    .select({ personId, name, title })
    .from(person)
    .where(and(eq(isActive, true), inArray(role, [...PERMISSIONS['notice.acknowledge']])))
    .orderBy(asc(name));
  return {
    noticeId: told?.noticeId ?? null,
    readers: members.map((member) => ({ ...member, readAt: readAt.get(member.personId) ?? null })),
  };
}
