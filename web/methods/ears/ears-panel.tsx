import type { EarsRule } from '#analysis/ears/ears.ts';
import { useAreas } from '#web/ask/desk.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { LimitChart } from '#web/chart/limit-chart.tsx';
import { longDate } from '#web/chart/week-axis.ts';
import type { DailyAlarms, EarsDay } from '#web/compute/ears.ts';
import { ChoiceOption, useChoiceOption } from '#web/methods/frame/choice-option.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { MoreOptions, NamedNumber, NamedOption } from '#web/methods/frame/more-options.tsx';
import { useNumberOption } from '#web/methods/frame/number-option.tsx';
import { namedSeries, type SeriesRow, SeriesRows } from '#web/methods/frame/series-rows.tsx';
import type { Column } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

const RULES = ['C2', 'C1', 'C3'] as const satisfies readonly EarsRule[];
const [DAYS, BASELINE, LEAST] = [28, 7, 1];

/** The days up to the end of the dates on their limits, and the kinds and areas above theirs on the last. */
export function EarsPanel() {
  const { filter, change } = useView();
  const { nameOf } = useAreas(filter.layer);
  const rule = useChoiceOption('rule', RULES);
  const days = Math.round(useNumberOption('days', DAYS));
  const baseline = Math.max(3, Math.round(useNumberOption('baseline', BASELINE)));
  const minSigma = useNumberOption('least', LEAST);
  const answered = useAnswer('ears', filter, { rule, days, baseline, minSigma }, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) => sentenceOf(daysOf(findings))}
      reasons={words.reasons}
      options={
        <MoreOptions>
          <NamedOption name={words.rule}>
            <ChoiceOption name="rule" label={words.rule} choices={RULES} labels={words.rules} />
            <span className="caption">{words.ruleSays[rule]}</span>
          </NamedOption>
          <NamedNumber
            name="baseline"
            label={words.baseline}
            usual={BASELINE}
            choices={[7, 14, 28]}
            unit={words.daysUnit}
          />
          <NamedNumber name="least" label={words.least} usual={LEAST} choices={[0.5, 1, 2]} unit={words.callsUnit} />
          <NamedNumber name="days" label={words.days} usual={DAYS} choices={[28, 56, 91]} unit={words.daysUnit} />
        </MoreOptions>
      }
    >
      {({ findings, options }) =>
        findings.length > 0 && (
          <>
            <DaysChart days={daysOf(findings)} />
            <AlarmRows
              findings={findings}
              alpha={Number(options.alpha)}
              nameOf={nameOf}
              onPick={({ areaId, category }) => change({ filter: { areas: [areaId], categories: [category] } })}
            />
          </>
        )
      }
    </MethodAnswer>
  );
}

export const DaysChart = ({ days }: { days: readonly EarsDay[] }) => (
  <LimitChart
    points={days.map(({ day, count, limit, isAlarm }) => ({
      ...{ at: day, value: count, limit },
      mark: isAlarm ? ('watch' as const) : ('none' as const),
    }))}
    label={words.chart}
    heads={words.heads}
  />
);

type Row = DailyAlarms & SeriesRow & EarsDay;

/** The series above their limit on the last day, and how many of all would be by chance alone. */
export function AlarmRows({
  findings,
  alpha,
  nameOf,
  onPick,
}: {
  findings: readonly DailyAlarms[];
  alpha: number; // chance of one series to be above its limit
  nameOf: (areaId: string) => string;
  onPick: (row: Row) => void;
}) {
  const judged = namedSeries(findings, nameOf).flatMap((one): Row[] =>
    one.days.slice(0, 1).map((day) => ({ ...one, ...day })),
  );
  const alarms = judged.filter(({ isAlarm }) => isAlarm).sort((a, b) => above(b) - above(a));
  return (
    <SeriesRows
      judged={judged.length}
      ringing={alarms}
      says={words.ofSeries(alarms.length, judged.length, alpha * judged.length)}
      caption={words.rows}
      columns={COLUMNS}
      onPick={onPick}
    />
  );
}

const above = ({ count, limit }: EarsDay): number => count - (limit ?? count);
const daysOf = (findings: readonly DailyAlarms[]): EarsDay[] =>
  findings.find(({ areaId }) => areaId === null)?.days ?? [];

function sentenceOf(days: readonly EarsDay[]): string {
  const last = days.at(-1);
  if (last === undefined) return words.nothing;
  const alarms = days.filter(({ isAlarm }) => isAlarm).length;
  return words.sentence(longDate(last.day), last.count, last.limit, alarms, days.length);
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'series', head: words.series, value: ({ name }) => name, isName: true },
  { id: 'observed', head: words.observed, value: ({ count }) => count, numeric: true },
  {
    id: 'expected',
    head: words.expected,
    value: ({ expected }) => expected,
    cell: ({ expected }) => expected?.toFixed(1) ?? '',
    numeric: true,
  },
  {
    id: 'limit',
    head: words.upper,
    value: ({ limit }) => limit,
    cell: ({ limit }) => limit?.toFixed(1) ?? '',
    numeric: true,
  },
];
