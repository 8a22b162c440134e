import type { AgedReferral } from '#data/schema/records/concern-story.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { plural } from '#web/ui/words.ts';

/** The words about one referral, on the concern's page and in the list. */
export const referralWords = {
  nudge: 'Nudge',
  nudgeAgain: 'Nudge again',
  logAnswer: 'Log the answer',
  nudgeTitle: (to: string) => `Nudge: ${to}`,
  answerTitle: (to: string) => `Answer from ${to}`,
  way: 'How',
  ways: { email: 'E-mail', phone: 'By phone', 'in-person': 'In person' },
  nudgeMail: 'Words for the e-mail',
  nudgeNote: 'What was said',
  mailHint: (address: string) => `An e-mail goes to ${address} with the reason and the date. Never who told us.`,
  noMail: 'No e-mail address is kept for them.',
  outcome: 'What came of it',
  outcomes: { answer: 'They answered', decline: 'They declined', withdraw: 'We withdraw it' },
  answerLabel: { answer: 'Their answer', decline: 'Why they declined', withdraw: 'Why it is no longer needed' },
  answerHint: {
    answer: 'The concern stays open: tell the group next.',
    decline: 'The log names them as the ones who declined. The concern stays yours.',
    withdraw: 'It stays in the log.',
  },
  keep: 'Keep it',
  wordsNeeded: 'Write what they said first',
  silent: (days: number) => `Silent ${plural(days, 'day', 'days')}`,
  waiting: (days: number) => (days === 0 ? 'Asked today' : `Waiting ${plural(days, 'day', 'days')}`),
  ended: { answered: 'Answered', declined: 'Declined', withdrawn: 'Withdrawn', waiting: '' },
  nudges: ({ nudges, status }: AgedReferral) => {
    const last = nudges.at(-1);
    if (last === undefined) return status === 'waiting' ? 'No nudge yet' : '';
    return `${plural(nudges.length, 'nudge', 'nudges')}, last ${shortDate(last.on)}`;
  },
};

/** "Silent 28 days", "Waiting 3 days", "Answered Nov 23". */
export function referralState({ status, isSilent, ageDays, answeredOn }: AgedReferral): string {
  if (isSilent) return referralWords.silent(ageDays);
  if (status === 'waiting') return referralWords.waiting(ageDays);
  return `${referralWords.ended[status]}${answeredOn === null ? '' : ` ${shortDate(answeredOn)}`}`;
}
