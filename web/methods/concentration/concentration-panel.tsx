import type { Concentration } from '#analysis/concentration/concentration.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { count } from '#web/ui/words.ts';
import { CurveChart } from './curve-chart.tsx';
import { words } from './words.ts';

/** How few places hold how many of the calls: the curve, and the indexes as rows. */
export function ConcentrationPanel() {
  const { filter } = useView();
  const answered = useAnswer('concentration', filter, {}, 'method');
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings: [found] }) =>
        found === undefined ? words.nothing : words.sentence(found.placesFor80, evenFor80(found), found.calls)
      }
      reasons={words.reasons}
    >
      {({ findings: [found] }) =>
        found && (
          <>
            <CurveChart found={found} label={words.chart(shareFor80(found))} />
            <DataTable caption={words.rows} rows={rowsOf(found)} columns={COLUMNS} rowKey={({ name }) => name} dense />
          </>
        )
      }
    </MethodAnswer>
  );
}

type Row = { name: string; value: string };

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`;
const shareFor80 = ({ placesFor80, places }: Concentration): string => percent(placesFor80 / places);
const evenFor80 = ({ calls, places }: Concentration): number => Math.ceil(0.8 * Math.min(calls, places));

function rowsOf({ gini, places, placesFor25, placesFor50, placesFor80, top }: Concentration): Row[] {
  const rows = [
    { name: words.gini, value: gini.toFixed(2) },
    { name: words.placesFor('25%'), value: count(placesFor25) },
    { name: words.placesFor('50%'), value: count(placesFor50) },
    { name: words.placesFor('80%'), value: count(placesFor80) },
    { name: words.places, value: count(places) },
  ];
  if (typeof top === 'string') return rows;
  return [
    ...rows,
    { name: words.topCalls, value: percent(top.callsShare) },
    { name: words.pai, value: top.pai.toFixed(1) },
    { name: words.pei, value: percent(top.pei) },
  ];
}

const COLUMNS: readonly Column<Row>[] = [
  { id: 'name', head: words.measure, value: ({ name }) => name, isName: true },
  { id: 'value', head: words.value, value: ({ value }) => value, numeric: true },
];
