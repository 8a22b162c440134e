import type { HandOutSources, TellableConcern, TellableReferral } from '#server/store/hand-out-sources.ts';

/** Records as they stood on a day: what was closed, answered or kept only later was open then. */
export const asOf = (sources: HandOutSources, day: string): HandOutSources => ({
  ...sources,
  concerns: sources.concerns.map((each) => concernOn(each, day)),
  referrals: sources.referrals.map((each) => referralOn(each, day)),
  promises: sources.promises.map((each) =>
    each.closedOn !== null && each.closedOn > day ? { ...each, status: 'open', outcome: '', closedOn: null } : each,
  ),
});

const concernOn = (each: TellableConcern, day: string): TellableConcern =>
  each.closedOn !== null && each.closedOn > day
    ? { ...each, status: 'open', closedOn: null, closeReason: null, closeWords: '' }
    : each;

function referralOn(each: TellableReferral, day: string): TellableReferral {
  const nudges = each.nudges.filter(({ on }) => on <= day);
  const isLater = each.answeredOn !== null && each.answeredOn > day;
  return isLater ? { ...each, nudges, status: 'waiting', answeredOn: null } : { ...each, nudges };
}
