import type { AreaRate } from '#analysis/rates/rates.ts';
import css from './funnel-chart.module.css';
import { words } from './words.ts';

const WIDTH = 320;
const HEIGHT = 180;
const FOOT = 18; // for the axis

/** Each area by its residents and its rate, among the limits of 95 % and 99.8 %. */
export function FunnelChart({ rates }: { rates: readonly AreaRate[] }) {
  const judged = rates.flatMap((rate) => (typeof rate.funnel === 'string' ? [] : [{ ...rate, funnel: rate.funnel }]));
  const [first] = judged;
  if (first === undefined) return null;
  const bySize = judged.toSorted((a, b) => a.denominator - b.denominator);
  const most = Math.max(...judged.map(({ denominator }) => denominator));
  const top =
    1.05 * Math.max(...judged.map(({ callsPer1000, funnel }) => Math.max(callsPer1000, funnel.limits.high95)));
  const x = (residents: number) => (residents / most) * (WIDTH - 8);
  const y = (per1000: number) => (1 - Math.min(1, per1000 / top)) * (HEIGHT - FOOT);
  const band = (low: 'low95' | 'low998', high: 'high95' | 'high998') =>
    [
      ...bySize.map(({ denominator, funnel }) => `${x(denominator)},${y(funnel.limits[high])}`),
      ...bySize.toReversed().map(({ denominator, funnel }) => `${x(denominator)},${y(funnel.limits[low])}`),
    ].join(' ');
  const target = y(first.funnel.targetPer1000);
  return (
    <svg className={css.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.chart(judged.length)}>
      <polygon className={css.outer} points={band('low998', 'high998')} />
      <polygon className={css.inner} points={band('low95', 'high95')} />
      <line className={css.target} x1={0} x2={WIDTH} y1={target} y2={target} />
      <line className={css.axis} x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      {judged.map(({ areaId, name, denominator, callsPer1000, funnel }) => (
        <circle
          key={areaId}
          className={funnel.place === 'within' ? css.mark : css.out}
          cx={x(denominator)}
          cy={y(callsPer1000)}
          r={3.5}
        >
          <title>{words.label(name, callsPer1000.toFixed(1))}</title>
        </circle>
      ))}
      <text className={css.label} x={0} y={HEIGHT - 4}>
        {words.perAxis}
      </text>
      <text className={css.label} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {words.residentsAxis(most)}
      </text>
    </svg>
  );
}
