import { randomOf } from '#data/demo/random.ts';
import type { Concern } from '#data/schema/records/concern.ts';
import type { MailIn } from '#data/schema/records/mail.ts';
import type { ConcernPlan } from './concern-plan.ts';
import { reference } from './kept.ts';
import { PEOPLE } from './people.ts';

/** An e-mail as a file (RFC 5322): what a member wrote to the coordinator (P3103 V.B.4). */
export type DemoMail = {
  name: string; // 0007-cars-parked-across-the-sidewalk.eml
  raw: string; // lines end in CRLF
  from: string;
  subject: string;
  receivedAt: string;
  text: string;
  found: NonNullable<MailIn['found']>;
  missing: MailIn['missing'];
  concernId: string | null; // what it was filed as; null where a part is missing
};

type Parts = { words: string; area: string; actions: string };
type Lacking = Parts & { from: string; subject: string; at: string };

/** Five with a part missing: an area is asked for and never guessed. */
const LACKING: readonly Lacking[] = [
  {
    from: 'p-bright',
    subject: 'Concern heard on patrol',
    at: '2026-12-10T22:15:00',
    words: 'A clerk told me that the same two men wait outside at closing time and follow the staff to their cars.',
    area: '',
    actions: 'Gave her my card and waited until she drove off.',
  },
  {
    from: 'p-loomis',
    subject: 'Caller about parking',
    at: '2026-12-11T09:32:00',
    words: 'Caller says that trucks unload in the bike lane every morning and her son was almost hit.',
    area: '',
    actions: '',
  },
  {
    from: 'p-duarte',
    subject: 'Trash',
    at: '2026-12-11T15:05:00',
    words: '',
    area: 'Alley behind the 2100 block of Wheeler Place',
    actions: 'Took pictures.',
  },
  {
    from: 'p-grady',
    subject: 'From a walk in the park',
    at: '2026-12-12T11:48:00',
    words: 'An older man asked whether we could do something about bikes without lights on the path.',
    area: '',
    actions: '',
  },
  { from: 'p-ellery', subject: 'Fwd', at: '2026-12-13T18:20:00', words: '', area: 'Eastbank', actions: '' },
];

/** 25 e-mails: twenty that were filed as concerns of the last months, five with a part missing. */
export function makeMails(seed: number, concerns: readonly Concern[], plan: ConcernPlan): DemoMail[] {
  const random = randomOf(seed, 'mails');
  const filed = concerns
    .filter(({ concernId }) => plan.byEmail.includes(concernId))
    .map(
      (concern): Written => ({
        from: concern.filedBy,
        subject: random.pick([`Community concern: ${concern.title}`, concern.title, 'Concern for the coordinator']),
        at: concern.heardAt,
        words: concern.words,
        area: concern.placeWords,
        actions: concern.efforts || 'None yet.',
        style: random.int(3),
        concernId: concern.concernId,
      }),
    );
  const lacking = LACKING.map((one, i): Written => ({ ...one, style: i % 3, concernId: null }));
  return [...filed, ...lacking].sort((a, b) => a.at.localeCompare(b.at)).map(mailOf);
}

type Written = Lacking & { style: number; concernId: string | null };

function mailOf({ from, subject, at, words, area, actions, style, concernId }: Written, i: number): DemoMail {
  const person = PEOPLE.find(({ personId }) => personId === from);
  const address = person?.email ?? 'nobody@police.example.org';
  const text = bodyOf({ words, area, actions }, style);
  const number = String(i + 1).padStart(4, '0');
  const head = [
    `From: "${person?.title ?? ''} ${person?.name ?? ''}" <${address}>`,
    'To: concerns@police.example.org',
    `Subject: ${subject}`,
    `Date: ${mailDate(at)}`,
    `Message-ID: <demo-${number}@police.example.org>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  const missing: MailIn['missing'] = [];
  if (words === '') missing.push('concern');
  if (area === '') missing.push('area');
  if (actions === '') missing.push('actions');
  return {
    name: `${number}-${subject
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .replaceAll(/^-|-$/g, '')}.eml`,
    raw: `${[...head, '', ...text.split('\n')].join('\r\n')}\r\n`,
    from: address,
    subject,
    receivedAt: at,
    text,
    found: { words, area, actions },
    missing,
    concernId,
  };
}

const LABELS = [
  ['Concern', 'Area', 'Actions taken'],
  ['The concern', 'Area of concern', 'Actions taken, if any'],
  ['Problem', 'Where', 'What I did'],
] as const;

/** The three parts under the labels that this member uses; a part that is missing has none. */
function bodyOf({ words, area, actions }: Parts, style: number): string {
  const [first, second, third] = LABELS[style] ?? LABELS[0];
  const parts = [
    words === '' ? '' : `${first}: ${words}`,
    area === '' ? '' : `${second}: ${area}`,
    actions === '' ? '' : `${third}: ${actions}`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 12 Dec 2026 11:48:00 -0500; the weekday may be left out. */
function mailDate(at: string): string {
  const [date = '', time = ''] = at.split('T');
  const [year, month, day] = date.split('-');
  const isSummer = date > `${year}-03-08` && date < `${year}-11-01`;
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} ${time} ${isSummer ? '-0400' : '-0500'}`;
}

/** The mail as the records keep it; its raw bytes stand beside it. */
export const mailRecords = (mails: readonly DemoMail[]): (MailIn & { raw: string })[] =>
  mails.map(({ raw, from, subject, receivedAt, text, found, missing, concernId }, i) => ({
    mailId: reference('M', i + 1),
    receivedAt,
    raw,
    from,
    subject,
    sizeBytes: raw.length,
    text,
    status: concernId === null ? 'asked' : 'filed',
    reviewReason: '',
    found,
    missing,
    concernId,
  }));
