import { and, gte, isNull, lte, ne } from 'drizzle-orm';
import { type EarlyWarning, findEarlyWarnings, type WarningSeries } from '#analysis/early-warning/early-warning.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { group } from './tables/groups.ts';

export type GroupWarning = EarlyWarning & { groupId: string; group: string; category: string | null };

const LOOKED_BACK_DAYS = 400;

/** Groups and kinds of trouble that are quietly growing, from the concerns (P3103 V.A.4). */
export async function readEarlyWarnings(tx: Tx, { nowLocal }: Acting): Promise<GroupWarning[]> {
  const today = nowLocal.slice(0, 10);
  const groups = await tx
    .select({ groupId: group.groupId, name: group.name })
    .from(group)
    .where(ne(group.status, 'inactive'));
  const names = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  const subjects = await readSubjects(tx, toLocalDate(toDayNumber(today) - LOOKED_BACK_DAYS), nowLocal);
  return findEarlyWarnings([...subjects.values()], today).findings.flatMap((warning) => {
    const [groupId = '', category = ''] = warning.subject.split('\n');
    const name = names.get(groupId);
    return name === undefined
      ? []
      : [{ ...warning, groupId, group: name, category: category === '' ? null : category }];
  });
}

type Subject = {
  subject: string;
  concerns: WarningSeries['concerns'][number][];
  openConcerns: WarningSeries['openConcerns'][number][];
};

async function readSubjects(tx: Tx, since: string, until: string): Promise<Map<string, Subject>> {
  const { concernId, heardAt, status, category, groupIds } = concern;
  const heard = await tx
    .select({ id: concernId, heardAt, status, category, groupIds })
    .from(concern)
    .where(and(gte(heardAt, `${since}T00:00:00`), lte(heardAt, until), isNull(concern.duplicateOf)));
  const subjects = new Map<string, Subject>();
  for (const one of heard)
    for (const groupId of one.groupIds) {
      const subject = `${groupId}\n${one.category ?? ''}`;
      const known = subjects.get(subject) ?? { subject, concerns: [], openConcerns: [] };
      const day = one.heardAt.slice(0, 10);
      known.concerns.push({ id: one.id, heardOn: day });
      if (one.status !== 'closed') known.openConcerns.push({ id: one.id, since: day });
      subjects.set(subject, known);
    }
  return subjects;
}
