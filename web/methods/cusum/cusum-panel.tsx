import { useAreas } from '#web/ask/desk.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { LimitChart } from '#web/chart/limit-chart.tsx';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import type { Shift } from '#web/compute/cusum.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { MoreOptions, NamedNumber } from '#web/methods/frame/more-options.tsx';
import { useNumberOption } from '#web/methods/frame/number-option.tsx';
import { namedSeries, type SeriesRow, SeriesRows } from '#web/methods/frame/series-rows.tsx';
import type { Column } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

const [RUN_LENGTH, WATCHED, USUAL, SHIFT] = [520, 26, 52, 1];

/** Whether the level of the chosen calls has shifted up, and of which kinds in which areas. */
export function CusumPanel() {
  const { filter, change } = useView();
  const { nameOf } = useAreas(filter.layer);
  const runLength = Math.max(2, useNumberOption('run', RUN_LENGTH));
  const watchedWeeks = Math.round(useNumberOption('watched', WATCHED));
  const usualWeeks = Math.round(useNumberOption('usual', USUAL));
  const shift = useNumberOption('shift', SHIFT);
  const answered = useAnswer('cusum', filter, { runLength, watchedWeeks, usualWeeks, shift }, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) => sentenceOf(wholeOf(findings))}
      reasons={words.reasons}
      options={
        <MoreOptions>
          <NamedNumber
            name="run"
            label={words.runLength}
            usual={RUN_LENGTH}
            choices={[104, 520, 1040]}
            unit={words.weeksUnit}
          />
          <NamedNumber name="shift" label={words.shift} usual={SHIFT} choices={[0.5, 1, 2]} unit={words.deviations} />
          <NamedNumber
            name="watched"
            label={words.watched}
            usual={WATCHED}
            choices={[13, 26, 52]}
            unit={words.weeksUnit}
          />
          <NamedNumber
            name="usual"
            label={words.usualWeeks}
            usual={USUAL}
            choices={[26, 52, 78]}
            unit={words.weeksUnit}
          />
        </MoreOptions>
      }
    >
      {({ findings }) => {
        const whole = wholeOf(findings);
        return (
          whole && (
            <>
              <ShiftCharts whole={whole} />
              <ShiftRows
                findings={findings}
                nameOf={nameOf}
                watchedWeeks={watchedWeeks}
                onPick={({ areaId, category }) => change({ filter: { areas: [areaId], categories: [category] } })}
              />
            </>
          )
        );
      }}
    </MethodAnswer>
  );
}

/** The weeks on the level above which they add up, and the sum on its limit. */
export function ShiftCharts({ whole: { weeks, k, h, runLength, runLengthRisen } }: { whole: Shift }) {
  return (
    <>
      <LimitChart
        points={weeks.map(({ week, count }) => ({ at: week, value: count, limit: k, mark: 'none' as const }))}
        label={words.calls}
        heads={words.headsCalls}
        height={130}
      />
      <LimitChart
        points={weeks.map(({ week, sum }) => ({
          ...{ at: week, value: sum, limit: h },
          mark: sum >= h ? ('unusual' as const) : ('none' as const),
        }))}
        label={words.sums}
        heads={words.headsSums}
        height={130}
      />
      <p className="caption">{words.fits(runLength, runLengthRisen)}</p>
    </>
  );
}

type Row = Shift & SeriesRow;

/** The series whose level has risen, furthest over their limit first, and how many would signal by chance alone. */
export function ShiftRows({
  findings,
  nameOf,
  watchedWeeks,
  onPick,
}: {
  findings: readonly Shift[];
  nameOf: (areaId: string) => string;
  watchedWeeks: number;
  onPick: (row: Row) => void;
}) {
  const judged = namedSeries(findings, nameOf);
  const risen = judged.filter(({ verdict }) => verdict === 'unusual').sort((a, b) => b.sum / b.h - a.sum / a.h);
  const byChance = judged.reduce((sum, { runLength }) => sum + Math.min(1, watchedWeeks / runLength), 0);
  return (
    <SeriesRows
      judged={judged.length}
      ringing={risen}
      says={words.ofSeries(risen.length, judged.length, byChance)}
      caption={words.rows}
      columns={COLUMNS}
      onPick={onPick}
    />
  );
}

const wholeOf = (findings: readonly Shift[]): Shift | undefined => findings.find(({ areaId }) => areaId === null);

function sentenceOf(whole: Shift | undefined): string {
  if (whole === undefined) return words.nothing;
  const { usual, sum, h, verdict, risingSince, signalWeek } = whole;
  if (verdict === 'unusual') return words.risen(usual, longDate(risingSince ?? signalWeek ?? ''), sum, h);
  const says = words.notRisen(usual, sum, h);
  return signalWeek === null ? says : `${says} ${words.was(longDate(signalWeek))}`;
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'series', head: words.series, value: ({ name }) => name, isName: true },
  {
    id: 'usual',
    head: words.usual,
    value: ({ usual }) => usual,
    cell: ({ usual }) => words.level(usual),
    numeric: true,
  },
  {
    id: 'since',
    head: words.since,
    value: ({ risingSince }) => risingSince,
    cell: ({ risingSince }) => (risingSince === null ? '' : shortDate(risingSince)),
  },
  {
    id: 'sum',
    head: words.sum,
    value: ({ sum, h }) => sum / h,
    cell: ({ sum, h }) => words.sumOf(sum, h),
    numeric: true,
  },
];
