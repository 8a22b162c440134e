import { useMemo } from 'react';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { HotCell } from '#web/compute/door.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { chance } from '#web/methods/frame/chance.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { isUnjudged } from '#web/methods/frame/is-unjudged.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

const USUAL_CELL = 300;

/** Cells where calls gather more, or fewer, than chance would have it: on the map and as rows. */
export function HotCellsPanel() {
  const { filter } = useView();
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  const answered = useAnswer('hot-cells', filter, { cellMeters }, 'method');
  const { found } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings)), [found]));
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings, leftOut }) =>
        isUnjudged(leftOut)
          ? words.unjudged
          : words.sentence(countOf(findings, 'hot'), countOf(findings, 'cold'), cellMeters)
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
const isMarked = ({ verdict }: HotCell): boolean => verdict !== 'not-significant';
const countOf = (cells: readonly HotCell[], wanted: HotCell['verdict']): number =>
  cells.filter(({ verdict }) => verdict === wanted).length;

const COLUMNS: readonly Column<HotCell>[] = [
  { id: 'verdict', head: words.verdict, value: ({ verdict }) => words.verdicts[verdict], isName: true },
  { id: 'count', head: words.calls, value: ({ count }) => count, numeric: true },
  { id: 'z', head: words.z, value: ({ z }) => Number(z.toFixed(2)), numeric: true },
  { id: 'q', head: words.q, value: ({ q }) => q, cell: ({ q }) => chance(q), numeric: true },
];

const toFeatures = (cells: readonly HotCell[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: cells.filter(isMarked).map(({ ring, verdict, count }) => ({
    type: 'Feature',
    properties: { tone: verdict === 'hot' ? 'strong' : 'low', label: words.label(count, verdict) },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })),
});
