import type { Transporter } from 'nodemailer';
import type { Acting } from '#data/schema/records/person.ts';
import { takeOutgoing, tellPosted } from '#server/store/mail.ts';
import type { RecordStore } from '#server/store/record-store.ts';

export type Posted = { readonly sent: number; readonly failed: number; readonly stoppedBy: string | null };

const MOST_TRIES = 12; // refused by name this often: a person must look

/**
 * Posts the letters that wait. A mail server that does not answer stops the round, and they wait for the
 * next; one that refuses a letter is asked again, then the letter is marked as failed.
 */
export async function postLetters(
  store: RecordStore,
  acting: Acting,
  post: Transporter,
  from: string,
): Promise<Posted> {
  let sent = 0;
  let failed = 0;
  const tried: string[] = [];
  for (;;) {
    const outcome = await store.as(acting, async (tx) => {
      const letter = await takeOutgoing(tx, tried);
      if (letter === null) return 'none' as const;
      tried.push(letter.mailOutId);
      const { to, subject, text, mailOutId, tries } = letter;
      try {
        await post.sendMail({
          from,
          to,
          subject,
          text,
          headers: { 'Auto-Submitted': 'auto-generated' },
          messageId: `<${mailOutId}@commonbeat>`,
        });
        await tellPosted(tx, mailOutId, { status: 'sent', sentAt: acting.nowLocal, tries: tries + 1, lastError: null });
        return 'sent' as const;
      } catch (cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        const isRefused = cause instanceof Error && 'responseCode' in cause && Number(cause.responseCode) >= 500;
        const status = isRefused && tries + 1 >= MOST_TRIES ? 'failed' : 'waiting';
        await tellPosted(tx, mailOutId, { status, tries: tries + 1, lastError: words.slice(0, 500) });
        return isRefused ? ('refused' as const) : { stoppedBy: words };
      }
    });
    if (outcome === 'none') return { sent, failed, stoppedBy: null };
    if (typeof outcome === 'object') return { sent, failed: failed + 1, stoppedBy: outcome.stoppedBy };
    if (outcome === 'sent') sent += 1;
    else failed += 1;
  }
}
