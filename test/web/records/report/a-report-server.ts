import { vi } from 'vitest';
import { draftQuarter } from '#analysis/report/draft-quarter.ts';
import { editReport, type ReportEdit } from '#analysis/report/edit.ts';
import { findLacks } from '#analysis/report/lacks.ts';
import { quarterPeriod } from '#analysis/report/period.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { Report } from '#data/schema/records/report.ts';
import type { ReportCalls, ReportSheet } from '#data/schema/records/report-view.ts';
import { smallCity } from '#test/fixture/reports/city.ts';

const unsent = { sentAt: null, sentBy: null, hash: null, receivedAt: null, receivedBy: null };
const kept = {
  ...{ revision: 1, status: 'draft' as const, ...unsent },
  ...{ createdAt: '2026-10-01T09:00:00', createdBy: 'p-coordinator' },
  ...{ updatedAt: '2027-01-04T09:00:00', updatedBy: 'p-coordinator' },
};
const EARLIER: Report = {
  ...{ ...draftQuarter(quarterPeriod('2026-Q3'), smallCity, []), ...kept, status: 'sent' },
  ...{ sentAt: '2026-10-12T09:00:00', sentBy: 'p-coordinator', hash: 'e'.repeat(64) },
};
const TODAY = '2027-01-04';

/** The draft of Q4 2026 as the server first has it: part d carries every item of Q3. */
export const draftOfQ4 = (): Report => ({
  ...draftQuarter(quarterPeriod('2026-Q4'), smallCity, [EARLIER]),
  ...kept,
});

export const lacksOf = (report: Report) =>
  findLacks(report, { earlier: [EARLIER], fresh: null, unsentEarlier: null, today: TODAY });

/** Every action written: what the draft still lacks is nothing. */
export const decided = (report: Report): Report => ({
  ...report,
  parts: report.parts.map((part) => ({
    ...part,
    none: part.items.length === 0 ? 'None this quarter.' : part.none,
    items: part.items.map((item) => ({ ...item, action: item.action || 'Continue' })),
  })),
});

/** Calls beside one concern of the draft: 12 weeks, of which the last is out of its range. */
export const CALLS: ReportCalls = {
  ...{ concernId: 'C-0291', label: 'Dumping', groupName: 'Eastbank', heardOn: '2026-11-12' },
  weeks: Array.from({ length: 12 }, (_, at) => ({
    week: toLocalDate(toDayNumber('2026-10-12') + 7 * at),
    ...{ count: at === 11 ? 23 : 10 + (at % 3), low: 8, high: 17, complete: true as const },
  })),
  said: '7 of the last 8 weeks usual; the last one 23, where 8 to 17 is usual.',
};

/** The report routes as a page meets them, over one report held here; `asked` is what the page sent. */
export function serveReport(first: Report, may: Partial<ReportSheet> = {}) {
  let report = first;
  const asked: { method: string; path: string; body: { revision?: number } & ReportEdit }[] = [];
  const sheet = (): ReportSheet => ({
    report,
    subjectName: 'To the chief',
    standing: { dueOn: '2027-01-15', state: report.status === 'draft' ? 'due' : report.status, daysLate: 0 },
    lacks: report.status === 'draft' ? lacksOf(report) : [],
    hashHolds: report.status === 'draft' ? null : true,
    earlierIds: [EARLIER.reportId],
    ...{ mayWrite: report.status === 'draft', mayReceive: false, mayAmend: false, receivesRole: 'chief' },
    ...{ groupNames: {}, personNames: { 'p-coordinator': 'Mara Corbin', 'p-chief': 'Chief Averill' } },
    ...may,
  });
  const change = (changes: Partial<Report>) => {
    report = { ...report, ...changes, revision: report.revision + 1 };
    return Response.json(sheet());
  };
  const answer = (method: string, path: string, body: { revision?: number } & ReportEdit): Response => {
    if (path.includes('/calls?')) return Response.json(path.includes(CALLS.concernId) ? CALLS : null);
    if (path.includes('/evidence')) return Response.json({ lines: [], missing: [], before: null });
    if (method === 'GET') return Response.json(sheet());
    if (path.endsWith('/amendments')) return Response.json({ ...sheet(), report: { ...first, reportId: '2026-Q4/2' } });
    if (body.revision !== report.revision)
      return Response.json({ detail: 'Somebody else changed it.', current: report }, { status: 409 });
    if (method === 'PATCH') return change(editReport(report, body));
    if (path.endsWith('/receipt'))
      return change({ status: 'received', receivedAt: '2027-01-05T08:10:00', receivedBy: 'p-chief' });
    return change({ status: 'sent', sentAt: '2027-01-04T10:00:00', sentBy: 'p-coordinator', hash: 'f'.repeat(64) });
  };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    asked.push({ method, path, body });
    return answer(method, path, body);
  });
  return {
    asked,
    now: () => report,
    /** Somebody else writes meanwhile. */
    byAnother: (edit: ReportEdit) => change(editReport(report, edit)),
  };
}
