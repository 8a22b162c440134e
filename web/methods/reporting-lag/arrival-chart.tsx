import type { CallLag } from '#web/compute/reporting-lag.ts';
import css from '#web/methods/frame/curve.module.css';
import { words } from './words.ts';

const WIDTH = 320;
const HEIGHT = 130;
const FOOT = 18; // for the axis

/** The share of calls that are known by so many days after they happened, and the day by which nearly all are. */
export function ArrivalChart({ lag: { arrived, lagDays }, label }: { lag: CallLag; label: string }) {
  const days = Math.min(arrived.length - 1, Math.max(7, Math.ceil(1.5 * lagDays)));
  const x = (day: number) => (day / days) * WIDTH;
  const y = (share: number) => (1 - share) * (HEIGHT - FOOT - 4) + 4;
  const steps = arrived
    .slice(0, days + 1)
    .flatMap((share, day) => [`${x(day)},${y(share)}`, `${x(day + 1)},${y(share)}`]);
  const isLeft = x(lagDays) > WIDTH / 2;
  return (
    <svg className={css.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polyline className={css.axis} points={`0,${y(1)} 0,${y(0)} ${WIDTH},${y(0)}`} />
      <polyline className={css.curve} points={steps.slice(0, -1).join(' ')} />
      <line className={css.mark} x1={x(lagDays)} x2={x(lagDays)} y1={y(1)} y2={y(0)} />
      <text className={css.label} x={x(lagDays) + (isLeft ? -6 : 6)} y={y(0.5)} textAnchor={isLeft ? 'end' : 'start'}>
        {words.nearlyAll(lagDays)}
      </text>
      <text className={css.label} x={0} y={HEIGHT - 4}>
        0
      </text>
      <text className={css.label} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {words.daysAxis(days)}
      </text>
    </svg>
  );
}
