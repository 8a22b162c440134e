import { findDensestWindow, hoursOfWeek, type WeekWindow } from '#analysis/pattern/densest-window.ts';
import { whenInWords } from '#analysis/pattern/synopsis-words.ts';
import { windowInWords } from '#analysis/pattern/window-words.ts';
import { HourGrid } from '#web/chart/hour-grid.tsx';
import map from './calls-map.module.css';
import css from './pattern.module.css';
import type { CallLine } from './use-calls.ts';
import { words } from './words.ts';

const EVENLY = Array.from({ length: 168 }, () => 1); // each call counts once, however often its hour came

/** The kept calls by hour and weekday, and the hours that they recommend. */
export function When({ lines }: { lines: readonly CallLine[] }) {
  const kept = lines.flatMap(({ kept: isKept, row }) => (isKept && row !== null ? [row] : []));
  const densest = findDensestWindow(kept);
  return (
    <section>
      <h2 className={map.heading}>
        {words.when} <span className={map.aside}>{words.whenAside(kept.length)}</span>
      </h2>
      <HourGrid
        counts={hoursOfWeek(kept)}
        exposure={EVENLY}
        boxed={densest.is === 'found' ? boxesOf(densest.window) : null}
        label={`${words.when}: ${words.whenAside(kept.length)}`}
      />
      <dl className={css.times}>
        <dt>{words.recommended}</dt>
        <dd>{densest.is === 'found' ? windowInWords(densest.window) : words.noTimes}</dd>
        <dd className="caption">
          {whenInWords(kept.length, densest)} {densest.is === 'found' && words.sure}
        </dd>
      </dl>
    </section>
  );
}

type Box = { days: [number, number]; hours: [number, number] };

/** The grid's boxes of a window: what runs past midnight lies on the next day, what runs past Sunday on Monday. */
export function boxesOf({ days, fromHour, hours }: WeekWindow): Box[] {
  const end = fromHour + hours - 1;
  const evening = runsOf(days).map((run): Box => ({ days: run, hours: [fromHour, Math.min(23, end)] }));
  if (end < 24) return evening;
  const next = days.map((day) => (day + 1) % 7);
  return [...evening, ...runsOf(next).map((run): Box => ({ days: run, hours: [0, end - 24] }))];
}

function runsOf(days: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
