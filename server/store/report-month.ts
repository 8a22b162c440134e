import { inArray } from 'drizzle-orm';
import { draftMonth } from '#analysis/report/draft-month.ts';
import { gapsOf } from '#analysis/report/gaps.ts';
import { monthPeriod } from '#analysis/report/period.ts';
import { sentenceOf } from '#analysis/report/printed.ts';
import type { ReportRecords } from '#analysis/report/report-records.ts';
import { recordsFor, type Scope } from '#analysis/report/scope.ts';
import { isAuthor, standingOf } from '#analysis/report/standing.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { MonthToClose } from '#data/schema/records/report-view.ts';
import type { Tx } from './record-store.ts';
import { readReportRecords } from './report-records.ts';
import { findReport } from './reports.ts';
import { readChoices } from './settings.ts';
import { report } from './tables/notices.ts';

const TOLD_FIRST = ['contacts', 'meetings', 'concerns', 'actions', 'referrals'];

/** A month before it is closed: what is missing, what it comes to, and its draft where there is one. */
export async function monthToClose(tx: Tx, acting: Acting, month: string, scope: Scope): Promise<MonthToClose> {
  const period = monthPeriod(month);
  const records = await readReportRecords(tx, period);
  const drafted = draftMonth(period, scope, records);
  const kept = await findReport(tx, drafted.reportId);
  const asReport = kept ?? { kind: scope.kind, to: period.to, status: 'draft' as const, sentAt: null };
  return {
    period: period.name,
    from: period.from,
    to: period.to,
    gaps: gapsOf(recordsFor(scope, records, period), records, period).map(
      ({ kind, recordId, groupId, title, ...gap }) => ({
        kind,
        recordId,
        groupId,
        title,
        said: sentenceOf(gap),
      }),
    ),
    totals: drafted.parts
      .filter(({ part }) => TOLD_FIRST.includes(part))
      .map((part) => ({ part: part.part, title: part.title, said: sentenceOf(part) })),
    reportId: kept?.reportId ?? null,
    standing: standingOf(asReport, acting.nowLocal.slice(0, 10), await readChoices(tx)),
    groups: await groupsToReport(tx, acting, period.name, records.groups),
  };
}

/** The groups whose own month this person writes: a liaison's, and for the coordinator every group's. */
async function groupsToReport(
  tx: Tx,
  { actor }: Acting,
  month: string,
  groups: ReportRecords['groups'],
): Promise<MonthToClose['groups']> {
  const theirs = groups.filter(
    ({ groupId, kind, status, liaisonId }) =>
      kind !== 'neighborhood' &&
      status === 'active' &&
      isAuthor({ kind: 'monthly-group', subject: groupId }, actor, () => liaisonId),
  );
  const ids = theirs.map(({ groupId }) => `${month}/${groupId}`);
  const kept = await tx
    .select({ reportId: report.reportId, status: report.status })
    .from(report)
    .where(inArray(report.reportId, ids));
  return theirs.map(({ groupId, name }) => {
    const found = kept.find(({ reportId }) => reportId === `${month}/${groupId}`);
    return {
      groupId,
      name,
      reportId: found?.reportId ?? null,
      isSent: found !== undefined && found.status !== 'draft',
    };
  });
}
