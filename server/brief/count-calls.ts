import { toDayNumber } from '#analysis/shared/days.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { CallSpan } from './call-span.ts';
import { type Kind, type Near, PUBLIC_KINDS, withOpenCalls } from './open-calls.ts';

export type KindCount = {
  readonly category: string;
  readonly label: string;
  readonly calls: number; // within the days asked for
  readonly weeksBefore: readonly number[] | null; // whole weeks up to the day before, oldest first; null: only months are known
};
export type GroundCount = {
  readonly kinds: readonly KindCount[];
  readonly notPlaced: number; // of the whole city: without a place nobody knows whose they are
};
export type Days = { readonly from: string; readonly to: string };

/**
 * Calls from the public by kind within a boundary, at their exact places; only the counts leave this function.
 * Counting before places are rounded is what makes a count true at the boundary's edge.
 */
export async function countCalls(
  span: CallSpan,
  ground: AreaGeometry,
  days: Days,
  kinds: readonly Kind[] = PUBLIC_KINDS,
): Promise<GroundCount> {
  const from = toDayNumber(days.from);
  const to = toDayNumber(days.to);
  const counting = { from, to, firstDay: toDayNumber(span.firstDay) };
  return withOpenCalls(
    span,
    async ({ within, count, isMonthly }) => ({
      kinds: countKinds(await within(ground), { ...counting, isMonthly }, kinds),
      notPlaced: await count(`not is_placed and first_day >= ${from} and last_day <= ${to}`),
    }),
    kinds,
  );
}

type Counting = { from: number; to: number; firstDay: number; isMonthly: boolean };

/** Counts by kind within the days, and in each whole week before them. */
export function countKinds(
  near: Near,
  { from, to, firstDay, isMonthly }: Counting,
  kinds: readonly Kind[] = PUBLIC_KINDS,
): KindCount[] {
  const weekCount = Math.floor((from - firstDay) / 7);
  const calls = kinds.map(() => 0);
  const weeks = kinds.map(() => new Array<number>(weekCount).fill(0));
  for (const [i, kind] of near.kind.entries()) {
    const first = near.firstDay[i] ?? 0;
    if (first >= from && (near.lastDay[i] ?? 0) <= to) calls[kind] = (calls[kind] ?? 0) + 1;
    const week = weekCount - 1 - Math.floor((from - 1 - first) / 7);
    const series = weeks[kind];
    if (first < from && week >= 0 && series) series[week] = (series[week] ?? 0) + 1;
  }
  return kinds.map(({ category, label }, kind) => ({
    category,
    label,
    calls: calls[kind] ?? 0,
    weeksBefore: isMonthly ? null : (weeks[kind] ?? []),
  }));
}
