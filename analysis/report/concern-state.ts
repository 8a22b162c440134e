import type { Concern, Referral } from '#data/schema/records/concern.ts';
import { isWithin, type Period } from './period.ts';

/** Heard by the end of the period and not closed before it began. A merged duplicate is counted where it was merged. */
export const wasOpenIn = (concern: Concern, { from, to }: Period): boolean =>
  !isMerged(concern) && concern.heardAt.slice(0, 10) <= to && (concern.closedOn === null || concern.closedOn >= from);

export const isNewIn = (concern: Concern, period: Period): boolean =>
  !isMerged(concern) && isWithin(concern.heardAt, period);

export const isClosedIn = (concern: Concern, period: Period): boolean =>
  !isMerged(concern) && isWithin(concern.closedOn, period);

export const isOpenAfter = (concern: Concern, period: Period): boolean =>
  wasOpenIn(concern, period) && (concern.closedOn === null || concern.closedOn > period.to);

export const isMerged = ({ duplicateOf }: Pick<Concern, 'duplicateOf'>): boolean => duplicateOf !== null;

export const CLOSE_WORDS: Record<NonNullable<Concern['closeReason']>, string> = {
  resolved: 'resolved',
  'no-action-needed': 'no action was needed',
  'not-fixable': 'it cannot be fixed',
  'not-ours': 'it is not ours to solve',
  duplicate: 'it was told before',
  withdrawn: 'the resident withdrew it',
};

/** Referred by the end of the period and not settled before it began. */
export const wasWaitingIn = ({ referredOn, answeredOn, status }: Referral, { from, to }: Period): boolean =>
  referredOn <= to && (status === 'waiting' || (answeredOn !== null && answeredOn >= from));

/** Unanswered, and past the day its answer was expected. */
export const isSilent = ({ status, expectedBy }: Referral, day: string): boolean =>
  status === 'waiting' && expectedBy < day;
