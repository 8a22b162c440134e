import type { Acting } from '#data/schema/records/person.ts';
import type { KeptPapers } from '#server/hand-out/public/kept-papers.ts';
import type { Enclose } from '#server/mail/post-letters.ts';
import { readDelivered } from '#server/store/hand-out-deliveries.ts';
import { keepTokenHash } from '#server/store/hand-out-readers.ts';
import { letterOf } from './letter-of.ts';
import { stopHash, stopToken } from './stop-link.ts';

type Place = {
  readonly papers: KeptPapers;
  readonly secret: string;
  readonly publicUrl: string | null;
  readonly acting: () => Acting;
};

/** Encloses a released page and the link that ends the mail, at the moment a letter is posted: who ended it meanwhile gets nothing. */
export function handOutEncloser({ papers, secret, publicUrl, acting }: Place): Enclose {
  return async (tx, { deliveryId }) => {
    const { page, reader, stopped } = await readDelivered(tx, acting(), deliveryId ?? '');
    if (stopped !== null) return { never: stopped };
    const { readerId, language, consentedOn } = reader;
    const token = stopToken(secret, readerId);
    await keepTokenHash(tx, readerId, stopHash(token));
    const stopUrl = publicUrl === null ? null : `${publicUrl}/stop/${token}`;
    const { handOutId, hash, facts } = page;
    try {
      const paper = await papers({ handOutId, hash, language, paper: 'letter' });
      return {
        ...letterOf(facts, page, { language, consentedOn, publicUrl, stopUrl }),
        headers: { ...headersOf(stopUrl), 'Content-Language': language },
        attachments: [
          { filename: `${handOutId}.${language}.pdf`, content: Buffer.from(paper), contentType: 'application/pdf' },
        ],
      };
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      return { later: `The page could not be printed: ${why}` };
    }
  };
}

/** The button that mail programs show beside a letter (RFC 2369); pressed in one click only over TLS (RFC 8058). */
function headersOf(stopUrl: string | null): Record<string, string> {
  if (stopUrl === null) return {};
  const link = { 'List-Unsubscribe': `<${stopUrl}>` };
  return stopUrl.startsWith('https://') ? { ...link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : link;
}
