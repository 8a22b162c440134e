import { longDate } from '#web/chart/week-axis.ts';
import { plural } from '#web/ui/words.ts';

/** What the group's page says of who gets its hand-outs by mail. */
export const readerWords = {
  title: 'Who gets the page by mail',
  add: 'Sign up',
  none: 'Nobody has asked for it. Ask at the next meeting, and sign up who says yes.',
  nobodyToAsk: 'Nobody who speaks for the group and has an e-mail address is left to sign up',
  publicPage: 'The page for everybody',
  languages: { en: 'English', es: 'Spanish' },
  asked: (on: string, how: string) => `Asked for it ${longDate(on)}: ${how}`,
  left: 'Does not speak for the group anymore, so nothing is sent',
  ended: (on: string, how: string) => `Ended ${longDate(on)}: ${how}`,
  former: (n: number) => `${plural(n, 'person', 'persons')} who ended it`,
  change: 'Change',
  changeOf: (name: string) => `Change the mail to ${name}`,
  end: 'End',
  endOf: (name: string) => `End the mail to ${name}`,

  addTitle: 'Sign somebody up for the page',
  addMeans:
    'Each page that is released for the group can be mailed to them, until they end it. Every letter carries a link that ends it in one press.',
  who: 'Who',
  person: (name: string, email: string) => `${name}, ${email}`,
  language: 'Language of their page',
  consentedOn: 'Asked for it on',
  consentHow: 'How they said so',
  consentHint: 'At the meeting of December 17, in writing, by phone',
  howFirst: 'Say how they asked for it: nobody is written to who did not',
  save: 'Sign up',
  saveChange: 'Save',
  endMeans: 'They stay in the list as ended. To start again they must ask for it anew.',
  endedHow: 'How they said so',
  endedHint: 'By phone, at the meeting, by a letter',
  endFirst: 'Say how they told you',
  asItIs: (language: string, endedOn: string | null) =>
    endedOn === null ? `As it is now: in ${language}.` : `It was ended ${longDate(endedOn)}.`,
};
