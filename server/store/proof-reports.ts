import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { findUnsent, type Owes, periodsDue, spansInWords, type Unsent } from '#analysis/report/unsent.ts';
import type { Tx } from './record-store.ts';
import { DIVISION } from './reports.ts';
import { readChoices } from './settings.ts';
import { group } from './tables/groups.ts';
import { registerEntry, report } from './tables/notices.ts';
import { person } from './tables/people.ts';

type Days = { readonly from: string; readonly to: string; readonly today: string };

/**
 * The reports that were due by today and not sent, in plain words. A month is owed by the division (A.4), by
 * each officer who was a group's liaison in it, and by each group whose report somebody began.
 */
export async function findUnsentReports(tx: Tx, days: Days): Promise<Record<'month' | 'quarter', string[]>> {
  const choices = await readChoices(tx);
  const months = periodsDue({ ...days, every: 'month', dueDaysAfter: choices.monthlyReportDueDays });
  const quarters = periodsDue({ ...days, every: 'quarter', dueDaysAfter: choices.quarterlyReportDueDays });
  const { reportId, kind, subject, from, status } = report;
  const rows = await tx
    .select({ reportId, kind, subject, from, status })
    .from(report)
    .where(and(isNull(report.amends), lte(from, days.to)));
  const sent = new Set(rows.filter((row) => row.status !== 'draft').map((row) => row.reportId));
  const begun = rows.filter((row) => row.kind === 'monthly-group' && row.status === 'draft');
  const owing = [DIVISION_OWES, ...(await liaisons(tx)), ...(await groupsBegun(tx, begun))];
  return {
    month: findUnsent(owing, months, sent).map(monthInWords),
    quarter: quarters
      .filter(({ name }) => !sent.has(name))
      .map(({ name }) => `No report was sent for the quarter ${name}.`),
  };
}

const DIVISION_OWES: Owes = { subject: DIVISION, name: 'the division', from: '0000-01-01', to: null };

const monthInWords = ({ names, periods }: Unsent): string =>
  `No monthly report for ${spansInWords(periods)} of: ${names.join(', ')}.`;

/** Since when each officer has been a liaison, by the register; by the registry where the register says nothing. */
async function liaisons(tx: Tx): Promise<Owes[]> {
  const people = await tx.select().from(person);
  const nameOf = new Map(people.map(({ personId, name, title }) => [personId, `${title} ${name}`.trim()]));
  const entries = await tx.select().from(registerEntry).where(eq(registerEntry.kind, 'liaison'));
  const assigned = entries.flatMap(({ ownerId, happenedOn, status, fields: { endedOn } }): Owes[] => {
    if (ownerId === null || (status === 'ended' && typeof endedOn !== 'string')) return [];
    const to = typeof endedOn === 'string' ? endedOn : null;
    return [{ subject: ownerId, name: nameOf.get(ownerId) ?? ownerId, from: happenedOn, to }];
  });
  const told = new Set(assigned.map(({ subject }) => subject));
  const groups = await tx.select().from(group).where(eq(group.status, 'active'));
  const untold = groups.flatMap(({ liaisonId }) => (liaisonId === null || told.has(liaisonId) ? [] : [liaisonId]));
  const unknown = [...new Set(untold)].map(
    (subject): Owes => ({ subject, name: nameOf.get(subject) ?? subject, from: '0000-01-01', to: null }),
  );
  return [...assigned, ...unknown].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

async function groupsBegun(tx: Tx, begun: readonly { subject: string | null; from: string }[]): Promise<Owes[]> {
  const ids = begun.flatMap(({ subject }) => subject ?? []);
  const groups = await tx.select().from(group).where(inArray(group.groupId, ids));
  const nameOf = new Map(groups.map(({ groupId, name }) => [groupId, name]));
  return begun.flatMap(({ subject, from }): Owes[] =>
    subject === null ? [] : [{ subject, name: nameOf.get(subject) ?? subject, from, to: from }],
  );
}
