import type { Report } from '#data/schema/records/report.ts';
import type { ReportDraft } from './draft.ts';
import { draftMonth } from './draft-month.ts';
import { draftQuarter } from './draft-quarter.ts';
import { monthOf, type Period, quarterOf } from './period.ts';
import type { ReportRecords } from './report-records.ts';

/** The period that a report covers, by its kind. */
export const periodOf = ({ kind, from }: Pick<Report, 'kind' | 'from'>): Period =>
  kind === 'quarterly' ? quarterOf(from) : monthOf(from);

/** A report drafted anew from the records as they are now: same period, same subject, same id. */
export function redraft(
  report: Pick<Report, 'reportId' | 'kind' | 'subject' | 'from' | 'amends'>,
  records: ReportRecords,
  earlier: readonly Report[],
): ReportDraft {
  const { reportId, kind, amends } = report;
  const period = periodOf(report);
  const fresh =
    kind === 'quarterly'
      ? draftQuarter(period, records, earlier)
      : draftMonth(period, { kind, subject: report.subject ?? '' }, records);
  return { ...fresh, reportId, amends };
}
