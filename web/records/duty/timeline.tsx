import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { axisOf, placeOf } from './board-order.ts';
import css from './timeline.module.css';
import { words } from './words.ts';

/** The days to come and the end of the axis, drawn on where no group stands. */
export function Between({ board }: { board: DutyBoard }) {
  return (
    <span className={css.timeline}>
      <i className={css.ahead} style={{ left: `${placeOf(axisOf(board), board.today)}%` }} />
    </span>
  );
}

/** One group's days: filled where contact was made, hollow where it was tried, dotted where it is planned. */
export function Timeline({ group, board }: { group: BoardGroup; board: DutyBoard }) {
  const axis = axisOf(board);
  const { today } = board;
  const at = (day: string) => ({ left: `${placeOf(axis, day)}%` });
  const marks = group.marks
    .map((mark) => ({ ...mark, day: mark.at.slice(0, 10) }))
    .filter(({ day }) => day >= axis.from && day <= axis.to);
  const first = marks.find(({ result }) => result === 'made');
  const made = marks.filter(({ result }) => result === 'made').length;
  const plan = group.clock?.plan ?? null;
  const dueOn = board.choices.quarterClock === 'calendar' ? null : (group.clock?.dueOn ?? null);
  return (
    <span
      className={css.timeline}
      role="img"
      aria-label={words.marks(made, marks.length - made, plan ? shortDate(plan.on) : null)}
    >
      <i className={css.ahead} style={at(today)} />
      <i className={css.rail} style={{ right: `${100 - placeOf(axis, today)}%` }} />
      {first && (
        <i
          className={css.held}
          style={{ left: `${placeOf(axis, first.day)}%`, right: `${100 - placeOf(axis, today)}%` }}
        />
      )}
      {marks.map(({ contactId, day, result }) => (
        <i key={contactId} className={css[result]} style={at(day)} />
      ))}
      {plan && plan.on <= axis.to && <i className={css.planned} style={at(plan.on)} />}
      {dueOn && dueOn >= axis.from && dueOn <= axis.to && <i className={css.dueMark} style={at(dueOn)} />}
    </span>
  );
}
