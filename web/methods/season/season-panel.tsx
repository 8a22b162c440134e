import { useAreas } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Questions } from '#web/compute/door.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

type Row = Questions['season']['answer']['findings'][number] & { area: string };

const MOST_ROWS = 20;
const CLEAR = 0.3; // of what the trend leaves

/** What comes back every year, by category and area; the strongest season first. */
export function SeasonPanel() {
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  const answered = useAnswer('season', filter, {}, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) => words.sentence(findings.filter(isClear).length, findings.length)}
      reasons={words.reasons}
    >
      {({ findings }) =>
        findings.length === 0 ? null : (
          <DataTable
            caption={words.rows}
            rows={findings.slice(0, MOST_ROWS).map((one): Row => ({ ...one, area: nameOf(one.areaId) }))}
            columns={COLUMNS}
            rowKey={({ areaId, category }) => `${areaId} ${category}`}
            dense
          />
        )
      }
    </MethodAnswer>
  );
}

const isClear = ({ strength }: { strength: number }): boolean => strength >= CLEAR;

const COLUMNS: readonly Column<Row>[] = [
  { id: 'series', head: words.series, value: ({ category, area }) => `${kindName(category)}, ${area}`, isName: true },
  { id: 'strength', head: words.strength, value: ({ strength }) => Number(strength.toFixed(2)), numeric: true },
  {
    id: 'high',
    head: words.high,
    value: ({ highWeek }) => highWeek,
    cell: ({ highWeek, high }) => words.swing(highWeek, high),
  },
  {
    id: 'low',
    head: words.low,
    value: ({ lowWeek }) => lowWeek,
    cell: ({ lowWeek, low }) => words.swing(lowWeek, low),
  },
];
