import type { PlacesBeforeAfter } from '#analysis/before-after/places.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import css from './lines-chart.module.css';
import { words } from './words.ts';

const WIDTH = 320;
const HEIGHT = 150;
const HEAD = 14; // for the words above the day of action
const FOOT = 18; // for the axis
const LEFT = 26; // for the counts

/** Calls a week in the treated ground and its control, before and after, with the day of action between them. */
export function LinesChart({ found, label }: { found: PlacesBeforeAfter; label: string }) {
  const { weeks, lines, before, after } = found;
  const dateOf = before.from.slice(0, 4) === after.to.slice(0, 4) ? shortDate : longDate;
  const shown = lines.filter(({ zone }) => zone === 'treated' || zone === 'control');
  const most = Math.max(1, ...shown.flatMap((line) => [...line.before, ...line.after]));
  const x = (week: number) => LEFT + (week / (2 * weeks)) * (WIDTH - LEFT);
  const y = (count: number) => HEAD + (1 - count / most) * (HEIGHT - HEAD - FOOT);
  /** A step a week; the line breaks at the day of action, where the periods need not follow each other. */
  const steps = (counts: readonly number[], from: number) =>
    counts.map((count, week) => `${x(from + week)},${y(count)} ${x(from + week + 1)},${y(count)}`).join(' ');
  return (
    <figure className={css.figure}>
      <svg className={css.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <polyline className={css.axis} points={`${x(0)},${HEAD} ${x(0)},${y(0)} ${WIDTH},${y(0)}`} />
        <line className={css.acted} x1={x(weeks)} x2={x(weeks)} y1={HEAD - 2} y2={y(0)} />
        <text className={css.label} x={x(weeks)} y={HEAD - 5} textAnchor="middle">
          {words.acted}
        </text>
        {shown.map(({ zone, ...line }) => (
          <g key={zone} className={zone === 'treated' ? css.treated : css.control}>
            <polyline points={steps(line.before, 0)} />
            <polyline points={steps(line.after, weeks)} />
          </g>
        ))}
        <text className={css.label} x={LEFT - 5} y={y(most) + 4} textAnchor="end">
          {most}
        </text>
        <text className={css.label} x={LEFT - 5} y={y(0)} textAnchor="end">
          0
        </text>
        <text className={css.label} x={x(0)} y={HEIGHT - 4}>
          {dateOf(before.from)}
        </text>
        <text className={css.label} x={x(weeks)} y={HEIGHT - 4} textAnchor="middle">
          {dateOf(after.from)}
        </text>
        <text className={css.label} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {dateOf(after.to)}
        </text>
      </svg>
      <figcaption className={css.key}>
        <span className={css.treatedKey}>{words.lines.treated}</span>
        <span className={css.controlKey}>{words.lines.control}</span>
      </figcaption>
    </figure>
  );
}
