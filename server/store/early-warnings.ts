import { and, gte, isNull, lte, ne } from 'drizzle-orm';
import { type EarlyWarning, findEarlyWarnings } from '#analysis/early-warning/early-warning.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { WarningSubject } from '#data/schema/records/early-warning.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { group } from './tables/groups.ts';

export type GroupWarning = EarlyWarning & { groupId: string; group: string; category: string | null };

const LOOKED_BACK_DAYS = 400;

/** Groups and kinds of trouble that are quietly growing, from the concerns alone (P3103 V.A.4). */
export async function readEarlyWarnings(tx: Tx, acting: Acting): Promise<GroupWarning[]> {
  const subjects = await readWarningSubjects(tx, acting);
  const known = new Map(subjects.map((one) => [one.subject, one]));
  return findEarlyWarnings(subjects, acting.nowLocal.slice(0, 10)).findings.flatMap((warning) => {
    const subject = known.get(warning.subject);
    if (subject === undefined) return [];
    const { groupId, group: name, category } = subject;
    return [{ ...warning, groupId, group: name, category }];
  });
}

/** What warnings are judged from: the concerns of each active group, by kind. The calls beside them are counted where they may be read. */
export async function readWarningSubjects(tx: Tx, { nowLocal }: Acting): Promise<WarningSubject[]> {
  const since = toLocalDate(toDayNumber(nowLocal.slice(0, 10)) - LOOKED_BACK_DAYS);
  const groups = await tx
    .select({ groupId: group.groupId, name: group.name })
    .from(group)
    .where(ne(group.status, 'inactive'));
  const { concernId, heardAt, status, category, groupIds } = concern;
  const heard = await tx
    .select({ id: concernId, heardAt, status, category, groupIds })
    .from(concern)
    .where(and(gte(heardAt, `${since}T00:00:00`), lte(heardAt, nowLocal), isNull(concern.duplicateOf)));
  const names = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  const subjects = new Map<string, WarningSubject>();
  for (const one of heard) {
    for (const groupId of one.groupIds) {
      const name = names.get(groupId);
      if (name === undefined) continue;
      const subject = `${groupId}\n${one.category ?? ''}`;
      const nothing = { subject, groupId, group: name, category: one.category, concerns: [], openConcerns: [] };
      const known = subjects.get(subject) ?? nothing;
      const day = one.heardAt.slice(0, 10);
      known.concerns.push({ id: one.id, heardOn: day });
      if (one.status !== 'closed') known.openConcerns.push({ id: one.id, since: day });
      subjects.set(subject, known);
    }
  }
  return [...subjects.values()];
}
