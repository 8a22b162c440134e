import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AreaRate } from '#analysis/rates/rates.ts';
import { type Areas, useAreas } from '#web/ask/desk.tsx';
import { useMay } from '#web/ask/session.tsx';
import { useAnswer } from '#web/ask/use-answer.ts';
import { useView } from '#web/ask/use-view.ts';
import type { FindingFeatures } from '#web/map/finding-layers.ts';
import { useDrawn } from '#web/methods/frame/drawn.ts';
import { MethodAnswer } from '#web/methods/frame/method-answer.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { words } from './words.ts';

/** Rates of the areas with their limits, and those further from all than areas usually are; by name, never ranked. */
export function RatesPanel() {
  const { filter } = useView();
  const mayCompare = useMay('briefing.read');
  const answered = useAnswer('rates', filter, {}, 'method');
  const { found } = answered;
  const areas = useAreas(filter.layer);
  useDrawn(useMemo(() => (found === null ? null : toFeatures(found.findings, areas)), [found, areas]));
  return (
    <MethodAnswer answered={answered} sentence={({ findings }) => sentenceOf(findings)} reasons={words.reasons}>
      {({ findings }) =>
        findings.length > 0 && (
          <>
            <FunnelChart rates={findings} />
            <DataTable caption={words.rows} rows={findings} columns={COLUMNS} rowKey={({ areaId }) => areaId} dense />
            {mayCompare && (
              <Link to="/compare" className="link">
                {words.compareTwo}
              </Link>
            )}
          </>
        )
      }
    </MethodAnswer>
  );
}

const placeOf = ({ funnel }: AreaRate) => (typeof funnel === 'string' ? null : funnel.place);
const isOutside = (rate: AreaRate): boolean => (placeOf(rate) ?? 'within') !== 'within';

function sentenceOf(rates: readonly AreaRate[]): string {
  const calls = rates.reduce((sum, rate) => sum + rate.calls, 0);
  const residents = rates.reduce((sum, { denominator }) => sum + denominator, 0);
  if (residents === 0) return words.nothing;
  return words.sentence(short((1_000 * calls) / residents), rates.filter(isOutside).length, rates.length);
}

const short = (value: number): string => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US'));

const COLUMNS: readonly Column<AreaRate>[] = [
  { id: 'name', head: words.area, value: ({ name }) => name, isName: true },
  {
    id: 'rate',
    head: words.rate,
    value: ({ callsPer1000 }) => callsPer1000,
    cell: ({ callsPer1000, low, high }) => `${short(callsPer1000)} (${short(low)}\u2060–\u2060${short(high)})`,
    numeric: true,
  },
  {
    id: 'smoothed',
    head: words.smoothed,
    value: ({ smoothedPer1000 }) => (typeof smoothedPer1000 === 'number' ? smoothedPer1000 : null),
    cell: ({ smoothedPer1000 }) => (typeof smoothedPer1000 === 'number' ? short(smoothedPer1000) : words.notJudged),
    numeric: true,
  },
  {
    id: 'place',
    head: words.place,
    value: (rate) => {
      const place = placeOf(rate);
      return place === null ? words.notJudged : words.places[place];
    },
  },
];

function toFeatures(rates: readonly AreaRate[], { byId }: Areas): FindingFeatures {
  return {
    type: 'FeatureCollection',
    features: rates.filter(isOutside).flatMap((rate) => {
      const geometry = byId.get(rate.areaId)?.geometry;
      if (geometry === undefined) return [];
      const tone = placeOf(rate)?.startsWith('below') ? ('low' as const) : ('strong' as const);
      const label = words.label(rate.name, short(rate.callsPer1000));
      return [{ type: 'Feature' as const, properties: { tone, label }, geometry }];
    }),
  };
}
