import { useMemo } from 'react';
import type { EmergingCell } from '#analysis/emerging/emerging.ts';
import { useLongAnswer } from '#web/ask/use-long-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { FindingFeatures, FindingTone } from '#web/map/finding-layers.ts';
import { isUnjudged } from '#web/methods/frame/cells-panel.tsx';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { LongWork, StoppedWork } from '#web/methods/frame/long-work.tsx';
import { LongerSpan } from '#web/methods/frame/longer-span.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

const USUAL_CELL = 400;
const USUAL_STEP = 28;
const ENOUGH_DAYS = 360;
const MOST_ROWS = 20;

/** How cells became hot or cold: on the map, by name and as rows. */
export function EmergingPanel() {
  const { filter } = useView();
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  const stepDays = Math.round(useNumberOption('days', USUAL_STEP));
  const answered = useLongAnswer('emerging', filter, { cellMeters, stepDays }, 'method');
  const { found, isStopped } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings)), [found]));
  const options = (
    <>
      <NumberOption name="cell" label={words.cell} usual={USUAL_CELL} choices={[300, 400, 600]} unit="m" />
      <NumberOption name="days" label={words.step} usual={USUAL_STEP} choices={[7, 14, 28]} unit={words.days} />
      <LongerSpan atLeastDays={ENOUGH_DAYS} />
      <LongWork answered={answered} />
    </>
  );
  if (isStopped) return <StoppedWork>{options}</StoppedWork>;
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings, leftOut }) => (isUnjudged(leftOut) ? words.unjudged : words.sentence(countsOf(findings)))}
      reasons={words.reasons}
      options={options}
    >
      {({ findings }) =>
        findings.some(isNamed) && (
          <DataTable
            caption={words.rows}
            rows={findings.filter(isNamed).slice(0, MOST_ROWS)}
            columns={COLUMNS}
            rowKey={({ ring }) => String(ring[0])}
            dense
          />
        )
      }
    </MethodAnswer>
  );
}

const isNamed = ({ side }: EmergingCell): boolean => side !== 'none';

/** How many hot cells carry each name, in the order of the findings. */
function countsOf(cells: readonly EmergingCell[]): [EmergingCell['category'], number][] {
  const counts = new Map<EmergingCell['category'], number>();
  for (const { side, category } of cells) {
    if (side === 'hot') counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts];
}

const COLUMNS: readonly Column<EmergingCell>[] = [
  { id: 'category', head: words.category, value: ({ category, side }) => words.name(category, side), isName: true },
  { id: 'last', head: words.lastCalls, value: ({ lastCalls }) => lastCalls, numeric: true },
  { id: 'calls', head: words.calls, value: ({ calls }) => calls, numeric: true },
  { id: 'hot', head: words.hotSteps, value: ({ hotSteps }) => hotSteps, numeric: true },
  { id: 'z', head: words.z, value: ({ lastZ }) => Number(lastZ.toFixed(2)), numeric: true },
];

const FRESH = new Set<EmergingCell['category']>(['new', 'consecutive', 'intensifying']);
const toneOf = ({ side, category }: EmergingCell): FindingTone =>
  side === 'cold' ? 'low' : FRESH.has(category) ? 'strong' : 'weak';

const toFeatures = (cells: readonly EmergingCell[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: cells.filter(isNamed).map((cell) => ({
    type: 'Feature',
    properties: { tone: toneOf(cell), label: words.name(cell.category, cell.side) },
    geometry: { type: 'Polygon', coordinates: [cell.ring] },
  })),
});
