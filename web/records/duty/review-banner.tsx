import type { DutyList } from '#data/schema/records/duty.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { Notice } from '#web/ui/notice.tsx';
import { words } from './words.ts';

/** A policy past its yearly review says so above its duties (P3103, header). */
export function ReviewBanner({ policies, today }: Pick<DutyList, 'policies' | 'today'>) {
  return policies
    .filter(({ reviewDueOn }) => reviewDueOn !== null && reviewDueOn < today)
    .map(({ profileId, title, reviewDueOn }) => (
      <Notice key={profileId} kind="stale" title={words.reviewPast(title, longDate(reviewDueOn ?? today))}>
        {words.reviewPastWhy}
      </Notice>
    ));
}
