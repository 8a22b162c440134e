import { addDays, daysBetween } from '#analysis/shared/days.ts';
import { isWithin, quarterBefore, quarterOf, type Span } from './spans.ts';

export type QuarterClock = 'calendar' | 'rolling-92-days';
const ROLLING_DAYS = 92; // the longest calendar quarter

export type ClockGroup = {
  readonly groupId: string;
  readonly foundedOn: string; // the day it entered the registry
  readonly turns: readonly { readonly on: string; readonly status: 'active' | 'inactive' }[]; // oldest first
};
export type ClockContact = { readonly contactId: string; readonly on: string; readonly result: 'attempted' | 'made' };
export type ClockPlan = { readonly on: string; readonly what: string };

export type ClockState = 'done' | 'planned' | 'due' | 'soon' | 'late';

/** Where a group stands in its quarter. `owed` is false in the quarter in which it entered the registry: it owes nothing yet. */
export type GroupClock = {
  readonly groupId: string;
  readonly span: Span;
  readonly owed: boolean;
  readonly state: ClockState;
  readonly dueOn: string | null;
  readonly daysLeft: number | null; // below zero where it is late
  readonly lastMadeOn: string | null; // ever
  readonly reached: ClockContact | null; // the first made in the span
  readonly attempts: number; // in the span, made ones left out
  readonly plan: ClockPlan | null; // the next one, today or later
};

export type ClockOptions = { readonly clock: QuarterClock; readonly soonDays: number };

/**
 * The quarter clock of one group on a day, or null where it is inactive or not yet founded.
 * Only a contact that was made stops it; what is planned is told, and stops nothing. A group taken
 * back within a quarter is owed its contact in that quarter: a rest ends the duty to reach it, and so does not renew it.
 */
export function clockOf(
  group: ClockGroup,
  contacts: readonly ClockContact[],
  plans: readonly ClockPlan[],
  today: string,
  options: ClockOptions,
): GroupClock | null {
  const activeFrom = activeSince(group, today);
  if (activeFrom === null) return null;
  const past = contacts.filter(({ on }) => on <= today);
  const made = past.filter(({ result }) => result === 'made').sort((a, b) => (a.on < b.on ? -1 : 1));
  const lastMadeOn = made.at(-1)?.on ?? null;
  const span = spanOf(options.clock, activeFrom, lastMadeOn, today);
  const within = past.filter(({ on }) => isWithin(span, on));
  const reached = made.find(({ on }) => isWithin(span, on)) ?? null;
  const owed = options.clock === 'rolling-92-days' || group.foundedOn <= span.from;
  const plan = plans.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null;
  const dueOn = owed ? span.to : null;
  return {
    groupId: group.groupId,
    span,
    owed,
    state: stateOf({ reached, plan, dueOn, today }, options),
    dueOn,
    daysLeft: dueOn === null ? null : daysBetween(today, dueOn),
    lastMadeOn,
    reached,
    attempts: within.filter(({ result }) => result === 'attempted').length,
    plan,
  };
}

/**
 * The last quarter that has passed without contact although the group was in the registry for the whole of it
 * and active at its end; null where there is none. From the day after the section commander must know (1902.2 C).
 */
export function findMissedSpan(
  group: ClockGroup,
  contacts: readonly ClockContact[],
  today: string,
  { clock }: Pick<ClockOptions, 'clock'>,
): Span | null {
  const activeFrom = activeSince(group, today);
  if (activeFrom === null) return null;
  const made = contacts.filter(({ result, on }) => result === 'made' && on <= today).map(({ on }) => on);
  const last = clock === 'calendar' ? quarterBefore(quarterOf(today)) : rollingBefore(activeFrom, made, today);
  if (last === null || group.foundedOn > last.from || activeFrom > last.to) return null;
  return made.some((on) => isWithin(last, on)) ? null : last;
}

/** The day since which the group has been active without a break; null where it is not active today. */
function activeSince({ foundedOn, turns }: ClockGroup, today: string): string | null {
  if (foundedOn > today) return null;
  let since: string | null = foundedOn;
  for (const { on, status } of turns) {
    if (on > today) break;
    if (status === 'inactive') since = null;
    else since ??= on;
  }
  return since;
}

function spanOf(clock: QuarterClock, activeFrom: string, lastMadeOn: string | null, today: string): Span {
  if (clock === 'calendar') return quarterOf(today);
  const from = lastMadeOn !== null && lastMadeOn > activeFrom ? lastMadeOn : activeFrom;
  return rollingFrom(from);
}

/** Ninety-two days from the last contact, so that the next falls no later than the ninety-second day after. */
const rollingFrom = (from: string): Span => ({ label: `from-${from}`, from, to: addDays(from, ROLLING_DAYS) });

function rollingBefore(activeFrom: string, made: readonly string[], today: string): Span | null {
  const lastMadeOn = made.reduce<string | null>((last, on) => (last === null || on > last ? on : last), null);
  const from = lastMadeOn !== null && lastMadeOn > activeFrom ? lastMadeOn : activeFrom;
  const { label, to } = rollingFrom(from);
  return to < today ? { label, from: addDays(from, 1), to } : null;
}

type At = { reached: ClockContact | null; plan: ClockPlan | null; dueOn: string | null; today: string };

/** A calendar quarter is done once it is reached; a rolling one opens again when its end is near. */
function stateOf({ reached, plan, dueOn, today }: At, { clock, soonDays }: ClockOptions): ClockState {
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  const isSoon = daysLeft !== null && daysLeft <= soonDays;
  if (reached && (clock === 'calendar' || !isSoon)) return 'done';
  if (daysLeft !== null && daysLeft < 0) return 'late';
  if (plan && (dueOn === null || plan.on <= dueOn)) return 'planned';
  return isSoon ? 'soon' : 'due';
}
