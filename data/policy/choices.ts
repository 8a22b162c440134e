import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';

const whole = (least: number, most: number, unit: string) => {
  const error = `Choose ${least} to ${most} ${unit}, a whole number.`;
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const days = (least: number, most: number) => whole(least, most, 'days');

/** What the policies leave open, as the department has chosen it. Shown as choices, never as the policy's own words. */
export const PolicyChoices = z.object({
  profiles: z
    .array(z.enum(['asheville-1902', 'andover-p3103']))
    .min(1, { error: 'Keep one policy in force at least.' }), // in force
  quarterClock: z.enum(['calendar', 'rolling-92-days']), // 1902.2 C: at least quarterly
  soonDays: days(1, 60), // before a due day
  attemptsBeforeNotice: whole(1, 20, 'attempts'), // unanswered: the notice stands ready to send (1902.2 C)
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

/** A unit that concerns are conveyed to (V.B.2.e); a mail goes along where it has an address. */
export const ConcernUnit = z.object({
  name: z.string().trim().min(1, { error: 'Give the unit a name.' }).max(120),
  email: z.email({ error: 'Write an e-mail address, or leave it empty.' }).nullable(),
});
export type ConcernUnit = z.infer<typeof ConcernUnit>;

/** Everything that /settings offers: the policies' open choices, and the few that no policy speaks of. */
export const Settings = PolicyChoices.extend({
  concernActionDays: days(1, 60), // from taking a concern to the first act on it (A.6)
  concernUnits: z.array(ConcernUnit).max(40, { error: 'Keep 40 units at most.' }),
  internalAffairs: z.object({
    name: z.string().trim().min(1, { error: 'Name the office.' }).max(120),
    reach: z.string().trim().min(1, { error: 'Say how it is reached.' }).max(300),
  }), // where a complaint about an officer belongs
  handOut: z.object({
    name: z.string().trim().max(120), // of the department, as its groups read it; empty: the city's police
    phone: z.string().trim().max(40), // the one number on a hand-out; none is released without it
    email: z.email({ error: 'Write an e-mail address, or leave it empty.' }).or(z.literal('')),
  }),
  surveyLeastAnswers: whole(5, 50, 'answers'), // fewer could be recognized (V.A.1.b)
  idleMinutes: whole(1, 30, 'minutes'), // without a touch, until a session locks
});
export type Settings = z.infer<typeof Settings>;

const UNITS = [
  'Patrol',
  'Traffic Unit',
  'Criminal Investigations',
  'Crime Prevention',
  'Animal Services',
  'Neighborhood Services',
];

export const USUAL_SETTINGS: Settings = {
  ...USUAL_CHOICES,
  concernActionDays: 7,
  concernUnits: UNITS.map((name) => ({ name, email: null })),
  internalAffairs: { name: 'the Office of Professional Standards', reach: 'Ask at the front desk of any station.' },
  handOut: { name: '', phone: '', email: '' },
  surveyLeastAnswers: 10,
  idleMinutes: 15,
};
