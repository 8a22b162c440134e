import { isProtected } from '#data/codes/protected-kinds.ts';
import type { HandOutItem, TwoTongues } from '#data/schema/records/hand-out.ts';
import type { HandOutSources, TellableConcern, TellableReferral } from '#server/store/hand-out-sources.ts';
import {
  askedWords,
  asSentence,
  closedWords,
  inEnglish,
  inShort,
  missedStep,
  NOT_BEGUN,
  overdueWords,
} from './phrases.ts';

type ConcernItem = Extract<HandOutItem, { part: 'concern' }>;
export type Days = { readonly from: string; readonly today: string };

const MOST_ACTS = 3;
const ROOM_FOR_ACTS = 160;
const ROOM_FOR_ONE = 110;

/**
 * Concerns for the page: first those that something happened on since the first day, the oldest first; then those that
 * were closed; then those that lie still. One that nobody has summed up yet comes last, without words. Kinds that are
 * never public are no part of any page.
 */
export function concernItems(sources: HandOutSources, days: Days): ConcernItem[] {
  const open = sources.concerns.filter(({ category }) => !isProtected(category));
  return open
    .map((concern) => ({ item: toItem(concern, sources, days), rank: rankOf(concern, sources, days) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

function rankOf(concern: TellableConcern, { updates, referrals }: HandOutSources, { from }: Days): number {
  if (concern.title === '') return 3;
  if (concern.status === 'closed') return 1;
  const isNew = concern.heardAt.slice(0, 10) >= from;
  const acted = updates.some(({ concernId, at }) => concernId === concern.concernId && at.slice(0, 10) >= from);
  const asked = referrals.some(({ concernId, referredOn, nudges }) => {
    return concernId === concern.concernId && (referredOn >= from || nudges.some(({ on }) => on >= from));
  });
  return isNew || acted || asked ? 0 : 2;
}

function toItem(concern: TellableConcern, sources: HandOutSources, { today }: Days): ConcernItem {
  const { concernId, category, title, nextStepOn } = concern;
  const isOpen = concern.status !== 'closed';
  return {
    part: 'concern',
    itemId: `concern/${concernId}`,
    category,
    said: inEnglish(title),
    did: didWords(concern, sources),
    notYet: notYetWords(concern, sources, today),
    isOpen,
    nextOn: isOpen && nextStepOn !== null && nextStepOn >= today ? nextStepOn : null,
  };
}

/** The last acts, each in its first sentence; of a closed concern, what the group was told at its end. */
function didWords({ concernId, closeWords }: TellableConcern, { updates }: HandOutSources): TwoTongues {
  const own = updates.filter((each) => each.concernId === concernId);
  const acts = own.filter(({ kind }) => kind === 'did').map(({ words }) => inShort(firstSentence(words), ROOM_FOR_ONE));
  if (closeWords !== '') return inEnglish([...acts.slice(-1), inShort(closeWords, ROOM_FOR_ACTS)].join(' '));
  const told = own.filter(({ kind }) => kind === 'told').at(-1);
  if (acts.length === 0) return inEnglish(told === undefined ? '' : inShort(told.words, ROOM_FOR_ACTS));
  return inEnglish(lastThatFit([...new Set(acts)]).join(' '));
}

const firstSentence = (words: string): string => /^.+?[.!?](?=\s|$)/s.exec(words.trim())?.[0] ?? words;

function lastThatFit(acts: readonly string[]): string[] {
  const kept: string[] = [];
  for (const act of acts.toReversed()) {
    if (kept.length === MOST_ACTS || (kept.length > 0 && [act, ...kept].join(' ').length > ROOM_FOR_ACTS)) break;
    kept.unshift(act);
  }
  return kept;
}

function notYetWords(concern: TellableConcern, { referrals }: HandOutSources, today: string): TwoTongues {
  const { concernId, status, closedOn, nextStep, nextStepOn } = concern;
  if (status === 'closed') return closedOn === null ? inEnglish('') : closedWords(closedOn);
  const waiting = referrals.filter((each): each is TellableReferral => {
    return each.concernId === concernId && each.status === 'waiting';
  });
  const last = waiting.at(-1);
  if (last !== undefined) return askedWords(last);
  const isMissed = nextStepOn !== null && nextStepOn < today;
  if (nextStep !== '') return isMissed ? missedStep(nextStep, nextStepOn) : inEnglish(asSentence(nextStep));
  if (isMissed) return overdueWords(nextStepOn);
  return status === 'new' ? NOT_BEGUN : inEnglish('');
}
