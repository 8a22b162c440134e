import { plural } from '#web/ui/words.ts';

/** The words of what leadership was told. */
export const words = {
  title: 'Escalations',
  loading: 'Reading the escalations',
  failedTitle: 'The escalations could not be read',
  forbiddenTitle: 'Your role does not read escalations',
  answer: (waiting: number) => {
    if (waiting === 0) return 'Nothing waits for you to acknowledge it.';
    return waiting === 1
      ? '1 issue waits for you to acknowledge it.'
      : `${waiting} issues wait for you to acknowledge them.`;
  },
  clause:
    'Clause 1902.2 A.8: leadership is aware of recurring or significant issues. It is proved by who read it, when, and what they said.',
  keys: 'J and K step through them; A acknowledges.',
  waiting: 'Waiting for you',
  others: 'Waiting for others',
  read: 'Acknowledged',
  noneTitle: 'Leadership has not been told of anything yet',
  none: 'An issue comes here when four like concerns of one group were heard in 90 days, or when a person marks one as significant.',
  to: { 'division-commander': 'to the Division Commander', chief: 'to the Chief' } as Readonly<Record<string, string>>,
  evidence: 'Its evidence',
  notShown: 'not shown',
  acknowledge: 'Acknowledge',
  said: (name: string, when: string) => `${name}, ${when}`,
  told: (day: string) => `Told ${day}`,
  sweep: 'Look for recurring issues now',
  swept: (found: number, told: number) =>
    told === 0
      ? `${plural(found, 'issue recurs', 'issues recur')}; leadership was told before.`
      : `${plural(found, 'issue recurs', 'issues recur')}; ${plural(told, 'new notice was', 'new notices were')} sent.`,
};
