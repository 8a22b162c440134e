import type { Contact } from '#data/schema/records/contact.ts';
import { clockInWords } from '#web/ask/date-words.ts';
import { plural, wordsOf } from '#web/ui/words.ts';

const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** "Wed, Dec 9, 10:05 am"; with its year where that is not today's. */
export const momentInWords = (at: string, today: string): string => {
  const day = (at.slice(0, 4) === today.slice(0, 4) ? weekday : withYear).format(Date.parse(`${at.slice(0, 10)}Z`));
  return `${day}, ${clockInWords(at)}`;
};

/** The words of /contacts. */
export const words = wordsOf({
  en: {
    title: 'Contacts',
    log: 'Log contact',
    lead: 'Who reached out to which group, and whether it was made. Only a contact that was made stops the quarter clock (1902.2\u00a0C).',
    loading: 'Reading the contacts',
    failedTitle: 'The contacts could not be read',
    forbiddenTitle: 'Your role does not read contacts',
    forbidden: 'They are read by the police of this department and its auditor.',
    filters: 'Which contacts',
    group: 'Group',
    anyGroup: 'Every group',
    officer: 'Officer',
    anyOfficer: 'Every officer',
    quarter: 'Quarter',
    anyQuarter: 'Every quarter',
    result: 'Made or attempted',
    results: { '': 'All', made: 'Made', attempted: 'Attempted' },
    shown: (made: number, attempted: number) =>
      `${plural(made, 'contact', 'contacts')} made, ${plural(attempted, 'attempt', 'attempts')} not answered.`,
    shownSoFar: (newest: number, shown: string) => `The newest ${newest}: ${shown}`,
    older: 'Show older ones',
    emptyTitle: 'No contact here',
    empty: 'Nothing matches. Choose another group, officer or quarter.',
    none: 'No contact is logged yet.',
    heads: { when: 'When', group: 'Group', how: 'Result', officer: 'Officer', about: 'What about', act: 'Correct' },
    ways: {
      phone: 'by phone',
      'in-person': 'in person',
      email: 'by e-mail',
      'text-message': 'by text message',
      letter: 'by letter',
      meeting: 'at a meeting',
      consultation: 'in a consultation',
    } satisfies Record<Contact['way'], string>,
    made: 'Made',
    attempted: 'Attempted',
    byMeeting: 'By attending a meeting',
    byMeetingWhy: 'Corrected at the meeting itself',
    next: (next: string) => `Next: ${next}`,
    corrected: (day: string) => `Corrected ${day}`,
    nothing: 'Not said',
    correct: 'Correct',
    correctOf: (group: string, when: string) => `Correct the contact with ${group}, ${when}`,
    correctTitle: (contactId: string) => `Correct ${contactId}`,
    audit: 'The audit keeps how it was written before.',
    way: 'How',
    at: 'When',
    representative: 'With',
    nobody: 'The group, nobody by name',
    formerSpeaker: 'A former representative',
    topics: 'What it was about',
    nextLabel: 'What comes next',
    keep: 'Keep it',
    theirs: (who: string) => `As ${who} left it:`,
  },
});
