import { addDays } from '#analysis/shared/days.ts';
import type { Filter } from '#data/schema/filter.ts';
import { isFinished } from '#web/ask/date-words.ts';
import { clipTo, daysIn, isUsualWindow, weeksSince } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { WeeksChart } from '#web/chart/weeks-chart.tsx';
import type { Explored, WeekPoint } from '#web/compute/door.ts';
import css from './area-panel.module.css';
import { words } from './words.ts';

const YEAR = 53; // 52 whole weeks and the running one

/** Calls a week on their usual range: a year, or the whole window when that is longer. A dragged range becomes the dates. */
export function WeeksBlock({ explored, filter, name }: { explored: Explored; filter: Filter; name: string }) {
  const { opened } = useDesk();
  const { change } = useView();
  const weeksOfWindow = Math.ceil(daysIn(filter) / 7);
  const points = weeksSince(explored.weeks, filter.from, YEAR);
  const pick = (from: string, to: string) => {
    const window = clipTo({ from, to: addDays(to, 6) }, opened);
    change({ window: isUsualWindow(window, opened) ? null : window });
  };
  return (
    <div className={css.block}>
      <h3>
        {words.weeks} <i>{windowWords(points, isFinished(opened.manifest))}</i>
      </h3>
      <WeeksChart
        points={points}
        label={`${words.weeks}, ${name}`}
        picked={weeksOfWindow < points.length ? { from: filter.from, to: filter.to } : null}
        onPickRange={pick}
      />
    </div>
  );
}

function windowWords(points: readonly WeekPoint[], finished: boolean): string {
  const whole = points.filter(({ complete }) => complete).length;
  const arriving = points.length - points.findLastIndex(({ complete }) => complete) - 1;
  if (arriving === 0) return words.weeksComplete(whole);
  if (finished && arriving === 1) return words.weeksCut(whole);
  return arriving === 1 ? words.weeksRunning(whole) : words.weeksArriving(whole, arriving);
}
