import { profileOf } from '#data/policy/profiles.ts';
import type { Duty } from '#data/schema/policy.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import { type ConcernRows, findConcernDuties } from './concern-duties.ts';
import { type ContactRows, findContactDuties } from './contact-duties.ts';
import type { DutyScene } from './duty-state.ts';
import { findMeetingDuties, type MeetingRows } from './meeting-duties.ts';
import { findNoticeDuties, findReviewDuties } from './policy-duties.ts';
import { findRegisterDuties, type RegisterRows } from './register-duties.ts';
import { findReportDuties, type ReportRows } from './report-duties.ts';

export type DutyRows = ContactRows &
  ReportRows &
  ConcernRows &
  MeetingRows &
  RegisterRows & { readonly notices: readonly Notice[] };

/** Everything owed on a day under the policies in force: late first, then by the day it is due. */
export function findDuties(scene: DutyScene, rows: DutyRows): Duty[] {
  const inForce = new Set(
    scene.choices.profiles.flatMap((profileId) => profileOf(profileId)?.clauses.map(({ clause }) => clause) ?? []),
  );
  return [
    ...findContactDuties(scene, rows),
    ...findReportDuties(scene, rows),
    ...findConcernDuties(scene, rows),
    ...findMeetingDuties(scene, rows),
    ...findRegisterDuties(scene, rows),
    ...findReviewDuties(scene),
    ...findNoticeDuties(scene, rows.notices),
  ]
    .filter(({ clause }) => inForce.has(clause))
    .sort(byUrgency);
}

const STATES: readonly Duty['state'][] = ['late', 'soon', 'due', 'planned', 'done'];
const NEVER = '9999-12-31';

function byUrgency(a: Duty, b: Duty): number {
  return (
    STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
    (a.dueOn ?? NEVER).localeCompare(b.dueOn ?? NEVER) ||
    a.dutyId.localeCompare(b.dutyId)
  );
}
