import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';

const days = (least: number, most: number) => z.number().int().min(least).max(most);

/** What the policies leave open, as the department has chosen it. Shown as choices, never as the policy's own words. */
export const PolicyChoices = z.object({
  profiles: z.array(z.enum(['asheville-1902', 'andover-p3103'])).min(1), // in force
  quarterClock: z.enum(['calendar', 'rolling-92-days']), // 1902.2 C: at least quarterly
  soonDays: days(1, 60), // before a due day
  attemptsBeforeNotice: days(1, 20), // unanswered: the notice stands ready to send (1902.2 C)
  monthlyReportDueDays: days(0, 28), // after the month's end (A.4)
  monthlyReportTo: Role,
  quarterlyReportDueDays: days(0, 60), // after the quarter's end (V.B.3)
  emailWithinDays: days(0, 14), // from hearing a concern to the coordinator's e-mail (V.B.4)
  concernTriageDays: days(0, 30), // from a new concern to its owner (V.B.2.e)
  answerWithinDays: days(1, 120), // from a concern, or the last word, to a word to the group (A.6)
  referralSilentDays: days(1, 120), // without a word (A.7)
  meetingGapDays: days(1, 14), // after a meeting without anybody of ours on record: a gap (A.5)
  reviewedOn: z.record(z.string(), z.iso.date()), // profileId → its last yearly review
});
export type PolicyChoices = z.infer<typeof PolicyChoices>;

export const USUAL_CHOICES: PolicyChoices = {
  profiles: ['asheville-1902', 'andover-p3103'],
  quarterClock: 'calendar',
  soonDays: 21,
  attemptsBeforeNotice: 3,
  monthlyReportDueDays: 5,
  monthlyReportTo: 'section-commander',
  quarterlyReportDueDays: 15,
  emailWithinDays: 1,
  concernTriageDays: 2,
  answerWithinDays: 30,
  referralSilentDays: 14,
  meetingGapDays: 1,
  reviewedOn: {},
};
