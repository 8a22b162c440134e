import { plainKind } from '#data/codes/plain-kinds.ts';
import type { ListedReader, Recount } from '#data/schema/records/hand-out.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { plural } from '#web/ui/words.ts';

type Again = Pick<Recount['lines'][number], 'printed' | 'now'> & { readonly name: string };

/** A kind as the page names it. */
export const kindName = (category: string): string => plainKind(category, 'en').name;

/** What the screen of a released page says. */
export const handOutWords = {
  title: 'A page that was handed out',
  titleOf: (group: string) => `The page of ${group}`,
  loading: 'The page is being read',
  failed: 'This page cannot be shown',
  forbidden: 'Pages that were handed out are not open to your role',
  again: 'Try again',
  toBuilder: 'Prepare the next page',
  released: (by: string, at: string, nowLocal: string) => `Released by ${by}, ${momentInWords(at, nowLocal)}`,
  code: 'Code',
  withdrawnTitle: (on: string) => `Withdrawn on ${longDate(on.slice(0, 10))}`,

  files: 'Print it, send it, show it',
  pdfLetter: 'PDF Letter',
  pdfA4: 'PDF A4',
  word: 'Word',
  slides: 'Slides',
  twin: 'In the browser',
  calendar: 'Calendar entry of the next meeting',
  publicPage: 'Its public page',
  send: 'Send by mail',

  recount: 'Counted again',
  recountWhy: 'The printed number stays what was told. Beside it is what the same question counts today.',
  same: (n: number) => `All ${plural(n, 'number', 'numbers')} count the same today.`,
  moved: ({ name, printed, now }: Again) =>
    now > printed
      ? `${name}: printed ${printed}, now ${now}. Calls that came in late are counted today.`
      : `${name}: printed ${printed}, now ${now}. Calls were mended or taken out since.`,
  overDays: (name: string, from: string, to: string) => `${name}, ${longDate(from)} to ${longDate(to)}`,
  kind: 'What the call was about',
  printed: 'Printed',
  now: 'Now',
  noNumbers: 'The page tells no number.',
  unread: 'This part cannot be read just now',
  readingPart: 'Being read',

  used: 'Where it was used',
  atMeeting: (moment: string, place: string) =>
    `For the meeting of ${longDate(moment.slice(0, 10))}${place === '' ? '' : `, ${place}`}`,
  atNone: 'For no meeting.',
  notSent: 'It was sent to nobody by mail.',
  sentTo: (email: string, at: string) => `Sent to ${email}, ${longDate(at.slice(0, 10))}`,

  sendTitle: 'Send this page by mail',
  sendMeans: 'Each gets the page as a PDF in the language they asked for, with a link that ends the mail.',
  noReaders: 'Nobody asked for this group’s pages by mail yet. Who agreed to it is kept on the group’s page.',
  toGroup: 'Open the group',
  reader: ({ email, language }: ListedReader) => `${email}, ${language === 'en' ? 'English' : 'Spanish'}`,
  sentAlready: 'has it',
  sendTo: (n: number) => `Send to ${plural(n, 'reader', 'readers')}`,
  pickFirst: 'Choose who gets it',
  withdrawnNot: 'A withdrawn page is sent to nobody',
};
