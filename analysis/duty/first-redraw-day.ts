import { addDays } from '#analysis/shared/days.ts';
import { type BoundaryVersion, everHolds } from '#data/schema/records/group.ts';
import { earlierOf, quarterOf } from './spans.ts';

/**
 * The first day on which a redrawn boundary may begin: after the day on which the one that held before today began, and in
 * no earlier quarter, since its figures have been told. Null where none held before today: any day.
 */
export function firstRedrawDay(
  versions: readonly Pick<BoundaryVersion, 'validFrom' | 'validTo'>[],
  today: string,
): string | null {
  const held = versions.findLast((each) => everHolds(each) && each.validFrom < today);
  if (held === undefined) return null;
  const [next, { from }] = [addDays(held.validFrom, 1), quarterOf(today)];
  return earlierOf(next, from) === next ? from : next;
}
