import { useDesk } from '#web/ask/desk.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import type { CallLag } from '#web/compute/reporting-lag.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { SourceLags } from '#web/sources/source-lags.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { ArrivalChart } from './arrival-chart.tsx';
import { words } from './words.ts';

/** How late calls come in after they happened, and which of the last weeks are whole, nowcast or left out. */
export function ReportingLagPanel() {
  const { opened } = useDesk();
  const { filter } = useView();
  const answered = useAnswer('reporting-lag', filter, {}, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings: [lag] }) =>
        lag === undefined ? words.nothing : words.sentence(lag.medianDays, lag.lagDays, stillToCome(lag))
      }
      reasons={words.reasons}
    >
      {({ findings: [lag], window }) => (
        <>
          {lag && <LagProof lag={lag} since={window?.from ?? ''} />}
          <section aria-label={words.files}>
            <h3>{words.files}</h3>
            <SourceLags manifest={opened.manifest} />
          </section>
        </>
      )}
    </MethodAnswer>
  );
}

/** The curve of arrival, and the last weeks: what is here beside what it will come to. */
export function LagProof({ lag, since }: { lag: CallLag; since: string }) {
  return (
    <>
      <ArrivalChart lag={lag} label={words.chart(lag.lagDays)} />
      <DataTable caption={words.rows} rows={lag.weeks} columns={COLUMNS} rowKey={({ week }) => week} dense />
      <p className="caption">{words.learned(lag.records, longDate(since))}</p>
    </>
  );
}

/** Of the weeks that are nowcast; one that is left out says nothing. */
const stillToCome = ({ weeks }: CallLag): number =>
  Math.round(weeks.reduce((sum, one) => sum + (one.verdict === 'nowcast' ? one.expected - one.observed : 0), 0));

type Row = CallLag['weeks'][number];

function comesTo({ expected, low, high, verdict }: Row): string {
  if (verdict === 'left-out') return words.leftOutCell;
  return verdict === 'complete' ? words.whole(expected) : words.range(expected, low, high);
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'week', head: words.week, value: ({ week }) => week, cell: ({ week }) => shortDate(week), isName: true },
  { id: 'here', head: words.here, value: ({ observed }) => observed, numeric: true },
  {
    id: 'share',
    head: words.share,
    value: ({ share }) => share,
    cell: ({ share }) => words.percent(share),
    numeric: true,
  },
  {
    id: 'expected',
    head: words.expected,
    value: ({ expected, verdict }) => (verdict === 'left-out' ? null : expected),
    cell: (week) => comesTo(week),
    numeric: true,
  },
  { id: 'says', head: words.says, value: ({ verdict }) => words.verdicts[verdict] },
];
