import { clocksOf, findMissedContacts } from '#analysis/duty/contact-duties.ts';
import { findDuties } from '#analysis/duty/find-duties.ts';
import { addDays, daysBetween } from '#analysis/shared/days.ts';
import { isProtected, readsProtected } from '#data/codes/protected-kinds.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { MeetingArea, WeeklyMeeting } from '#data/schema/records/weekly-meeting.ts';
import { readDutyRows, readScene } from '#server/store/duties.ts';
import { readEscalations } from '#server/store/escalations.ts';
import type { Tx } from '#server/store/record-store.ts';
import { escalationsBy } from './escalations-by.ts';

const PROMISES_AHEAD = 7; // days
const NO_GROUP = { groupId: '', name: 'No group', status: 'inactive' as const };

/** What waits in each area, from the same duties that the desk and the wall show. */
export async function readMeeting(tx: Tx, acting: Acting): Promise<WeeklyMeeting> {
  const { actor, nowLocal } = acting;
  const scene = await readScene(tx, acting);
  const { today } = scene;
  const rows = await readDutyRows(tx, today);
  const kept = rows.groups;
  const late = new Map(
    findDuties(scene, rows)
      .filter(({ state }) => state === 'late')
      .map((duty) => [duty.subject, duty]),
  );
  const daysLate = (subject: string) => daysBetween(late.get(subject)?.dueOn ?? today, today);
  const roleOf = new Map(scene.people.map(({ personId, role }) => [personId, role]));
  const concernOf = new Map(rows.concerns.map((each) => [each.concernId, each]));
  const ownerRole = (concernId: string) => roleOf.get(concernOf.get(concernId)?.ownerId ?? '') ?? null;
  const clocks = clocksOf(scene, rows);
  const missed = new Set(findMissedContacts(scene, rows).map(({ groupId }) => groupId));
  const told = escalationsBy(await readEscalations(tx, acting, 'all'), addDays(today, -7));
  const isIn = (groupIds: readonly string[] | undefined, groupId: string) =>
    groupId === '' ? (groupIds ?? []).length === 0 : (groupIds ?? []).includes(groupId);

  const areas = [...kept, NO_GROUP].map((group): MeetingArea => {
    const { groupId, name } = group;
    const clock = clocks.get(groupId);
    return {
      areaId: groupId,
      name,
      concerns: rows.concerns
        .filter((each) => each.duplicateOf === null && late.has(each.concernId) && isIn(each.groupIds, groupId))
        .map((each) => ({
          concernId: each.concernId,
          isProtected: isProtected(each.category),
          title: isProtected(each.category) ? '' : each.title,
          category: isProtected(each.category) && !readsProtected(actor.role) ? null : each.category,
          ownerRole: ownerRole(each.concernId),
          days: daysLate(each.concernId),
          nextStep: isProtected(each.category) ? '' : each.nextStep,
          nextStepOn: each.nextStepOn,
        }))
        .sort(longestFirst),
      referrals: rows.referrals
        .filter((each) => late.has(each.referralId) && isIn(concernOf.get(each.concernId)?.groupIds, groupId))
        .map(({ referralId, concernId, to, referredOn }) => {
          return { referralId, concernId, to, ownerRole: ownerRole(concernId), days: daysBetween(referredOn, today) };
        })
        .sort(longestFirst),
      group:
        groupId === ''
          ? null
          : {
              isActive: group.status === 'active',
              isMissed: missed.has(groupId),
              lastMadeOn: clock?.lastMadeOn ?? null,
              state: clock?.state ?? null,
              daysLeft: clock?.daysLeft ?? null,
              quarter: clock?.span.label ?? '',
              nextMeeting:
                rows.meetings.find(
                  (each) => each.groupId === groupId && each.status === 'planned' && each.startsAt >= nowLocal,
                )?.startsAt ?? null,
              promises: rows.promises
                .filter((each) => each.groupId === groupId && each.dueOn <= addDays(today, PROMISES_AHEAD))
                .map(({ promiseId, words, dueOn }) => ({ promiseId, words, days: daysBetween(dueOn, today) }))
                .sort(longestFirst),
            },
      escalations: told.filter(({ groupIds }) => isIn(groupIds, groupId)).map(({ groupIds: _, ...each }) => each),
    };
  });
  return { asOfLocal: nowLocal, areas: areas.filter((area) => area.areaId !== '' || hasAny(area)) };
}

const longestFirst = (a: { days: number }, b: { days: number }): number => b.days - a.days;

const hasAny = ({ concerns, referrals, escalations }: MeetingArea): boolean =>
  concerns.length + referrals.length + escalations.length > 0;
