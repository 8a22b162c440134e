import { useMemo } from 'react';
import type { MoranCell } from '#analysis/local-moran/local-moran.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { chance } from '#web/methods/frame/chance.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

const USUAL_CELL = 300;

/** Cells that are like their neighbors, or unlike them: on the map and as rows. */
export function LocalMoranPanel() {
  const { filter } = useView();
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  const answered = useAnswer('local-moran', filter, { cellMeters }, 'method');
  const { found } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings)), [found]));
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) =>
        words.sentence(countOf(findings, 'high-high'), countOf(findings, 'high-low'), cellMeters)
      }
      reasons={words.reasons}
      options={
        <NumberOption name="cell" label={words.cell} usual={USUAL_CELL} choices={[250, 300, 400, 500]} unit="m" />
      }
    >
      {({ findings }) => (
        <DataTable
          caption={words.rows}
          rows={findings.filter(isMarked).slice(0, MOST_ROWS)}
          columns={COLUMNS}
          rowKey={(cell) => String(cell.ring[0])}
          dense
        />
      )}
    </MethodAnswer>
  );
}

const MOST_ROWS = 20;
const isMarked = ({ verdict }: MoranCell): boolean => verdict !== 'not-significant';
const countOf = (cells: readonly MoranCell[], wanted: MoranCell['verdict']): number =>
  cells.filter(({ verdict }) => verdict === wanted).length;

const COLUMNS: readonly Column<MoranCell>[] = [
  { id: 'verdict', head: words.verdict, value: ({ verdict }) => words.verdicts[verdict], isName: true },
  { id: 'count', head: words.calls, value: ({ count }) => count, numeric: true },
  { id: 'z', head: words.z, value: ({ z }) => Number(z.toFixed(2)), numeric: true },
  { id: 'q', head: words.q, value: ({ q }) => q, cell: ({ q }) => chance(q), numeric: true },
];

const toFeatures = (cells: readonly MoranCell[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: cells.filter(isMarked).map(({ ring, verdict, count }) => ({
    type: 'Feature',
    properties: {
      tone: verdict === 'high-high' ? 'strong' : verdict === 'high-low' ? 'weak' : 'low',
      label: words.label(count, words.verdicts[verdict]),
    },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
});
