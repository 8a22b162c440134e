import { useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { HourGrid } from '#web/chart/hour-grid.tsx';
import { hoursOfWeekInWords } from '#web/chart/hour-words.ts';
import { plural } from '#web/ui/words.ts';
import css from './area-panel.module.css';
import type { Picture } from './use-picture.ts';
import { words } from './words.ts';

/** When in the week. A boxed piece becomes the hours of the filter. */
export function HoursBlock({ picture, name }: { picture: Picture; name: string }) {
  const { opened } = useDesk();
  const { filter, change } = useView();
  const grid = picture.grid.findings[0];
  const inWindow = picture.here.findings[0];
  if (grid === undefined || inWindow === undefined) return null;
  const hasHours = grid.hourOfWeek.some((n) => n > 0);
  const boxed = filter.hourOfWeek;
  if (opened.months.length > 0) {
    return (
      <div className={css.block}>
        <h3>{words.hourAndWeekday}</h3>
        <p className="caption">{words.noWeekdays}</p>
      </div>
    );
  }
  return (
    <div className={css.block}>
      <h3>
        {words.hourAndWeekday} <i>{words.hoursWindow(plural(picture.gridWeeks, 'week', 'weeks'))}</i>
      </h3>
      {hasHours || grid.calls === 0 ? (
        <HourGrid
          counts={grid.hourOfWeek}
          exposure={grid.hoursOfExposure}
          picked={boxed}
          onPick={(hourOfWeek) => change({ filter: { hourOfWeek, weekdays: [], hours: [] } })}
          label={`${words.hourAndWeekday}, ${name}`}
        />
      ) : (
        <p className="caption">{words.noHours}</p>
      )}
      {boxed.length > 0 && (
        <p className={`caption ${css.note}`}>{words.boxed(hoursOfWeekInWords(boxed), inWindow.calls)}</p>
      )}
      {hasHours && grid.withoutHour > 0 && (
        <p className={`caption ${css.note}`}>{words.withoutHour(grid.withoutHour)}</p>
      )}
    </div>
  );
}
