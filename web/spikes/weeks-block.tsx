import { addDays } from '#analysis/shared/days.ts';
import { datesKnown, isFinished } from '#web/ask/date-words.ts';
import { clipTo, lastWeeks } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import type { AreaConcern } from '#web/ask/use-concerns.ts';
import { WeeksChart } from '#web/chart/weeks-chart.tsx';
import type { WeekPoint } from '#web/compute/door.ts';
import css from './detail.module.css';
import { words } from './words.ts';

type Props = { title: string; about: string; points: readonly WeekPoint[]; concerns: readonly AreaConcern[] };

/** A year of weeks with their usual range, and the days on which residents spoke up. */
export function WeeksBlock({ title, about, points, concerns }: Props) {
  const { opened } = useDesk();
  const year = lastWeeks(points, 53);
  const first = year[0]?.week ?? opened.lastFullWeek.from;
  const last = year.at(-1)?.week ?? first;
  return (
    <section className={css.block}>
      <h2 className={css.heading}>
        {title}{' '}
        <span className={css.aside}>
          {words.weeksWindow(
            datesKnown(clipTo({ from: first, to: addDays(last, 6) }, opened), opened),
            isFinished(opened.manifest),
          )}
        </span>
      </h2>
      <WeeksChart
        points={year}
        height={230}
        label={`${title}: ${about}`}
        marks={concerns
          .filter(({ raisedOn }) => raisedOn >= first)
          .map(({ concernId, raisedOn, status }) => ({
            day: raisedOn,
            label: words.concernRaised(concernId),
            kind: 'concern',
            waits: status !== 'answered',
          }))}
      />
    </section>
  );
}
