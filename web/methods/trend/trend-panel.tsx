import type { Trend } from '#analysis/trend/trend.ts';
import { useAreas } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { chance } from '#web/methods/frame/chance.ts';
import { LongerSpan } from '#web/methods/frame/longer-span.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

const USUAL_STEP = 4;
const ENOUGH_DAYS = 360;
const MOST_ROWS = 20;

/** What rose or fell over the dates, by category and area; the surest first. */
export function TrendPanel() {
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  const weeksPerStep = Math.round(useNumberOption('step', USUAL_STEP));
  const answered = useAnswer('trend', filter, { weeksPerStep }, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) => words.sentence(ofDirection(findings, 'rising'), ofDirection(findings, 'falling'))}
      reasons={words.reasons}
      options={
        <>
          <NumberOption name="step" label={words.step} usual={USUAL_STEP} choices={[1, 4, 13]} unit={words.weeks} />
          <LongerSpan atLeastDays={ENOUGH_DAYS} />
        </>
      }
    >
      {({ findings }) => (
        <DataTable
          caption={words.rows}
          rows={findings.slice(0, MOST_ROWS).map((trend) => ({ ...trend, area: nameOf(trend.areaId) }))}
          columns={COLUMNS}
          rowKey={({ areaId, category }) => `${areaId} ${category}`}
          dense
        />
      )}
    </MethodAnswer>
  );
}

const ofDirection = (trends: readonly Trend[], wanted: Trend['direction']): number =>
  trends.filter(({ direction }) => direction === wanted).length;

type Row = Trend & { area: string };

const COLUMNS: readonly Column<Row>[] = [
  { id: 'series', head: words.series, value: ({ category, area }) => `${kindName(category)}, ${area}`, isName: true },
  { id: 'direction', head: words.direction, value: ({ direction }) => words.directions[direction] },
  {
    id: 'slope',
    head: words.slope,
    value: ({ slope }) => slope,
    cell: ({ slope, low, high }) => words.slopeInWords(slope, low, high),
    numeric: true,
  },
  { id: 'q', head: words.q, value: ({ q }) => q, cell: ({ q }) => chance(q), numeric: true },
];
