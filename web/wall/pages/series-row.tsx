import type { WallSeries } from '#data/schema/wall.ts';
import { count } from '#web/ui/words.ts';
import { nameInLines } from '#web/wall/type/short-name.ts';
import { wrapped } from '#web/wall/type/text-width.ts';
import { usePageSize } from './page-size.ts';
import css from './series-row.module.css';
import { Strip } from './strip.tsx';
import { words } from './words.ts';

type Props = {
  series: WallSeries;
  others: readonly { name: string }[];
  most: number; // the largest count or limit of all rows: they share one scale
};

/** One unusual series: where, what, how many, its usual range. */
export function SeriesRow({ series, others, most }: Props) {
  const { width, height } = usePageSize();
  const column = height > width ? width - 128 : Math.min(676, Math.max(560, 0.352 * width));
  const widest = column - (series.observed === null ? 230 : 150); // beside the count
  const name = nameInLines(
    series.area,
    others.map((area) => area.name),
    (way) => wrapped(way, widest, 54, 600).length,
    [1, 2],
  );
  return (
    <div className={css.row}>
      <p className={css.line}>
        <b className={css.area}>{name}</b>
        {series.observed === null ? (
          <b className={css.fewer}>{words.fewer}</b>
        ) : (
          <b className={css.count}>{count(series.observed)}</b>
        )}
      </p>
      <p className={css.sub}>
        <span>{series.label}</span>
        <span className={css.range}>
          {series.low === null || series.high === null ? words.noRange : words.usualRange(series.low, series.high)}
        </span>
      </p>
      <Strip series={series} most={most} />
    </div>
  );
}
