import { HourGrid } from '#web/chart/hour-grid.tsx';
import { hoursOfWeekInWords } from '#web/chart/hour-words.ts';
import type { Explored } from '#web/compute/door.ts';
import { busiestBox, cellsOf } from './busiest.ts';
import css from './detail.module.css';
import { words } from './words.ts';

type Props = {
  counts: readonly number[]; // 168: what is judged
  observed: number;
  year: Explored; // what is usual here
  when: string; // "last week"
};

/** A year here by hour and weekday, what is judged as rings, its fullest box said in words. */
export function WhenGrid({ counts, observed, year, when }: Props) {
  const rings = counts.flatMap((count, cell) => (count > 0 ? [cell] : []));
  const busiest = busiestBox(counts, year.hourOfWeek);
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
        <p className="caption">{words.peakOnly(busiest.count, observed, hoursOfWeekInWords(cellsOf(busiest.box)))}</p>
      )}
    </section>
  );
}
