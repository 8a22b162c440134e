import type { LetterPart } from '#analysis/letter/find-parts.ts';
import type { Outgoing } from '#server/store/mail.ts';

const PART_WORDS: Record<LetterPart, string> = {
  concern: 'Concern: what is wrong, in the words you heard',
  area: 'Area: a street, a block, a place or a group',
  actions: 'Actions: what you did, if anything',
};

type Question = { mailId: string; to: string; subject: string; lacks: readonly LetterPart[] };

/** Asks the member for the parts that the letter lacks. The reference in the subject brings the answer to its letter. */
export const askForMissing = ({ mailId, to, subject, lacks }: Question): Outgoing => ({
  to: [to],
  subject: `Re: ${subject || 'your concern'} [${mailId}]`,
  about: mailId,
  text: [
    'We have your letter, and it is not filed yet. Please answer with:',
    '',
    ...lacks.map((part) => PART_WORDS[part]),
    '',
    'Order P3103 V.B.4 asks for the concern, its area, and the actions taken, if any. We do not guess an area.',
  ].join('\n'),
});
