import { useState } from 'react';
import type { Filter } from '#data/schema/filter.ts';
import { monthInWords } from '#web/ask/date-words.ts';
import { isUsualWindow, monthsBetween, windowOfMonth } from '#web/ask/dates.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import type { Explored } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { count } from '#web/ui/words.ts';
import css from './area-panel.module.css';
import { words } from './words.ts';

const SHOWN = 12;

/** Calls a month of a source that gives no more: counted, never judged. A month that is not in the files is said. */
export function MonthsBlock({ explored, filter, name }: { explored: Explored; filter: Filter; name: string }) {
  const { opened } = useDesk();
  const { change } = useView();
  const [isWhole, setWhole] = useState(false);
  const counts = new Map(explored.months.map(({ month, count: n }) => [month, n]));
  const months = monthsBetween(opened.firstDay, opened.lastDay);
  const most = Math.max(1, ...counts.values());
  const pick = (month: string) => {
    const window = windowOfMonth(month);
    change({ window: isUsualWindow(window, opened) ? null : window });
  };
  return (
    <div className={css.block}>
      <h3>
        {words.months} <i>{words.monthsNote}</i>
      </h3>
      <table className={css.rows} aria-label={`${words.months}, ${name}`}>
        <tbody>
          {months.slice(isWhole ? 0 : -SHOWN).map((month) => (
            <MonthRow
              key={month}
              month={month}
              n={counts.get(month)}
              most={most}
              isPicked={month >= filter.from && month <= filter.to}
              onPick={() => pick(month)}
            />
          ))}
        </tbody>
      </table>
      {months.length > SHOWN && !isWhole && (
        <Button look="quiet" small onClick={() => setWhole(true)}>
          {words.allMonths(months.length)}
        </Button>
      )}
    </div>
  );
}

type RowProps = { month: string; n: number | undefined; most: number; isPicked: boolean; onPick: () => void };

function MonthRow({ month, n, most, isPicked, onPick }: RowProps) {
  if (n === undefined) {
    return (
      <tr>
        <th scope="row">
          <span className={css.muted}>{monthInWords(month)}</span>
        </th>
        <td className="caption" colSpan={2}>
          {words.monthMissing}
        </td>
      </tr>
    );
  }
  return (
    <tr data-picked={isPicked}>
      <th scope="row">
        <button type="button" aria-pressed={isPicked} onClick={onPick}>
          {monthInWords(month)}
        </button>
      </th>
      <td className={css.n}>{count(n)}</td>
      <td className={css.barCell}>
        <span className={css.bar} style={{ width: `${(100 * n) / most}%` }} />
      </td>
    </tr>
  );
}
