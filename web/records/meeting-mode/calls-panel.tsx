import { Link } from '@tanstack/react-router';
import type { WallSeries } from '#data/schema/wall.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import { shortDate } from '#web/chart/week-axis.ts';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import css from './meeting.module.css';
import type { CallState } from './use-meeting.ts';
import { words } from './words.ts';

type Props = { series: readonly WallSeries[]; week: string | null; callState: CallState };

/** What was called in and is not as usual. */
export function CallsPanel({ series, week, callState }: Props) {
  const max = Math.max(0, ...series.map(({ observed, high }) => Math.max(observed ?? 0, high ?? 0)));
  return (
    <section className={css.panel}>
      <h2>{words.calls}</h2>
      {week !== null && <p className={css.quiet}>{words.weekOf(shortDate(week))}</p>}
      {series.length === 0 && <p>{NOTHING[callState]}</p>}
      <ul className={css.items}>
        {series.map((each) => (
          <Series key={each.key} series={each} max={max} />
        ))}
      </ul>
    </section>
  );
}

const NOTHING: Record<CallState, string> = {
  ...{ loading: words.boardLoading, failed: words.boardFailed, none: words.boardNone, read: words.callsUsual },
};

function Series({ series, max }: { series: WallSeries; max: number }) {
  const { key, label, verdict, observed, low, high, isNew } = series;
  return (
    <li>
      <p className={css.itemHead}>
        <VerdictGlyph verdict={verdict} size={18} />
        <b>{label}</b>
      </p>
      <p>
        {words.verdicts[verdict]}
        {isNew && `, ${words.isNew}`}. {words.counted(observed)}, {words.usual(low, high)}.
      </p>
      {observed !== null && low !== null && high !== null && (
        <RangeStrip {...{ observed, low, high, max, verdict }} width={200} />
      )}
      <Link to="/spikes" search={{ series: key }} className="link" aria-label={words.rowsOf(label)}>
        {words.rows}
      </Link>
    </li>
  );
}
