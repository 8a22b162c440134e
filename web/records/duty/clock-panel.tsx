import { Menu } from '@mantine/core';
import { daysBetween } from '#analysis/shared/days.ts';
import { clauseOf } from '#data/policy/profiles.ts';
import type { DutyBoard } from '#data/schema/records/duty.ts';
import { Icon } from '#web/ui/icons.tsx';
import { BoardMap } from './board-map.tsx';
import type { Shelves } from './board-order.ts';
import css from './clock-panel.module.css';
import type { Lit } from './lit.ts';
import { NoticeList } from './notice-list.tsx';
import { words } from './words.ts';

type Clock = DutyBoard['choices']['quarterClock'];

/** The left side: days left, how many are reached, where they are, and what the commander is told. */
export function ClockPanel({
  board,
  shelves,
  onClock,
  onReview,
  officerId,
  ...lit
}: {
  board: DutyBoard;
  shelves: Shelves;
  onClock: (clock: Clock) => void;
  onReview: (groupId: string) => void;
  officerId: string | null;
} & Lit) {
  const { quarterClock, soonDays } = board.choices;
  const owed = shelves.noPlan.length + shelves.planned.length + shelves.reached.length;
  const left = daysBetween(board.today, board.quarter.to);
  const near = [...shelves.noPlan, ...shelves.planned].filter(
    ({ clock }) => (clock?.daysLeft ?? soonDays + 1) <= soonDays,
  );
  return (
    <aside className={css.panel} aria-label={words.panel}>
      <div className={css.clock}>
        <span className="caption">{words.clock}</span>
        <ClockChoice clock={quarterClock} chosen={board.chosenClock} onClock={onClock} />
      </div>
      <p className={css.left}>
        <b>{quarterClock === 'calendar' ? words.days(left) : words.groups(near.length)}</b>{' '}
        {quarterClock === 'calendar' ? words.leftIn(board.quarter.label) : words.dueWithin(soonDays)}
      </p>
      <p className={css.reached}>
        <b>{words.reached(shelves.reached.length, owed)}</b> {words.reachedWords(shelves.noPlan.length)}
      </p>
      <Bar reached={shelves.reached.length} planned={shelves.planned.length} noPlan={shelves.noPlan.length} />
      <BoardMap groups={board.groups} officerId={officerId} {...lit} />
      <NoticeList board={board} onReview={onReview} />
      <blockquote className={css.clause}>
        <b>1902.2 C</b> “{clauseOf('1902.2 C')?.text}”
      </blockquote>
    </aside>
  );
}

function ClockChoice({ clock, chosen, onClock }: { clock: Clock; chosen: Clock; onClock: (clock: Clock) => void }) {
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <button type="button" className={css.choice}>
          <span className="visually-hidden">{words.clock}: </span>
          {words.clocks[clock]}
          <Icon name="down" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.clockWhy}</Menu.Label>
        {CLOCKS.map((each) => (
          <Menu.Item
            key={each}
            rightSection={each === clock ? <Icon name="check" /> : undefined}
            onClick={() => onClock(each)}
          >
            {words.clocks[each]}
            {each === chosen && <span className="caption"> {words.chosen}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
const CLOCKS: readonly Clock[] = ['calendar', 'rolling-92-days'];

function Bar({ reached, planned, noPlan }: { reached: number; planned: number; noPlan: number }) {
  return (
    <div>
      <div className={css.bar} aria-hidden="true">
        <i className={css.barReached} style={{ flexGrow: reached }} />
        <i className={css.barPlanned} style={{ flexGrow: planned }} />
        <i className={css.barNoPlan} style={{ flexGrow: noPlan }} />
      </div>
      <p className={`caption ${css.barWords}`}>
        <span>{words.barReached(reached)}</span>
        <span>{words.barPlanned(planned)}</span>
        <span>{words.barNoPlan(noPlan)}</span>
      </p>
    </div>
  );
}
