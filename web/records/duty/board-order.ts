import { daysBetween, toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';

export type ShelfName = 'noPlan' | 'planned' | 'reached' | 'young';
export type Shelves = Record<ShelfName, BoardGroup[]>;

/** The groups as the board lists them: those without a plan first, and in each shelf the fewest days left at the top. */
export function shelve(groups: readonly BoardGroup[]): Shelves {
  const active = groups.filter(({ clock }) => clock !== null);
  const of = (name: ShelfName) => active.filter((group) => shelfOf(group) === name);
  return {
    noPlan: of('noPlan').sort((a, b) => byDaysLeft(a, b) || byLastMade(a, b) || byName(a, b)),
    planned: of('planned').sort((a, b) => planDay(a).localeCompare(planDay(b)) || byName(a, b)),
    reached: of('reached').sort((a, b) => byDaysLeft(a, b) || byName(a, b)),
    young: of('young').sort(byName),
  };
}

export function shelfOf({ clock }: BoardGroup): ShelfName {
  if (clock?.state === 'done') return 'reached';
  if (clock?.state === 'planned') return 'planned';
  return clock?.owed === false ? 'young' : 'noPlan';
}

const byName = (a: BoardGroup, b: BoardGroup): number => a.name.localeCompare(b.name);
const byLastMade = (a: BoardGroup, b: BoardGroup): number => (a.lastMadeOn ?? '').localeCompare(b.lastMadeOn ?? '');
const daysLeft = ({ clock }: BoardGroup): number => clock?.daysLeft ?? Number.MAX_SAFE_INTEGER;
const byDaysLeft = (a: BoardGroup, b: BoardGroup): number => daysLeft(a) - daysLeft(b);
const planDay = ({ clock }: BoardGroup): string => clock?.plan?.on ?? '';

/** What stands before the section commander about a group: to be told, or told. */
export type NoticeStand =
  | { stand: 'passed'; label: string } // a quarter went by and nobody told
  | { stand: 'ready'; attempts: number }
  | { stand: 'told' }
  | { stand: 'none' };

const LATELY_DAYS = 120;

export function noticeStandOf(
  group: BoardGroup,
  { choices, chosenClock, today }: Pick<DutyBoard, 'choices' | 'chosenClock' | 'today'>,
): NoticeStand {
  const { clock, missed, notice, groupId } = group;
  const isTold = (label: string) => notice?.onceKey === `no-contact/${groupId}/${label}`;
  const isOwed = choices.quarterClock === chosenClock; // by the other clock one only looks
  if (isOwed && missed && !isTold(missed.label)) return { stand: 'passed', label: missed.label };
  const isOpen = isOwed && clock?.owed === true && clock.state !== 'done';
  if (isOpen && clock.attempts >= choices.attemptsBeforeNotice && !isTold(clock.span.label))
    return { stand: 'ready', attempts: clock.attempts };
  const isLate = notice !== null && daysBetween(notice.sentAt, today) <= LATELY_DAYS;
  return isLate ? { stand: 'told' } : { stand: 'none' };
}

export type Axis = { readonly from: string; readonly to: string };
const DAYS_SHOWN = 92;

/** The days the timeline shows: the quarter, or on the rolling clock as far back as ahead. */
export function axisOf({ choices, quarter, today }: DutyBoard): Axis {
  if (choices.quarterClock === 'calendar') return quarter;
  const move = (days: number) => toLocalDate(toDayNumber(today) + days);
  return { from: move(-DAYS_SHOWN), to: move(DAYS_SHOWN) };
}

/** Where a day stands on the axis, 0 to 100; the middle of its day. */
export const placeOf = ({ from, to }: Axis, day: string): number =>
  Math.min(100, Math.max(0, ((daysBetween(from, day) + 0.5) / (daysBetween(from, to) + 1)) * 100));

/** The first of every month on the axis. */
export function monthsOf(axis: Axis): string[] {
  const months: string[] = [];
  for (let day = toDayNumber(axis.from); day <= toDayNumber(axis.to); day += 1) {
    const local = toLocalDate(day);
    if (local.endsWith('-01')) months.push(local);
  }
  return months;
}
