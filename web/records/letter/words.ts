import type { MailIn } from '#data/schema/records/mail.ts';
import { listed, plural, wordsOf } from '#web/ui/words.ts';

const PARTS: Record<MailIn['missing'][number], string> = {
  concern: 'what the concern is',
  area: 'where it is',
  actions: 'what was done',
};
const nounsOf = (parts: readonly MailIn['missing'][number][]): string => listed(parts.map((part) => PARTS[part]));

export const words = wordsOf({
  en: {
    title: 'Letters',
    triage: 'Triage',
    operations: 'How the mail runs',
    answer: (n: number) =>
      n === 0 ? 'No letter waits for you.' : `${plural(n, 'letter waits', 'letters wait')} for you to read.`,
    about:
      'A letter is kept exactly as it came before it is sorted. One of a member that names the concern and its area is filed by itself; every other waits here.',
    keys: 'J next, K before, Q ask, X set aside',
    loading: 'Reading the letters',
    failedTitle: 'The letters could not be read',
    forbiddenTitle: 'Letters are read by the Coordinator',
    noneTitle: 'No letters yet',
    none: 'Those that members send to the department’s address appear here.',
    heads: {
      review: 'To read',
      waiting: 'Being sorted',
      asked: 'Asked, no answer yet',
      filed: 'Filed',
      'set-aside': 'Set aside',
    } satisfies Record<MailIn['status'], string>,
    noSubject: 'Without a subject',
    nobody: 'Nobody named',
    from: 'Says it is from',
    received: 'Came',
    size: (bytes: number) =>
      bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`,
    sizeHead: 'Size',
    text: 'The letter',
    noText: 'No words of it can be shown.',
    why: {
      review: (reason: string) => reason || 'A person must look at it.',
      waiting: 'The server sorts it within five minutes. Its words appear then.',
      asked: (parts: MailIn['missing']) =>
        `Its sender was asked ${nounsOf(parts) || 'for more'}. The answer completes it.`,
      filed: 'It is a concern now:',
      'set-aside': (reason: string) => reason || 'It was set aside.',
    },
    partsTitle: 'The three parts of P3103 V.B.4',
    concern: 'Concern, in their words',
    area: 'Area',
    areaHint: 'A street, a block, a place or a group. It is asked for, never guessed.',
    actions: 'Actions taken, if any',
    officerTitle: 'Its words sound like a complaint about an officer',
    officer: 'Such a complaint is not kept here. Send it to internal affairs; its words are then removed.',
    officerNo: 'It is not about how an officer behaved',
    officerFirst: 'Say first whether it is about how an officer behaved.',
    askNobody: 'The letter names nobody to answer to.',
    file: 'File as a concern',
    fileWhy: 'Write the concern and its area first, or ask for what is missing.',
    ask: 'Ask for a part',
    setAside: 'Set aside',
    routeOut: 'Send to internal affairs',
    refusedTitle: 'Not taken',
    conflictTitle: 'Somebody else has sorted it meanwhile',
    conflict: 'It is shown as it is now. What you wrote stands below and was not sent.',
    unsent: 'What you wrote, not sent',
    filed: (id: string) => `Filed as ${id}.`,
    done: { ask: 'The question goes out with the next mail.', setAside: 'Set aside; it is kept.' },
    askTitle: (id: string) => `Ask about ${id}`,
    askAbout: (to: string) => `A letter goes to ${to} and names these parts. The answer completes this letter.`,
    askWhy: 'Choose at least one part.',
    parts: PARTS,
    missing: 'Missing',
    setAsideTitle: (id: string) => `Set ${id} aside`,
    reason: 'Why',
    reasonHint: 'It stays in the list with these words.',
    reasonWhy: 'Say why first.',
    routeTitle: (id: string) => `Send ${id} to internal affairs`,
    routeAbout:
      'The letter goes to the department’s office for such complaints. Its words, its subject and its bytes are removed here and cannot be brought back. That it came, from whom and when, stays.',
  },
});
