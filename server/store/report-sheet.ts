import { createHash } from 'node:crypto';
import { and, desc, eq, gte, lte, sql } from 'drizzle-orm';
import { canonicalReport } from '#analysis/report/canonical.ts';
import { findLacks } from '#analysis/report/lacks.ts';
import { isAuthor, type ReportChoices, receiverOf, standingOf } from '#analysis/report/standing.ts';
import { may } from '#data/schema/permissions.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Report, ReportLack } from '#data/schema/records/report.ts';
import type { ReportLine, ReportSheet } from '#data/schema/records/report-view.ts';
import type { Tx } from './record-store.ts';
import { DIVISION, draftFresh, unsentEarlier } from './reports.ts';
import { readChoices } from './settings.ts';
import { group } from './tables/groups.ts';
import { report } from './tables/notices.ts';
import { person } from './tables/people.ts';

export const hashOf = (sent: Report): string => createHash('sha256').update(canonicalReport(sent)).digest('hex');

/** What keeps a draft from being sent, against the records as they are in this transaction. */
export async function lacksOf(tx: Tx, { nowLocal }: Acting, draft: Report): Promise<ReportLack[]> {
  const { fresh, earlier } = await draftFresh(tx, draft);
  const context = { earlier, fresh, unsentEarlier: await unsentEarlier(tx, draft), today: nowLocal.slice(0, 10) };
  return findLacks(draft, context);
}

/** A report with all that its screen says around it. */
export async function sheetOf(tx: Tx, acting: Acting, kept: Report): Promise<ReportSheet> {
  const names = await readNames(tx);
  const choices = await readChoices(tx);
  const isDraft = kept.status === 'draft';
  const receivesRole = receiverOf(kept, choices);
  const carried = kept.parts.flatMap(({ items }) => items.map((item) => item.carriedFrom));
  return {
    report: kept,
    subjectName: names.subjectOf(kept),
    standing: standingOf(kept, acting.nowLocal.slice(0, 10), choices),
    lacks: isDraft ? await lacksOf(tx, acting, kept) : [],
    hashHolds: isDraft ? null : kept.hash === hashOf(kept),
    earlierIds: [...new Set(carried.filter((each) => each !== null))],
    mayWrite: isDraft && isTheirs(acting, kept, names),
    mayReceive: kept.status === 'sent' && acting.actor.role === receivesRole && may(receivesRole, 'report.receive'),
    mayAmend: !isDraft && isTheirs(acting, kept, names),
    receivesRole,
    groupNames: Object.fromEntries(names.groups),
    personNames: Object.fromEntries(names.people),
  };
}

type Names = {
  readonly groups: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly liaisonOf: (groupId: string) => string | null;
  readonly subjectOf: (kept: Pick<Report, 'kind' | 'subject'>) => string;
};

export async function readNames(tx: Tx): Promise<Names> {
  const groupRows = await tx.select().from(group);
  const personRows = await tx.select().from(person);
  const groups = new Map(groupRows.map(({ groupId, name }) => [groupId, name]));
  const people = new Map(personRows.map(({ personId, title, name }) => [personId, `${title} ${name}`.trim()]));
  const liaisons = new Map(groupRows.map(({ groupId, liaisonId }) => [groupId, liaisonId]));
  return {
    groups,
    people,
    liaisonOf: (groupId) => liaisons.get(groupId) ?? null,
    subjectOf: ({ kind, subject }) => {
      if (kind === 'quarterly') return 'To the chief';
      if (subject === DIVISION || subject === null) return 'The division';
      return (kind === 'monthly-group' ? groups : people).get(subject) ?? subject;
    },
  };
}

export const isTheirs = ({ actor }: Acting, kept: Pick<Report, 'kind' | 'subject'>, names: Names): boolean =>
  may(actor.role, 'report.submit') && isAuthor(kept, actor, names.liaisonOf);

export type ReportQuestion = {
  readonly kind?: Report['kind'] | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined; // of reports that cover this day or a later one
  readonly to?: string | undefined;
};
const MOST = 400;
const URGENCY = { late: 0, due: 1, running: 2, sent: 3, received: 4 };

/** Late and due drafts first, then the newest; at most 400. */
export async function listReports(tx: Tx, acting: Acting, asked: ReportQuestion): Promise<ReportLine[]> {
  const names = await readNames(tx);
  const choices: ReportChoices = await readChoices(tx);
  const rows = await tx
    .select({
      reportId: report.reportId,
      kind: report.kind,
      subject: report.subject,
      from: report.from,
      to: report.to,
      status: report.status,
      sentAt: report.sentAt,
      sentBy: report.sentBy,
      receivedAt: report.receivedAt,
      receivedBy: report.receivedBy,
      amends: report.amends,
    })
    .from(report)
    .where(
      and(
        asked.kind ? eq(report.kind, asked.kind) : undefined,
        asked.subject ? eq(report.subject, asked.subject) : undefined,
        asked.from ? gte(report.to, asked.from) : undefined,
        asked.to ? lte(report.from, asked.to) : undefined,
      ),
    )
    .orderBy(sql`${report.status} = 'draft' desc`, desc(report.to), report.reportId)
    .limit(MOST);
  const lines = rows.map((row) => ({
    ...row,
    subjectName: names.subjectOf(row),
    standing: standingOf(row, acting.nowLocal.slice(0, 10), choices),
    isMine: isTheirs(acting, row, names),
    receivesRole: receiverOf(row, choices),
  }));
  return lines.sort(
    (one, other) => URGENCY[one.standing.state] - URGENCY[other.standing.state] || other.to.localeCompare(one.to),
  );
}
