import { profileOf } from '#data/policy/profiles.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import { isWaitingFor } from './addressed.ts';
import { type DutyScene, holdersOf, openState } from './duty-state.ts';
import { addYear } from './spans.ts';

/** The day by which a policy must be reviewed again; null where it asks for no review. */
export function reviewDueOn(profileId: string, reviewedOn: Readonly<Record<string, string>>): string | null {
  const profile = profileOf(profileId);
  if (profile?.reviewEvery !== 'year') return null;
  return addYear(reviewedOn[profileId] ?? profile.revisedOn);
}

/** The yearly review of a policy that asks for one (P3103, header). */
export function findReviewDuties(scene: DutyScene): Duty[] {
  const { today, choices } = scene;
  return choices.profiles.flatMap((profileId): Duty[] => {
    const dueOn = reviewDueOn(profileId, choices.reviewedOn);
    if (dueOn === null) return [];
    return [
      {
        dutyId: `Header/${profileId}/${dueOn.slice(0, 4)}`,
        clause: 'Header',
        what: `Yearly review of ${profileOf(profileId)?.title ?? profileId}`,
        subject: profileId,
        owes: holdersOf(scene, 'chief'),
        state: openState(dueOn, today, choices.soonDays),
        startsOn: choices.reviewedOn[profileId] ?? profileOf(profileId)?.revisedOn ?? dueOn,
        dueOn,
        doneOn: null,
        proof: [],
      },
    ];
  });
}

/** What was told and waits to be read: leadership is aware only once it says so (A.8). */
export function findNoticeDuties({ people }: DutyScene, notices: readonly Notice[]): Duty[] {
  const active = people.filter(({ isActive }) => isActive);
  return notices.flatMap((notice): Duty[] => {
    const owes = active.filter((person) => isWaitingFor(notice, person)).map(({ personId }) => personId);
    if (owes.length === 0) return [];
    return [
      {
        dutyId: `${notice.clause}/${notice.noticeId}`,
        clause: notice.clause,
        what: `Acknowledge: ${notice.title}`,
        subject: notice.noticeId,
        owes,
        state: 'due',
        startsOn: notice.sentAt.slice(0, 10),
        dueOn: null,
        doneOn: null,
        proof: [notice.noticeId],
      },
    ];
  });
}
