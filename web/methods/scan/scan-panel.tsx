import { useMemo } from 'react';
import { useLongAnswer } from '#web/ask/use-long-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Questions } from '#web/compute/door.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { chance } from '#web/methods/frame/chance.ts';
import { circleFeature } from '#web/methods/frame/circle-feature.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { LongWork, StoppedWork } from '#web/methods/frame/long-work.tsx';
import { LongerSpan } from '#web/methods/frame/longer-span.tsx';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { words } from './words.ts';

type Cluster = Questions['scan']['answer']['findings'][number];

const USUAL_CELL = 500;
const USUAL_PERCENT = 10;
const ENOUGH_DAYS = 90;
const CLEAR = 0.05; // p of a cluster that the map fills

/** Where and since when there are more calls than there should be, up to the last full week. */
export function ScanPanel() {
  const { filter } = useView();
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  const percent = Math.min(50, useNumberOption('share', USUAL_PERCENT));
  const answered = useLongAnswer('scan', filter, { cellMeters, maxShare: percent / 100 }, 'method');
  const { found, isStopped } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings, cellMeters)), [found, cellMeters]));
  const options = (
    <>
      <NumberOption name="cell" label={words.cell} usual={USUAL_CELL} choices={[300, 500, 1000]} unit="m" />
      <NumberOption name="share" label={words.share} usual={USUAL_PERCENT} choices={[10, 25, 50]} unit="%" />
      <LongerSpan atLeastDays={ENOUGH_DAYS} />
      <LongWork answered={answered} />
    </>
  );
  if (isStopped) return <StoppedWork>{options}</StoppedWork>;
  return (
    <MethodAnswer answered={answered} sentence={inOneSentence} reasons={words.reasons} options={options}>
      {({ findings }) =>
        findings.length === 0 ? null : (
          <DataTable
            caption={words.rows}
            rows={findings}
            columns={COLUMNS}
            rowKey={({ places }) => places[0] ?? ''}
            dense
          />
        )
      }
    </MethodAnswer>
  );
}

function inOneSentence({ findings: [first], leftOut }: Questions['scan']['answer']): string {
  if (first === undefined) return leftOut.at(-1)?.reason === 'no-rise' ? words.none : words.notScanned;
  return words.sentence(first.observed, first.expected, first.since, first.recurrence);
}

const COLUMNS: readonly Column<Cluster>[] = [
  {
    id: 'since',
    head: words.since,
    value: ({ since }) => since,
    cell: ({ since, weeks }) => `${since}, ${words.weeks(weeks)}`,
    isName: true,
  },
  { id: 'observed', head: words.calls, value: ({ observed }) => observed, numeric: true },
  { id: 'expected', head: words.expected, value: ({ expected }) => Number(expected.toFixed(1)), numeric: true },
  { id: 'ratio', head: words.ratio, value: ({ ratio }) => Number(ratio.toFixed(1)), numeric: true },
  { id: 'p', head: words.p, value: ({ p }) => p, cell: ({ p }) => chance(p), numeric: true },
];

/** Half a cell more than the circle: it goes from middle to middle. */
const toFeatures = (clusters: readonly Cluster[], cellMeters: number): FindingFeatures => ({
  type: 'FeatureCollection',
  features: clusters.map(({ lon, lat, radiusKm, p, observed, expected }) =>
    circleFeature(
      { lon, lat, meters: radiusKm * 1000 + cellMeters / 2 },
      { tone: p <= CLEAR ? 'strong' : 'low', label: words.label(observed, expected) },
    ),
  ),
});
