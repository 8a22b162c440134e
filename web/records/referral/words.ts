import { plural } from '#web/ui/words.ts';

/** The words of the list of referrals. */
export const words = {
  title: 'Referrals',
  loading: 'Reading the referrals',
  failedTitle: 'The referrals could not be read',
  forbiddenTitle: 'Your role does not read referrals',
  scope: 'Which referrals',
  scopes: { mine: 'Mine', silent: 'Silent', all: 'All' },
  answer: (waiting: number, silent: number, days: number) => {
    if (waiting === 0) return 'No referral waits for an answer.';
    const waits = `${plural(waiting, 'referral waits', 'referrals wait')} for an answer`;
    if (silent === 0) return `${waits}; none is silent.`;
    return `${waits}; ${silent} ${silent === 1 ? 'is' : 'are'} silent: no answer for more than ${plural(days, 'day', 'days')}, or past the day it was expected.`;
  },
  note: 'A referred concern stays with its owner until it is answered (1902.2 A.7). How many days are silence is this department’s choice.',
  noneTitle: { mine: 'Nothing of yours is referred', silent: 'No referral is silent', all: 'Nothing is referred' },
  none: 'A concern is referred on its own page, with the reason why it is needed.',
  heads: { to: 'To', concern: 'Concern', why: 'Why needed', state: 'State', expected: 'Expected by', acts: 'Do' },
  inside: 'inside the department',
  expected: (day: string) => `Expected by ${day}`,
};
