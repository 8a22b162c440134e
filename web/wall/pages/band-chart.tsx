import { useId } from 'react';
import type { WallWeek } from '#data/schema/wall.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { count } from '#web/ui/words.ts';
import css from './band-chart.module.css';
import { bandLabelAt, bandPaths, type ChartLayout, chartLayout, linePaths } from './chart-layout.ts';
import { Hatch } from './hatch.tsx';
import { useBox, usePageSize } from './page-size.ts';
import { WeekMark } from './week-mark.tsx';
import { words } from './words.ts';

type Props = { weeks: readonly WallWeek[]; label: string; hasDates?: boolean };

/** Weeks as a line on their usual range. Only the last week carries its number. */
export function BandChart(props: Props) {
  const [ref, box] = useBox<HTMLDivElement>();
  return (
    <div ref={ref} className={css.chart}>
      {box && box.width > 0 && box.height > 0 && <Drawn {...props} {...box} />}
    </div>
  );
}

function Drawn({ weeks, label, hasDates = true, width, height }: Props & { width: number; height: number }) {
  const { u } = usePageSize();
  const hatch = useId();
  const layout = chartLayout(weeks, { width, height, u, hasDates });
  const bandWords = bandLabelAt(weeks, layout, words.band, u);
  const { left, right, step, x, y, bottom, ticks } = layout;
  return (
    <svg className={css.drawn} width={width} height={height} role="img" aria-label={label}>
      <Hatch id={hatch} u={u} />
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${left} ${y(tick)}H${right}`} className={tick === 0 ? css.axis : css.grid} />
          <text x={left - 14 * u} y={y(tick) + 13 * u} className={css.words} data-at="end">
            {count(tick)}
          </text>
        </g>
      ))}
      {bandPaths(weeks, layout).map(({ area, edge }) => (
        <g key={area}>
          <path d={area} className={css.band} />
          <path d={edge} className={css.edge} />
        </g>
      ))}
      <path d={`M${left} ${bottom}H${right}`} className={css.axis} />
      {weeks.map(({ week, count: calls }, index) =>
        calls === null ? (
          <rect
            key={week}
            x={x(index) - 0.3 * step}
            y={y(4)}
            width={0.6 * step}
            height={bottom - y(4)}
            fill={`url(#${hatch})`}
            className={css.withheld}
            data-withheld
          />
        ) : null,
      )}
      {linePaths(weeks, layout).map((d) => (
        <path key={d} d={d} className={css.line} />
      ))}
      {weeks.map(({ week, count: calls, verdict }, index) => (
        <WeekMark key={week} x={x(index)} y={y(calls ?? 0)} verdict={calls === null ? null : verdict} u={u} />
      ))}
      {bandWords && (
        <text x={bandWords.x} y={bandWords.y} className={css.words} data-at="middle" data-in-band={bandWords.isIn}>
          {words.band}
        </text>
      )}
      <LastNumber weeks={weeks} layout={layout} u={u} />
      {hasDates && <Dates weeks={weeks} layout={layout} u={u} y={height - 12 * u} />}
    </svg>
  );
}

type Placed = { weeks: readonly WallWeek[]; layout: ChartLayout; u: number };

function LastNumber({ weeks, layout: { x, y, right, bottom }, u }: Placed) {
  const last = weeks.at(-1);
  if (!last) return null;
  const before = weeks.at(-2)?.count ?? 0;
  const at = y(last.count ?? 4);
  const isFalling = last.count !== null && before > last.count && bottom - at > 76 * u;
  return (
    <text
      x={Math.min(right, x(weeks.length - 1) + 22 * u)}
      y={isFalling ? at + 62 * u : at - 26 * u}
      className={css.last}
      data-at="end"
    >
      {last.count === null ? words.fewer.toLowerCase() : count(last.count)}
    </text>
  );
}

/** The first week, the last, and one between where there is room. */
function Dates({ weeks, layout: { left, right, x }, u, y }: Placed & { y: number }) {
  const middle = Math.floor(weeks.length * 0.56);
  const isRoomy = (right - left) / u > 560 && weeks.length > 8;
  const shown = [0, ...(isRoomy ? [middle] : []), weeks.length - 1];
  return shown.map((index) => {
    const week = weeks[index];
    const at = index === 0 ? 'start' : index === weeks.length - 1 ? 'end' : 'middle';
    return (
      week && (
        <text
          key={week.week}
          x={at === 'end' ? right : at === 'start' ? left : x(index)}
          y={y}
          className={css.words}
          data-at={at}
        >
          {shortDate(week.week)}
        </text>
      )
    );
  });
}
