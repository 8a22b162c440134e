import type { GroupPromise } from '#data/schema/records/contact.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { DutyTag } from '#web/records/shared/duty-tag.tsx';
import { words } from './words.ts';

/** How a promise stands; one past its day is a duty. */
export function PromiseState({
  promise: { status, dueOn, closedOn },
  today,
}: {
  promise: GroupPromise;
  today: string;
}) {
  if (status === 'open' && dueOn < today) return <DutyTag>{words.lateSince(longDate(dueOn))}</DutyTag>;
  if (status === 'open') return words.dueBy(longDate(dueOn));
  return `${words.states[status]}${closedOn === null ? '' : `, ${longDate(closedOn)}`}`;
}
