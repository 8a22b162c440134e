import { and, desc, eq, lt, ne } from 'drizzle-orm';
import { carriedFrom } from '#analysis/report/carried.ts';
import type { ReportDraft } from '#analysis/report/draft.ts';
import { monthPeriod, type Period, periodBefore, quarterPeriod } from '#analysis/report/period.ts';
import { periodOf, redraft } from '#analysis/report/redraft.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Report } from '#data/schema/records/report.ts';
import type { ReportOrder } from '#data/schema/records/report-view.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { born } from './kept.ts';
import type { RecordStore, Tx } from './record-store.ts';
import { readReportRecords } from './report-records.ts';
import { group } from './tables/groups.ts';
import { report } from './tables/notices.ts';
import { person } from './tables/people.ts';

export const DIVISION = 'division'; // the subject of its monthly report

export async function findReport(tx: Tx, reportId: string): Promise<Report | null> {
  const [found] = await tx.select().from(report).where(eq(report.reportId, reportId));
  return found ?? null;
}

export async function theReport(tx: Tx, reportId: string): Promise<Report> {
  const found = await findReport(tx, reportId);
  if (found === null) throw new RecordMissing(`Report ${reportId}`);
  return found;
}

/** What was sent for the last quarter before this one that anything was sent for: the report and its amendments. */
export async function earlierReports(tx: Tx, { from }: Period): Promise<Report[]> {
  const isEarlier = and(eq(report.kind, 'quarterly'), ne(report.status, 'draft'), lt(report.to, from));
  const [last] = await tx.select({ from: report.from }).from(report).where(isEarlier).orderBy(desc(report.to)).limit(1);
  if (last === undefined) return [];
  return tx
    .select()
    .from(report)
    .where(and(isEarlier, eq(report.from, last.from)))
    .orderBy(report.sentAt, report.reportId);
}

/** The draft of the quarter just before, where nobody has sent it yet: part d has to follow from it. */
export async function unsentEarlier(tx: Tx, { kind, from }: Pick<Report, 'kind' | 'from'>): Promise<string | null> {
  if (kind !== 'quarterly') return null;
  const before = await findReport(tx, periodBefore(periodOf({ kind, from })).name);
  return before?.status === 'draft' ? before.reportId : null;
}

type Wanted = Pick<Report, 'reportId' | 'kind' | 'subject' | 'from' | 'amends'>;

/** The report as the records are now, with what its part d follows from. */
export async function draftFresh(tx: Tx, wanted: Wanted): Promise<{ fresh: ReportDraft; earlier: Report[] }> {
  const period = periodOf(wanted);
  const earlier = wanted.kind === 'quarterly' ? await earlierReports(tx, period) : [];
  const named = carriedFrom(earlier).map(({ item }) => item.itemId);
  return { fresh: redraft(wanted, await readReportRecords(tx, period, named), earlier), earlier };
}

/** The draft that was asked for; where there is one already, that one. */
export async function orderReport(
  tx: Tx,
  acting: Acting,
  { kind, period, subject }: ReportOrder,
): Promise<{ report: Report; isNew: boolean }> {
  const { name, from } = namedPeriod(kind, period);
  if (from > acting.nowLocal.slice(0, 10)) throw new RecordRefused('period', `${name} has not begun yet.`);
  const whose = await subjectOf(tx, kind, subject);
  const reportId = whose === null ? name : `${name}/${whose}`;
  return keepDraft(tx, acting, { reportId, kind, subject: whose, from, amends: null });
}

export async function keepDraft(tx: Tx, acting: Acting, wanted: Wanted): Promise<{ report: Report; isNew: boolean }> {
  const before = await findReport(tx, wanted.reportId);
  if (before) return { report: before, isNew: false };
  const { fresh } = await draftFresh(tx, wanted);
  const [made] = await tx
    .insert(report)
    .values({ ...fresh, ...born(acting) })
    .onConflictDoNothing()
    .returning();
  return { report: made ?? (await theReport(tx, wanted.reportId)), isNew: made !== undefined };
}

/** At the close of a month: a draft for each officer, and the division's. Run again it drafts only what is missing. */
export async function draftMonth(store: RecordStore, acting: Acting, month: string): Promise<string[]> {
  const { name, from } = monthPeriod(month);
  const officers = await store.as(acting, (tx) =>
    tx
      .select({ personId: person.personId })
      .from(person)
      .where(and(eq(person.role, 'officer'), person.isActive))
      .orderBy(person.personId),
  );
  const wanted: Wanted[] = [
    ...officers.map(({ personId }) => ({ kind: 'monthly-officer' as const, subject: personId })),
    { kind: 'monthly-division' as const, subject: DIVISION },
  ].map((each) => ({ ...each, reportId: `${name}/${each.subject}`, from, amends: null }));
  const made: string[] = [];
  for (const each of wanted) {
    const { report: kept, isNew } = await store.as(acting, (tx) => keepDraft(tx, acting, each));
    if (isNew) made.push(kept.reportId);
  }
  return made;
}

function namedPeriod(kind: Report['kind'], period: string): Period {
  const isQuarter = period.includes('Q');
  if (isQuarter !== (kind === 'quarterly')) {
    throw new RecordRefused(
      'period',
      kind === 'quarterly' ? 'Name a quarter, as 2026-Q3.' : 'Name a month, as 2026-11.',
    );
  }
  return isQuarter ? quarterPeriod(period) : monthPeriod(period);
}

async function subjectOf(tx: Tx, kind: Report['kind'], subject: string | null): Promise<string | null> {
  if (kind === 'quarterly') return null;
  if (kind === 'monthly-division') return DIVISION;
  if (subject === null) throw new RecordRefused('subject', 'Say whose month it is: an officer or a group.');
  const found =
    kind === 'monthly-officer'
      ? await tx.select().from(person).where(eq(person.personId, subject))
      : await tx.select().from(group).where(eq(group.groupId, subject));
  if (found.length === 0) throw new RecordRefused('subject', `${subject} is nobody we know.`);
  return subject;
}
