import type { WallVerdict } from '#data/schema/wall.ts';
import css from './band-chart.module.css';

/** One week on the line: a dot, and a sign where it stood out. */
export function WeekMark({ x, y, verdict, u }: { x: number; y: number; verdict: WallVerdict | null; u: number }) {
  if (verdict === null) return null;
  if (verdict === 'unusual') {
    const reach = 20 * u;
    return (
      <path
        d={`M${x} ${y - reach}l${reach} ${reach}l${-reach} ${reach}l${-reach} ${-reach}z`}
        className={css.out}
        data-mark="unusual"
      />
    );
  }
  if (verdict === 'watch') {
    const side = 30 * u;
    return (
      <g data-mark="watch">
        <rect x={x - side / 2} y={y - side / 2} width={side} height={side} className={css.watch} />
        <rect x={x - side / 2} y={y} width={side} height={side / 2} className={css['watch-half']} />
      </g>
    );
  }
  return <circle cx={x} cy={y} r={8 * u} className={css.dot} data-mark={verdict} />;
}
