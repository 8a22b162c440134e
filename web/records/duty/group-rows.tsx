import { Link } from '@tanstack/react-router';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { axisOf, monthsOf, noticeStandOf, placeOf, type Shelves } from './board-order.ts';
import css from './group-rows.module.css';
import type { Lit } from './lit.ts';
import { PlanAct } from './plan-act.tsx';
import { Between, Timeline } from './timeline.tsx';
import { words } from './words.ts';

type Acts = Lit & { mayLog: boolean; onLog: (groupId: string) => void; onNotice: (groupId: string) => void };

/** Every group on the quarter's days: those without a plan first. */
export function GroupRows({ board, shelves, ...acts }: { board: DutyBoard; shelves: Shelves } & Acts) {
  const axis = axisOf(board);
  const todayAt = placeOf(axis, board.today);
  return (
    <table className={css.rows} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.officer}</th>
          <th scope="col" className={css.axis}>
            <span className="visually-hidden">{words.clock}</span>
            {monthsOf(axis).map((month) => (
              <i key={month} style={{ left: `${placeOf(axis, month)}%` }}>
                {shortDate(month).slice(0, 3)}
              </i>
            ))}
            <b className={css.here} style={{ left: `${todayAt}%` }}>
              {words.today}
            </b>
            <b className={css.end}>{todayAt > 86 ? '' : shortDate(axis.to)}</b>
          </th>
          <th scope="col" className={isRolling(board) ? `${css.last} ${css.lastAndLeft}` : css.last}>
            {words.lastContact}
          </th>
          <th scope="col">
            <span className="visually-hidden">{words.log}</span>
          </th>
        </tr>
      </thead>
      {SHELVES.map(({ shelf, title, why }) => (
        <Shelf
          key={shelf}
          title={title}
          why={isRolling(board) && shelf !== 'planned' && shelf !== 'young' ? words.byDaysLeft : why}
          groups={shelves[shelf]}
          board={board}
          {...acts}
        />
      ))}
    </table>
  );
}

/** By the quarter all groups have as many days left; by the rolling clock each its own. */
const isRolling = ({ choices }: DutyBoard): boolean => choices.quarterClock !== 'calendar';

const SHELVES = [
  { shelf: 'noPlan', title: words.noPlanHead, why: words.noPlanWhy },
  { shelf: 'planned', title: words.plannedHead, why: '' },
  { shelf: 'reached', title: words.reachedHead, why: words.byName },
  { shelf: 'young', title: words.youngHead, why: words.youngWhy },
] as const;

function Shelf({
  title,
  why,
  groups,
  board,
  ...acts
}: { title: string; why: string; groups: readonly BoardGroup[]; board: DutyBoard } & Acts) {
  if (groups.length === 0) return null;
  return (
    <tbody>
      <tr className={css.shelfHead}>
        <th scope="rowgroup" colSpan={2}>
          {title} <span>{groups.length}</span> <small>{why}</small>
        </th>
        <td className={css.line}>
          <Between board={board} />
        </td>
        <td colSpan={2} />
      </tr>
      {groups.map((group) => (
        <Row key={group.groupId} group={group} board={board} {...acts} />
      ))}
    </tbody>
  );
}

function Row({ group, board, ...acts }: { group: BoardGroup; board: DutyBoard } & Acts) {
  const officer = board.people.find(({ personId }) => personId === group.liaisonId);
  const daysLeft = group.clock?.daysLeft ?? null;
  const isQuiet = group.clock?.state === 'done';
  const lastMade = group.lastMadeOn ? dayInWords(group.lastMadeOn, board.today) : words.never;
  return (
    <tr
      className={css.row}
      data-group={group.groupId}
      data-lit={acts.lit === group.groupId || undefined}
      onPointerEnter={() => acts.onLight(group.groupId)}
      onPointerLeave={() => acts.onLight(null)}
      onFocus={() => acts.onLight(group.groupId)}
    >
      <th scope="row" className={isQuiet ? css.name : css.nameStrong}>
        {group.name}
      </th>
      <td className={css.officer}>{officer?.name ?? words.noLiaison}</td>
      <td className={css.line}>
        <Timeline group={group} board={board} />
      </td>
      <td className={css.last}>
        <span className={css.phoneOnly}>{words.lastContact}: </span>
        <Link
          to="/contacts"
          search={{ group: group.groupId }}
          className={css.log ?? ''}
          aria-label={words.contactsWith(lastMade, group.name)}
        >
          {lastMade}
        </Link>
        {isRolling(board) && daysLeft !== null && <span className={css.left}>{words.left(daysLeft)}</span>}
      </td>
      <td className={css.act}>
        <RowAct group={group} board={board} {...acts} />
      </td>
    </tr>
  );
}

function RowAct({
  group,
  board,
  mayLog,
  onLog,
  onNotice,
}: { group: BoardGroup; board: DutyBoard } & Omit<Acts, keyof Lit>) {
  const { clock, groupId, name } = group;
  if (clock?.state === 'planned' && clock.plan) return <PlanAct group={group} on={clock.plan.on} mayLog={mayLog} />;
  if (!mayLog || clock?.state === 'done') return null;
  const { stand } = noticeStandOf(group, board);
  if (stand === 'ready' || stand === 'passed')
    return (
      <Button small aria-label={words.prepareFor(name)} onClick={() => onNotice(groupId)}>
        {words.prepare}
      </Button>
    );
  return (
    <Button small aria-label={words.logTo(name)} onClick={() => onLog(groupId)}>
      {words.log}
    </Button>
  );
}

const dayInWords = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? shortDate(day) : longDate(day);
