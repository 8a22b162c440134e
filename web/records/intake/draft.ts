import { z } from 'zod';
import { NewConcern } from '#data/schema/records/concern-filing.ts';

/** What is being written: a filing with its last words still open. `deeds` and `moreDone` become its efforts. */
export const Draft = NewConcern.omit({ heardAt: true, efforts: true }).extend({
  words: z.string(),
  deeds: z.array(z.string()),
  moreDone: z.string(),
  sameAs: z.string().nullable(), // C-0417, to which the words are added
  isNew: z.array(z.string()), // likely the same, and the writer said it is not
});
export type Draft = z.infer<typeof Draft>;

export const emptyDraft = (): Draft => ({
  clientKey: crypto.randomUUID(),
  aboutOfficer: 'not-asked',
  meetingId: null,
  words: '',
  title: '',
  category: null,
  way: 'patrol',
  place: null,
  placeWords: '',
  placeConfidence: 'words-only',
  groupIds: [],
  whenHappens: '',
  since: '',
  howOften: '',
  whoAffected: '',
  safetyNow: false,
  peopleCount: null,
  contactWish: 'none-given',
  contactName: '',
  contactReach: '',
  language: 'en',
  recommendedSolutions: '',
  caseNumbers: [],
  deeds: [],
  moreDone: '',
  sameAs: null,
  isNew: [],
});

export const isEmpty = ({ words, place, placeWords, deeds, moreDone }: Draft): boolean =>
  words === '' && place === null && placeWords === '' && deeds.length === 0 && moreDone === '';

const effortsOf = ({ deeds, moreDone }: Draft): string => [...deeds, moreDone.trim()].filter(Boolean).join('; ');

/** The filing as it is sent. Somebody who stays unnamed has no name in it, whatever was typed before. */
export function toFiling(draft: Draft, heardAt: string): NewConcern {
  const { deeds: _, moreDone: __, sameAs: ___, isNew: ____, ...rest } = draft;
  const unnamed = draft.contactWish === 'anonymous' ? { contactName: '', contactReach: '' } : {};
  return { ...rest, ...unnamed, words: draft.words.trim(), efforts: effortsOf(draft), heardAt };
}

/** A filing that was refused, to be mended. */
export const toDraft = ({ heardAt: _, efforts, ...filing }: NewConcern): Draft => ({
  ...filing,
  deeds: [],
  moreDone: efforts,
  sameAs: null,
  isNew: [],
});

/** The city's clock now: what it said last, and the time since. */
export function clockSince(nowLocal: string, readAt: number, now: number): string {
  const moved = Date.parse(`${nowLocal}Z`) + Math.max(0, now - readAt);
  return new Date(moved).toISOString().slice(0, 19);
}
