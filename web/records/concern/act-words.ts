import type { Concern } from '#data/schema/records/concern.ts';
import type { Doing } from './act-dialogs.tsx';

const TITLES: Record<Doing, string> = {
  did: 'Log an action',
  told: 'Answer the group',
  said: 'They said more',
  conveyed: 'Convey it to a unit',
  note: 'Note for ourselves',
  partner: 'Word of the city',
  refer: 'Refer it',
  'next-step': 'Set the next step',
  significance: 'Tell leadership that it is significant',
  share: 'Share it with the city',
  sheet: 'Edit the sheet',
  close: 'Close it',
  reopen: 'Reopen it',
};

/** The words of what is done to a concern. */
export const actWords = {
  more: 'More',
  titles: TITLES,
  items: (
    doing: Doing,
    { isSignificant, sharedWithCity }: Pick<Concern, 'isSignificant' | 'sharedWithCity'>,
  ): string => {
    if (doing === 'significance' && isSignificant) return 'No longer significant';
    if (doing === 'share' && sharedWithCity) return 'Stop sharing it with the city';
    return TITLES[doing];
  },
  keep: 'Keep it',
  sends: { did: 'Log it', told: 'Keep it', said: 'Keep it', conveyed: 'Keep it', note: 'Keep it' },
  wordsNeeded: 'Write it down first',
  labels: {
    did: 'What was done',
    told: 'What the group was told',
    said: 'In their words',
    conveyed: 'What was conveyed',
    note: 'Note',
  },
  hints: {
    did: 'The first one starts the clock of the chart. It can be told to the group as it stands.',
    told: 'Plain words. Say what was done, what was not, and when they hear next.',
    said: '',
    conveyed: 'The unit takes it; the concern stays with its owner.',
    note: 'Not shown to the group or the city.',
  },
  other: { said: 'Who said it', told: 'Whom', conveyed: 'Which unit', did: '', note: '' },
  theGroup: 'The group',
  on: 'On',
  mail: 'Send it by e-mail',
  mails: { none: 'No e-mail', resident: 'To the resident', representative: 'To the representatives' },
  mailHint: 'An unnamed resident is never written to.',
  reason: 'Reason, said honestly',
  closeWords: 'Words to the group',
  closeHint: 'They read exactly this.',
  declinedBy: 'Which unit declined',
  instead: 'What else the group can do',
  agrees: 'Does who raised it agree?',
  agreement: { unknown: 'Not asked', yes: 'Yes', no: 'No' },
  close: 'Close it',
  reopenWords: 'Why it is open again',
  reopenHint: 'Its owner and who filed it are written to.',
  reopen: 'Reopen it',
  referTo: 'To whom',
  referMail: 'Their e-mail, if any',
  referMailHint: 'They are sent the place, the summary and the reason. Never who told us.',
  inside: 'A division of the department',
  why: 'Why it is needed',
  whyHint: 'Clause A.7 asks to avoid unnecessary referrals. The concern stays yours.',
  expectedBy: 'Answer expected by',
  refer: 'Refer it',
  step: 'Next step',
  stepOn: 'By',
  stepHint: 'Promised to the group: it stands under “Not yet”.',
  significantWords: 'Why leadership must know',
  notSignificantWords: 'Why it is no longer so',
  significantHint: 'The division commander and the chief are told, and acknowledge it by name (1902.2 A.8).',
  tell: 'Tell them',
  shareNow:
    'The city’s Neighborhood Services Specialist will see its summary, place, state and what the group was told. Not the resident’s words, nobody’s name, no notes.',
  shareStop: 'The city’s specialist will no longer see it.',
  share: 'Share it',
  stopSharing: 'Stop sharing',
  partnerLabel: 'What the city says',
  latest: 'Since you opened this:',
};
