import { useMemo } from 'react';
import type { WallSeries } from '#data/schema/wall.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { grownBox, type Margin } from '#web/wall/map/mercator.ts';
import { WallMap } from '#web/wall/map/wall-map.tsx';
import { nameInLines } from '#web/wall/type/short-name.ts';
import { wrapped } from '#web/wall/type/text-width.ts';
import css from './alert-page.module.css';
import { BandChart } from './band-chart.tsx';
import { DeskCode } from './desk-code.tsx';
import { type PageSize, usePageSize } from './page-size.ts';
import type { PageProps } from './page-view.tsx';
import { periodNamed } from './week-words.ts';
import { words } from './words.ts';

const MARGIN: Margin = { top: 24, right: 24, bottom: 24, left: 24 };

/** One unusual series: how many, against what, since when, and where. */
export function AlertPage({ page, board: { calls }, clockLocal, ground }: PageProps) {
  const size = usePageSize();
  const series = calls?.series.find(({ key }) => key === page.subject);
  const area = calls?.areas.find(({ areaId }) => areaId === series?.areaId);
  const box = useMemo(() => area && grownBox(area.bbox, 0.28), [area]);
  const named = useMemo(() => (area ? [area.areaId] : []), [area]);
  const around = useMemo(() => calls?.areas.map(({ areaId }) => areaId) ?? [], [calls]);
  if (!calls || !series) return null;
  const heading = headingOf(
    series,
    calls.areas.map(({ name }) => name),
    size,
  );
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div className={css.words}>
          <p className={css.verdict}>
            <span className={css.chip}>
              <VerdictGlyph verdict={series.verdict} />
              {words.verdict[series.verdict]}
            </span>
            <span>{sinceWhen(series)}</span>
          </p>
          <h1 data-size={heading.size}>{heading.says}</h1>
          <p className={css.sentence}>
            <b>{words.alertCount(series.observed)}</b> {periodNamed(calls.week, clockLocal)}.{' '}
            {words.alertRange(series.low, series.high)}
          </p>
        </div>
        <DeskCode code={series.code} />
      </header>
      <div className={css.body}>
        <div className={css.weeks}>
          <BandChart weeks={series.weeks} label={weeksInWords(series)} />
          <p className={css.foot}>
            <span>{words.raisedHere(series.concerns)}</span>
            {series.weeks.some(({ count }) => count === null) && <span className={css.key}>{words.hatched}</span>}
          </p>
        </div>
        {ground && box && (
          <div className={css.map}>
            <WallMap
              ground={ground}
              areas={calls.areas}
              near={null}
              box={box}
              named={named}
              alsoNamed={around}
              label={words.mapOf([series.area], [], series.area)}
              margin={MARGIN}
              faded={MARGIN}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** The heading at the largest size at which it takes no more lines than the page can spare. */
function headingOf(series: WallSeries, names: readonly string[], { width, height }: PageSize) {
  const isTall = height > width;
  const isLow = height < (isTall ? 1400 : 780);
  const widest = width - 128 - (isLow ? 176 : 290) - 40;
  const atMost = isTall ? 3 : isLow ? 1 : 2;
  const counts = isTall ? [2, 3] : [atMost]; // of lines, the fewest first
  const says = (name: string) => words.alertTitle(name, series.label);
  const linesAt = (name: string, size: number) => wrapped(says(name), widest, size, 650).length;
  const sizes = isLow ? [66, 54, 46] : [88, 66, 54];
  const [smallest = 54] = sizes.slice(-1);
  const name = nameInLines(series.area, names, (way) => linesAt(way, smallest), [atMost]);
  const fitting = counts.flatMap((lines) => sizes.filter((size) => linesAt(name, size) <= lines));
  return { says: says(name), size: fitting[0] ?? smallest };
}

/** "as usual the week before", or for how long it has been unusual. */
function sinceWhen({ weeks }: WallSeries): string {
  const running = weeks.length - 1 - weeks.findLastIndex(({ verdict }) => verdict !== 'unusual');
  if (running > 1) return words.running(running);
  const before = weeks.at(-2);
  return before ? words.since[before.verdict] : '';
}

export const weeksInWords = ({ label, area, weeks }: WallSeries): string =>
  words.weeksOf(label, area, weeks.map(({ week, count }) => words.weekSaid(shortDate(week), count)).join(', '));
