import { htmlToText } from 'html-to-text';
import PostalMime, { type Email } from 'postal-mime';

/** What a letter says, as plain words. Nothing of it is ever run, fetched or shown as HTML. */
export type Letter = {
  readonly from: string; // address in the letter: anybody can write it
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly doubt: string; // why a person should look at it first; empty where nothing speaks against it
};

const LONGEST_TEXT = 20_000;
const LIMITS = { maxNestingDepth: 30, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 };

/** Reads the raw bytes of a letter. A letter that cannot be read comes back with its doubt, never as an error. */
export async function readLetter(raw: Uint8Array): Promise<Letter> {
  try {
    const email = await PostalMime.parse(raw, LIMITS);
    const from = email.from?.address ?? '';
    return {
      from,
      subject: clean(email.subject ?? '').slice(0, 300),
      text: textOf(email).slice(0, LONGEST_TEXT),
      messageId: email.messageId ?? '',
      doubt: doubtOf(email, from),
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'unknown form';
    return { from: '', subject: '', text: '', messageId: '', doubt: `It could not be read: ${why.slice(0, 200)}` };
  }
}

function textOf({ text, html }: Email): string {
  if (text?.trim()) return clean(text);
  if (!html) return '';
  const options = {
    wordwrap: false as const,
    limits: { maxInputLength: 1_000_000, maxDepth: 60, ellipsis: '…' },
    selectors: [
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'img', format: 'skip' },
      { selector: 'style', format: 'skip' },
      { selector: 'script', format: 'skip' },
    ],
  };
  return clean(htmlToText(html, options));
}

/** Control characters cannot be stored, and those that turn the direction of writing hide what is written. */
const clean = (text: string): string =>
  text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, (c) => (c === '\n' || c === '\t' ? c : ''));

function doubtOf(email: Email, from: string): string {
  const header = (key: string): string => email.headers.find((each) => each.key === key)?.value.toLowerCase() ?? '';
  const envelope = email.returnPath?.toLowerCase() ?? '';
  if (from === '') return 'It does not say who wrote it.';
  if (envelope === '') return 'It is an automatic message: it names nobody to answer to.';
  if (!['', 'no'].includes(header('auto-submitted'))) return 'It is an automatic message.';
  if (/bulk|list|junk/.test(header('precedence')) || header('list-id') !== '') return 'It came through a mailing list.';
  if (/\b(?:dmarc|spf|dkim)=(?:fail|softfail|permerror)/.test(header('authentication-results'))) {
    return 'The mail server could not confirm its sender.';
  }
  if (domainOf(envelope) !== domainOf(from)) return `It says it is from ${from}, and was sent by ${envelope}.`;
  return '';
}

const domainOf = (address: string): string => address.toLowerCase().split('@').at(-1) ?? '';
