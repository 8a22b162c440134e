import { addDays } from '#analysis/shared/days.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Group } from '#data/schema/records/group.ts';
import type { Report } from '#data/schema/records/report.ts';
import { type DutyScene, holdersOf, openState } from './duty-state.ts';
import { monthBefore, monthInWords, monthOf, quarterBefore, quarterInWords, quarterOf, type Span } from './spans.ts';

export type ReportRows = {
  readonly groups: readonly Pick<Group, 'liaisonId' | 'status'>[];
  readonly reports: readonly Pick<Report, 'reportId' | 'kind' | 'subject' | 'from' | 'status' | 'sentAt' | 'amends'>[];
};

/** The monthly report of each liaison officer (A.4), the coordinator's quarterly one and its receipt (V.B.3). */
export const findReportDuties = (scene: DutyScene, rows: ReportRows): Duty[] => [
  ...monthlyDuties(scene, rows),
  ...quarterlyDuties(scene, rows),
];

function monthlyDuties(scene: DutyScene, { groups, reports }: ReportRows): Duty[] {
  const { today, choices, people } = scene;
  const month = monthOf(today);
  const liaisons = new Set(groups.filter(({ status }) => status === 'active').map(({ liaisonId }) => liaisonId));
  const officers = people.filter(({ personId, isActive }) => isActive && liaisons.has(personId));
  return officers.flatMap(({ personId }) =>
    [monthBefore(month), month].map((span) => {
      const sent = reports.find(
        (report) => report.kind === 'monthly-officer' && report.subject === personId && isFirstSent(report, span),
      );
      return reportDuty({
        dutyId: `A.4/${personId}/${span.label}`,
        clause: 'A.4',
        what: `Monthly report, ${monthInWords(span)}`,
        subject: personId,
        owes: [personId],
        span,
        dueOn: addDays(span.to, choices.monthlyReportDueDays),
        sent,
        today,
      });
    }),
  );
}

function quarterlyDuties(scene: DutyScene, { reports }: ReportRows): Duty[] {
  const { today, choices } = scene;
  const quarter = quarterOf(today);
  const quarterly = reports.filter(({ kind }) => kind === 'quarterly');
  const duties = [quarterBefore(quarter), quarter].map((span) =>
    reportDuty({
      dutyId: `V.B.3/${span.label}`,
      clause: 'V.B.3',
      what: `Quarterly report to the chief, ${quarterInWords(span)}`,
      subject: span.label,
      owes: holdersOf(scene, 'coordinator'),
      span,
      dueOn: addDays(span.to, choices.quarterlyReportDueDays),
      sent: quarterly.find((report) => isFirstSent(report, span)),
      today,
    }),
  );
  const waiting = quarterly.filter(({ status }) => status === 'sent');
  return [
    ...duties,
    ...waiting.map(
      ({ reportId, sentAt, from }): Duty => ({
        dutyId: `V.B.3/receipt/${reportId}`,
        clause: 'V.B.3',
        what: `Receive the quarterly report ${reportId}`,
        subject: reportId,
        owes: holdersOf(scene, 'chief'),
        state: 'due',
        startsOn: sentAt?.slice(0, 10) ?? from,
        dueOn: null,
        doneOn: null,
        proof: [reportId],
      }),
    ),
  ];
}

type SentReport = ReportRows['reports'][number];

const isFirstSent = ({ from, sentAt, amends }: SentReport, span: Span): boolean =>
  from === span.from && sentAt !== null && amends === null;

function reportDuty({
  span,
  sent,
  today,
  dueOn,
  ...duty
}: Pick<Duty, 'dutyId' | 'clause' | 'what' | 'subject' | 'owes'> & {
  span: Span;
  dueOn: string;
  sent: SentReport | undefined;
  today: string;
}): Duty {
  return {
    ...duty,
    state: sent ? 'done' : openState(dueOn, today),
    startsOn: span.from,
    dueOn,
    doneOn: sent?.sentAt?.slice(0, 10) ?? null,
    proof: sent ? [sent.reportId] : [],
  };
}
