import type { CloseReason } from '#data/schema/records/concern.ts';

type Closing = {
  readonly reason: CloseReason;
  readonly words: string;
  readonly declinedBy: string; // not-ours: which unit
  readonly instead: string; // not-ours: what else can be done
};

/** What is told of a closing, word for word; "not ours" names who declined and what else can be done. */
export const closingWords = ({ reason, words, declinedBy, instead }: Closing): string =>
  reason === 'not-ours' ? `${words} ${declinedBy} declined it. What you can do: ${instead}` : words;

/** The subject of a mail to whoever raised a concern, or to the group. */
export const subjectOf = ({ concernId, title }: { concernId: string; title: string }): string =>
  title === '' ? `Your concern ${concernId}` : `${title} (${concernId})`;
