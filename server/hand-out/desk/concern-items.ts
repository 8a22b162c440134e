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
 * Concerns for the page, what happened last first: those that something happened on since the first day, those that were
 * closed, those that lie still. One that nobody has summed up yet comes last, without words. Kinds that are never public
 * are no part of any page.
 */
export function concernItems(sources: HandOutSources, days: Days): ConcernItem[] {
  const rank = (concern: TellableConcern, lastOn: string): number => {
    if (concern.title === '') return 3;
    if (concern.status === 'closed') return 1;
    return lastOn >= days.from ? 0 : 2;
  };
  return sources.concerns
    .filter(({ category }) => !isProtected(category))
    .map((concern) => ({ concern, lastOn: lastActOn(concern, sources) }))
    .sort((a, b) => rank(a.concern, a.lastOn) - rank(b.concern, b.lastOn) || (a.lastOn < b.lastOn ? 1 : -1))
    .map(({ concern }) => toItem(concern, sources, days));
}

function lastActOn({ concernId, heardAt, closedOn }: TellableConcern, { updates, referrals }: HandOutSources): string {
  const acts = updates.filter((each) => each.concernId === concernId).map(({ at }) => at.slice(0, 10));
  const asked = referrals
    .filter((each) => each.concernId === concernId)
    .flatMap(({ referredOn, nudges }) => [referredOn, ...nudges.map(({ on }) => on)]);
  return [heardAt.slice(0, 10), closedOn ?? '', ...acts, ...asked].sort().at(-1) ?? '';
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
