import { useMemo } from 'react';
import { type Areas, useAreas } from '#web/ask/desk.tsx';
import { useLongAnswer } from '#web/ask/use-long-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import { shortDate } from '#web/chart/week-axis.ts';
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
import { listed } from '#web/ui/words.ts';
import { AgainstOption, useAgainst } from './against.tsx';
import { words } from './words.ts';

type Cluster = Questions['scan']['answer']['findings'][number];

const USUAL_CELL = 500;
const USUAL_PERCENT = 10;
const PERCENT_OF_AREAS = 50; // a tenth of the residents is often less than one area
const ENOUGH_DAYS = 90;
const CLEAR = 0.05; // p of a cluster that the map fills

/** Where and since when there are more calls than there should be, up to the last full week. */
export function ScanPanel() {
  const { filter } = useView();
  const areas = useAreas(filter.layer);
  const against = useAgainst();
  const isByArea = against !== 'past';
  const cellMeters = useNumberOption('cell', USUAL_CELL);
  const usualPercent = isByArea ? PERCENT_OF_AREAS : USUAL_PERCENT;
  const maxShare = Math.min(50, useNumberOption('share', usualPercent)) / 100;
  const asked = isByArea
    ? { model: 'poisson' as const, denominator: against, maxShare }
    : { model: 'permutation' as const, cellMeters, maxShare };
  const answered = useLongAnswer('scan', filter, asked, 'method');
  const { found, isStopped } = answered;
  const drawn = useMemo(() => {
    if (found === null) return null;
    return isByArea ? areaFeatures(found.findings, areas) : cellFeatures(found.findings, cellMeters);
  }, [found, isByArea, areas, cellMeters]);
  useDrawn(drawn);
  const options = (
    <>
      <AgainstOption />
      {!isByArea && (
        <NumberOption name="cell" label={words.cell} usual={USUAL_CELL} choices={[300, 500, 1000]} unit="m" />
      )}
      <NumberOption name="share" label={words.share} usual={usualPercent} choices={[10, 25, 50]} unit="%" />
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
            columns={isByArea ? [namesOf(areas), ...COLUMNS] : COLUMNS}
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

const namesOf = ({ nameOf }: Areas): Column<Cluster> => ({
  id: 'areas',
  head: words.areas,
  value: ({ places }) => listed(places.map(nameOf)),
  isName: true,
});

const COLUMNS: readonly Column<Cluster>[] = [
  {
    id: 'since',
    head: words.since,
    value: ({ since }) => since,
    cell: ({ since, weeks }) => `${shortDate(since)}, ${words.weeks(weeks)}`,
    isName: true,
  },
  { id: 'observed', head: words.calls, value: ({ observed }) => observed, numeric: true },
  { id: 'expected', head: words.expected, value: ({ expected }) => Number(expected.toFixed(1)), numeric: true },
  { id: 'ratio', head: words.ratio, value: ({ ratio }) => Number(ratio.toFixed(1)), numeric: true },
  { id: 'p', head: words.p, value: ({ p }) => p, cell: ({ p }) => chance(p), numeric: true },
];

const toneOf = (p: number) => (p <= CLEAR ? ('strong' as const) : ('low' as const));

/** Half a cell more than the circle: it goes from middle to middle. */
const cellFeatures = (clusters: readonly Cluster[], cellMeters: number): FindingFeatures => ({
  type: 'FeatureCollection',
  features: clusters.map(({ lon, lat, radiusKm, p, observed, expected }) =>
    circleFeature(
      { lon, lat, meters: radiusKm * 1000 + cellMeters / 2 },
      { tone: toneOf(p), label: words.label(observed, expected) },
    ),
  ),
});

/** The areas of a cluster themselves: its circle only says which middles it reached. */
const areaFeatures = (clusters: readonly Cluster[], { byId, nameOf }: Areas): FindingFeatures => ({
  type: 'FeatureCollection',
  features: clusters.flatMap((cluster) =>
    cluster.places.flatMap((areaId) => {
      const geometry = byId.get(areaId)?.geometry;
      if (geometry === undefined) return [];
      const label = `${nameOf(areaId)}: ${words.label(cluster.observed, cluster.expected)}`;
      return [{ type: 'Feature' as const, properties: { tone: toneOf(cluster.p), label }, geometry }];
    }),
  ),
});
