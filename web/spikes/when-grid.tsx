import { useDesk } from '#web/ask/desk.tsx';
import { weekInWords } from '#web/ask/verdicts.ts';
import { HourGrid } from '#web/chart/hour-grid.tsx';
import { hoursOfWeekInWords } from '#web/chart/hour-words.ts';
import { busiestBox, cellsOf } from './busiest.ts';
import css from './spike-detail.module.css';
import type { Evidence } from './use-evidence.ts';
import { words } from './words.ts';

/** A year of this series by hour and weekday, last week's calls as rings, its fullest box said in words. */
export function WhenGrid({ evidence: { series, week, year } }: { evidence: Evidence }) {
  const { session } = useDesk();
  const counts = week.findings[0]?.hourOfWeek ?? [];
  const rings = counts.flatMap((count, cell) => (count > 0 ? [cell] : []));
  const busiest = busiestBox(counts, year.hourOfWeek);
  const when = weekInWords(series.week, session.nowLocal);
  return (
    <section>
      <h2 className={css.heading}>
        {words.when} <span className={css.aside}>{words.ringed(when)}</span>
      </h2>
      <HourGrid
        counts={year.hourOfWeek}
        exposure={year.hoursOfExposure}
        rings={rings}
        boxed={busiest?.box ?? null}
        label={`${words.when}: ${words.ringed(when)}`}
      />
      {busiest && (
        <p className="caption">
          {words.peakOnly(busiest.count, series.observed, hoursOfWeekInWords(cellsOf(busiest.box)))}
        </p>
      )}
    </section>
  );
}
