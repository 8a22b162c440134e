import { and, gte, lt, ne } from 'drizzle-orm';
import { findContactDuties } from '#analysis/duty/contact-duties.ts';
import { findDuties } from '#analysis/duty/find-duties.ts';
import { findNoticeDuties } from '#analysis/duty/policy-duties.ts';
import { earlierOf, quarterOf } from '#analysis/duty/spans.ts';
import { addDays } from '#analysis/shared/days.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Owed } from '#data/schema/records/proof.ts';
import { readContactRows, readDutyRows, readScene } from './duties.ts';
import type { Tx } from './record-store.ts';
import { meeting } from './tables/contacts.ts';

type Days = { readonly from: string; readonly to: string };

/**
 * What fell due by the end of a period and is not done, and what was told and is not acknowledged, by clause.
 * The same duties as on the screens of those who owe them, so that neither says what the other does not.
 */
export async function findOwed(tx: Tx, acting: Acting, { from, to }: Days): Promise<Map<string, Owed[]>> {
  const scene = await readScene(tx, acting);
  const rows = await readDutyRows(tx, scene.today);
  const meetings = await readMeetings(tx, { from, to: earlierOf(to, scene.today) });
  const late = [
    ...findDuties(scene, { ...rows, meetings }),
    ...(scene.choices.quarterClock === 'calendar' ? await missedQuarters(tx, scene, { from, to }) : []),
  ].filter(({ state, dueOn, doneOn }) => state === 'late' && doneOn === null && dueOn !== null && dueOn <= to);
  const unread = findNoticeDuties(scene, rows.notices).filter(
    ({ startsOn }) => startsOn <= to && startsOn < scene.today,
  );
  const owed = new Map<string, Owed[]>();
  for (const { clause, what, dueOn } of once([...late, ...unread]).sort(byDay)) {
    owed.set(clause, [...(owed.get(clause) ?? []), { what, dueOn }]);
  }
  return owed;
}

const readMeetings = (tx: Tx, { from, to }: Days) =>
  tx
    .select()
    .from(meeting)
    .where(
      and(
        gte(meeting.startsAt, `${from}T00:00:00`),
        lt(meeting.startsAt, `${addDays(to, 1)}T00:00:00`),
        ne(meeting.status, 'cancelled'),
      ),
    );

/** Each quarter that ended in the period, looked at on the day after: the groups nobody reached and nobody told of. */
async function missedQuarters(tx: Tx, scene: Awaited<ReturnType<typeof readScene>>, days: Days): Promise<Duty[]> {
  const firstDay = addDays(quarterOf(days.from).to, 1);
  const rows = await readContactRows(tx, firstDay);
  const found: Duty[] = [];
  for (let today = firstDay; today <= days.to && today <= scene.today; today = addDays(quarterOf(today).to, 1)) {
    found.push(...findContactDuties({ ...scene, today }, rows));
  }
  return found;
}

const once = (duties: readonly Duty[]): Duty[] => [...new Map(duties.map((duty) => [duty.dutyId, duty])).values()];

const byDay = (a: Duty, b: Duty): number =>
  (a.dueOn ?? a.startsOn).localeCompare(b.dueOn ?? b.startsOn) || a.dutyId.localeCompare(b.dutyId);
