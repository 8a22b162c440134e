import { useMemo } from 'react';
import type { CallCluster } from '#analysis/clusters/clusters.ts';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { circleFeature } from '#web/methods/frame/circle-feature.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { NumberOption, useNumberOption } from '#web/methods/frame/number-option.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { count } from '#web/ui/words.ts';
import { words } from './words.ts';

const USUAL_RADIUS = 150;
const USUAL_CALLS = 10;
const MOST_ROWS = 20;

/** Where calls lie densely together: circles on the map, and as rows. */
export function ClustersPanel() {
  const { filter } = useView();
  const radiusMeters = useNumberOption('radius', USUAL_RADIUS);
  const minCalls = Math.round(useNumberOption('least', USUAL_CALLS));
  const answered = useAnswer('clusters', filter, { radiusMeters, minCalls }, 'method');
  const { found } = answered;
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings)), [found]));
  return (
    <MethodAnswer
      answered={answered}
      sentence={({ findings }) => {
        const calls = findings.reduce((sum, cluster) => sum + cluster.calls, 0);
        return words.sentence(findings.length, calls, findings[0]?.calls ?? 0, radiusMeters, minCalls);
      }}
      reasons={words.reasons}
      options={
        <>
          <NumberOption name="radius" label={words.radius} usual={USUAL_RADIUS} choices={[75, 150, 300]} unit="m" />
          <NumberOption name="least" label={words.least} usual={USUAL_CALLS} choices={[5, 10, 30]} unit={words.calls} />
        </>
      }
    >
      {({ findings }) =>
        findings.length === 0 ? null : (
          <DataTable caption={words.rows} rows={toRows(findings)} columns={COLUMNS} rowKey={({ key }) => key} dense />
        )
      }
    </MethodAnswer>
  );
}

type Row = CallCluster & { key: string; rank: number };

const toRows = (clusters: readonly CallCluster[]): Row[] =>
  clusters.slice(0, MOST_ROWS).map((cluster, i) => ({ ...cluster, rank: i + 1, key: `${cluster.rows[0]}` }));

const COLUMNS: readonly Column<Row>[] = [
  { id: 'rank', head: words.cluster, value: ({ rank }) => rank, cell: ({ rank }) => words.name(rank), isName: true },
  { id: 'calls', head: words.size, value: ({ calls }) => calls, cell: ({ calls }) => count(calls), numeric: true },
  {
    id: 'places',
    head: words.places,
    value: ({ places }) => places,
    cell: ({ places }) => count(places),
    numeric: true,
  },
  {
    id: 'stack',
    head: words.stack,
    value: ({ largestStack }) => largestStack,
    cell: ({ largestStack }) => count(largestStack),
    numeric: true,
  },
  {
    id: 'radius',
    head: words.radiusOf,
    value: ({ radiusMeters }) => Math.round(radiusMeters),
    cell: ({ radiusMeters }) => count(radiusMeters),
    numeric: true,
  },
];

const toFeatures = (clusters: readonly CallCluster[]): FindingFeatures => ({
  type: 'FeatureCollection',
  features: clusters.map(({ lon, lat, radiusMeters, calls }) =>
    circleFeature({ lon, lat, meters: radiusMeters }, { tone: 'strong', label: words.label(calls) }),
  ),
});
