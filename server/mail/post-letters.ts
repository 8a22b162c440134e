import type { Transporter } from 'nodemailer';
import type { Acting } from '#data/schema/records/person.ts';
import { takeOutgoing, tellPosted, type Waiting } from '#server/store/mail.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';

export type Posted = { readonly sent: number; readonly failed: number; readonly stoppedBy: string | null };

/** What is added to a letter when it is posted. */
export type Enclosed = {
  readonly subject: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { filename: string; content: Buffer; contentType: string }[];
};
/** Or why it does not go out: for good, or until the cause is mended. */
export type Enclose = (
  tx: Tx,
  letter: Waiting,
) => Promise<Enclosed | { readonly never: string } | { readonly later: string }>;

const MOST_TRIES = 12; // refused by name this often: a person must look

const asItIs: Enclose = async (_, { subject, text }) => ({ subject, text, headers: {}, attachments: [] });

/**
 * Posts the letters that wait. A mail server that does not answer stops the round, and they wait for the
 * next; one that refuses a letter is asked again, then the letter is marked as failed.
 */
export async function postLetters(
  store: RecordStore,
  acting: Acting,
  post: Transporter,
  from: string,
  enclose: Enclose = asItIs,
): Promise<Posted> {
  let sent = 0;
  let failed = 0;
  const tried: string[] = [];
  for (;;) {
    const outcome = await store.as(acting, async (tx) => {
      const letter = await takeOutgoing(tx, tried);
      if (letter === null) return 'none' as const;
      tried.push(letter.mailOutId);
      return postOne(tx, acting, letter, { post, from, enclose });
    });
    if (outcome === 'none') return { sent, failed, stoppedBy: null };
    if (typeof outcome === 'object') return { sent, failed: failed + 1, stoppedBy: outcome.stoppedBy };
    if (outcome === 'sent') sent += 1;
    else failed += 1;
  }
}

type Posting = { readonly post: Transporter; readonly from: string; readonly enclose: Enclose };
type Outcome = 'sent' | 'refused' | { readonly stoppedBy: string };

async function postOne(tx: Tx, acting: Acting, letter: Waiting, { post, from, enclose }: Posting): Promise<Outcome> {
  const { to, mailOutId } = letter;
  const tries = letter.tries + 1;
  const enclosed = letter.deliveryId === null ? await asItIs(tx, letter) : await enclose(tx, letter);
  if ('never' in enclosed) {
    await tellPosted(tx, mailOutId, { status: 'failed', tries, lastError: enclosed.never.slice(0, 500) });
    return 'refused';
  }
  if ('later' in enclosed) {
    await tellPosted(tx, mailOutId, { tries, lastError: enclosed.later.slice(0, 500) });
    return 'refused';
  }
  const { subject, text, headers, attachments } = enclosed;
  try {
    await post.sendMail({
      from,
      to,
      subject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      attachments: [...attachments],
      messageId: `<${mailOutId}@commonbeat>`,
    });
    await tellPosted(tx, mailOutId, { status: 'sent', sentAt: acting.nowLocal, tries, lastError: null });
    return 'sent';
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    const isRefused = cause instanceof Error && 'responseCode' in cause && Number(cause.responseCode) >= 500;
    const status = isRefused && tries >= MOST_TRIES ? 'failed' : 'waiting';
    await tellPosted(tx, mailOutId, { status, tries, lastError: words.slice(0, 500) });
    return isRefused ? 'refused' : { stoppedBy: words };
  }
}
