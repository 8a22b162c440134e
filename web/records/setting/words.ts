import type { PolicyChoices, Settings } from '#data/policy/choices.ts';
import { plural, wordsOf } from '#web/ui/words.ts';

/** The words of /settings. */
export const words = wordsOf({
  en: {
    title: 'Settings',
    lead: 'The policies in force, in their own words, and what this department chose where they leave it open.',
    readOnly: 'The administrator changes these. Ask for a change and say under which clause.',
    loading: 'Reading the settings',
    failedTitle: 'The settings could not be read',
    forbiddenTitle: 'Your role does not read the settings',
    forbidden: 'They are read by the police of this department, its auditor and its administrator.',

    policies: 'Policies in force',
    policiesWhy: 'Duties, reports and the proof follow the policies that are in force.',
    inForce: 'In force',
    notInForce: 'Not in force',
    revised: (day: string) => `Revised ${day}`,
    clauses: (n: number) => plural(n, 'clause', 'clauses'),
    noReview: 'It names no review.',
    reviewEveryYear: 'It asks for a review every year.',
    reviewed: 'Last reviewed on',
    notReviewed: 'No review on record since it was revised',
    nextReview: (day: string) => `The next is due ${day}.`,
    reviewPast: (day: string) => `It was due ${day}.`,

    leavesOpen: 'The policy leaves this open; this department chose',
    speaksNot: 'No policy of the department speaks of it; this department chose',
    clauseOff: 'Its policy is not in force',
    days: 'days',
    clocks: {
      calendar: 'Calendar quarters',
      'rolling-92-days': 'Rolling 92 days',
    } satisfies Record<PolicyChoices['quarterClock'], string>,
    clockMeans: {
      calendar: 'Each group is owed one contact that was made in January to March, April to June, and so on.',
      'rolling-92-days': 'Each group is owed a contact within 92 days of the last one that was made.',
    } satisfies Record<PolicyChoices['quarterClock'], string>,
    clockChanges: 'Once saved, who is due changes at once, for every group. Nothing that was logged changes.',
    seeDuties: 'See who is due',
    unit: (at: number) => `Unit ${at}`,
    unitEmail: (name: string) => `E-mail of ${name || 'this unit'}`,
    email: 'E-mail',
    unitEmailHint: 'if it has one',
    addUnit: 'Add a unit',
    dropUnit: (name: string) => `Take ${name || 'this unit'} away`,
    unitsWhy: 'A concern that is conveyed to a unit with an address is mailed there, too.',
    noUnits: 'No units',
    noHandOut: 'not said yet',
    handOutName: 'Name of the department',
    handOutPhone: 'Number to call',
    handOutEmail: 'E-mail address, if residents may write',
    affairsName: 'Its name',
    affairsReach: 'How it is reached',

    changed: (n: number) => `${plural(n, 'choice', 'choices')} changed, not saved yet`,
    save: (n: number) => `Save ${plural(n, 'choice', 'choices')}`,
    saveAnyway: 'Save mine anyway',
    saving: 'Being saved',
    discard: 'Discard',
    saved: 'Saved. It holds from now on, and the audit says who chose it.',
    refusedTitle: 'Not saved yet',
    refused: 'Mend what is marked, then save again. What you chose is still here.',
    conflictTitle: 'Somebody else changed a setting while you did',
    conflict:
      'Nothing is lost: yours and theirs stand side by side where they differ. Take theirs, or save yours anyway.',
    theirs: (value: string) => `Chosen by somebody else meanwhile: ${value}`,
    takeTheirs: 'Take theirs',
  },
});

type Part = { title: string; keys: readonly Open[] };
export type Open = {
  key: Exclude<keyof Settings, 'profiles' | 'reviewedOn'>;
  clause: string | null; // whose words leave it open; null where no policy speaks of it
  title: string;
  unit?: string;
  means?: string;
};

/** What is left open, in the order of the page. */
export const PARTS: readonly Part[] = [
  {
    title: 'Groups and contacts',
    keys: [
      { key: 'quarterClock', clause: '1902.2 C', title: 'What “quarterly” means' },
      {
        key: 'attemptsBeforeNotice',
        clause: '1902.2 C',
        title: 'When contact counts as one that cannot be made',
        unit: 'attempts without an answer',
        means: 'Then the notice to the section commander stands ready to send.',
      },
      {
        key: 'meetingGapDays',
        clause: 'A.5',
        title: 'When a meeting without anybody of ours is a gap',
        unit: 'days after it was held',
      },
      { key: 'soonDays', clause: null, title: 'When a duty is shown as due soon', unit: 'days before its day' },
    ],
  },
  {
    title: 'Concerns',
    keys: [
      { key: 'emailWithinDays', clause: 'V.B.4', title: 'How soon the coordinator is e-mailed', unit: 'days' },
      { key: 'concernTriageDays', clause: 'V.B.2.e', title: 'How soon a new concern has an owner', unit: 'days' },
      { key: 'concernActionDays', clause: 'A.6', title: 'How soon a first act is taken', unit: 'days' },
      { key: 'answerWithinDays', clause: 'A.6', title: 'How long a group waits for a word', unit: 'days' },
      {
        key: 'referralSilentDays',
        clause: 'A.7',
        title: 'When a referral is silent',
        unit: 'days without an answer',
      },
      { key: 'concernUnits', clause: 'V.B.2.e', title: 'Units that concerns are conveyed to' },
      {
        key: 'internalAffairs',
        clause: null,
        title: 'Where a complaint about an officer belongs',
        means: 'The intake form names it, and keeps no such complaint itself.',
      },
    ],
  },
  {
    title: 'Hand-outs',
    keys: [
      {
        key: 'handOut',
        clause: 'B.1',
        title: 'What a hand-out says of the department',
        means: 'One number to call. No hand-out is released without it.',
      },
    ],
  },
  {
    title: 'Reports',
    keys: [
      {
        key: 'monthlyReportDueDays',
        clause: 'A.4',
        title: 'When the monthly report is due',
        unit: 'days after the month',
      },
      { key: 'monthlyReportTo', clause: 'A.4', title: 'Who receives the monthly report' },
      {
        key: 'quarterlyReportDueDays',
        clause: 'V.B.3',
        title: 'When the quarterly report is due',
        unit: 'days after the quarter',
      },
    ],
  },
  {
    title: 'Privacy and safety',
    keys: [
      {
        key: 'surveyLeastAnswers',
        clause: 'V.A.1.b',
        title: 'From how many answers an area’s survey result is shown',
        unit: 'answers, 5 at least',
      },
      {
        key: 'idleMinutes',
        clause: null,
        title: 'When a session locks that nobody touches',
        unit: 'minutes, 30 at most',
      },
    ],
  },
];
