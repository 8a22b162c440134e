import { addDays } from '#analysis/shared/days.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Meeting } from '#data/schema/records/contact.ts';
import type { Group } from '#data/schema/records/group.ts';
import { type DutyScene, liaisonOf, openState } from './duty-state.ts';

export type MeetingRows = {
  readonly groups: readonly Pick<Group, 'groupId' | 'name' | 'liaisonId'>[];
  readonly meetings: readonly Pick<Meeting, 'meetingId' | 'groupId' | 'startsAt' | 'status' | 'attendedBy'>[];
};

/** Meetings are attended (A.5): one without anybody of ours on record is a gap from the day after. */
export function findMeetingDuties(scene: DutyScene, { groups, meetings }: MeetingRows): Duty[] {
  const groupOf = new Map(groups.map((group) => [group.groupId, group]));
  return meetings
    .filter(({ status }) => status !== 'cancelled')
    .map(({ meetingId, groupId, startsAt, status, attendedBy }): Duty => {
      const group = groupOf.get(groupId);
      const on = startsAt.slice(0, 10);
      const dueOn = addDays(on, scene.choices.meetingGapDays - 1); // a gap from that many days after
      const isAttended = status === 'held' && attendedBy.length > 0;
      return {
        dutyId: `A.5/${meetingId}`,
        clause: 'A.5',
        what: `Attend the meeting of ${group?.name ?? groupId}`,
        subject: meetingId,
        owes: isAttended ? attendedBy : liaisonOf(scene, group),
        state: stateOf({ isAttended, isAhead: status === 'planned' && on >= scene.today, dueOn, today: scene.today }),
        startsOn: on,
        dueOn,
        doneOn: isAttended ? on : null,
        proof: isAttended ? [meetingId] : [],
      };
    });
}

function stateOf(at: { isAttended: boolean; isAhead: boolean; dueOn: string; today: string }): Duty['state'] {
  if (at.isAttended) return 'done';
  return at.isAhead ? 'planned' : openState(at.dueOn, at.today);
}
