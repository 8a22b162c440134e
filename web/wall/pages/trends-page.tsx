import type { WallSeries } from '#data/schema/wall.ts';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { shownTrends, TRENDS_A_PAGE } from '#web/wall/page.ts';
import { weeksInWords } from './alert-page.tsx';
import { BandChart } from './band-chart.tsx';
import { usePageSize } from './page-size.ts';
import type { PageProps } from './page-view.tsx';
import css from './trends-page.module.css';
import { lastDayOf } from './week-words.ts';
import { words } from './words.ts';

const HEAD = 190; // wall pixels
const ROOMY = 300; // of a chart with its words

/** Up to four kinds of call in the whole city, each on its usual range. */
export function TrendsPage({ page, board: { calls } }: PageProps) {
  const { width, height } = usePageSize();
  if (!calls) return null;
  const first = Number(page.subject);
  const shown = shownTrends(calls.trends);
  const trends = shown.slice(first, first + TRENDS_A_PAGE);
  const rows = height > width ? trends.length : Math.ceil(trends.length / 2);
  const isTight = (height - HEAD) / rows < ROOMY;
  const hasHatch = trends.some(({ weeks }) => weeks.some(({ count }) => count === null));
  const tally = (verdict: WallSeries['verdict']) => calls.trends.filter((trend) => trend.verdict === verdict).length;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.trendsAnswer(tally('unusual'), tally('watch'), tally('usual'))}</h1>
        <p>
          {words.weeksTo(trends[0]?.weeks.length ?? 0, lastDayOf(calls.week))}
          {shown.length < calls.trends.length && words.largest(shown.length, calls.trends.length)}
          {hasHatch && `; ${words.hatched.toLowerCase()}`}
        </p>
      </header>
      <div className={css.charts} data-tight={isTight}>
        {trends.map((trend) => (
          <Trend key={trend.key} trend={trend} />
        ))}
      </div>
    </div>
  );
}

function Trend({ trend }: { trend: WallSeries }) {
  const { label, verdict, low, high } = trend;
  return (
    <section className={css.trend} aria-label={label}>
      <div className={css.line}>
        <h2>{label}</h2>
        <p className={css.verdict} data-verdict={verdict}>
          <VerdictGlyph verdict={verdict} />
          {words.verdict[verdict]}
        </p>
      </div>
      <p className={css.sub}>
        <span>{low === null || high === null ? words.noRange : words.usualRange(low, high)}</span>
        <span className={css.code}>
          {words.deskCode} <b>{trend.code}</b>
        </span>
      </p>
      <BandChart weeks={trend.weeks} label={weeksInWords(trend)} hasDates={false} />
    </section>
  );
}
