import { cTestLower, cTestUpper } from '#analysis/shared/c-test.ts';

/** Weekly counts of one type of call, in the source's own words, in the whole city; oldest first. */
export type TypeSeries = { readonly type: string; readonly category: string; readonly counts: ArrayLike<number> };

export type Rename = { from: TypeSeries; to: TypeSeries; week: number }; // the first week of the new word

const LOOK_BACK = 26; // weeks that tell how often the old word was used
const FEWEST = 7; // calls the old word should have brought since: fewer may be missing by chance
const ALIKE = 0.01; // mid-p on either side, of as many calls under the new word as under the old
const OVERLAP = 1; // weeks in which both may be used

/**
 * Types that took the place of others from one week to the next, as often as these: a rename, not a rise. Only those
 * that change the category matter; a detector should count the old word under the new one's category all along.
 */
export function findRenames(types: readonly TypeSeries[]): Rename[] {
  const renames: Rename[] = [];
  for (const to of types) {
    const week = firstCall(to.counts);
    if (week < LOOK_BACK) continue;
    const from = types
      .filter((one) => one.category !== to.category && Math.abs(lastCall(one.counts) + 1 - week) <= OVERLAP)
      .find((one) => isAlike(one.counts, to.counts, week));
    if (from) renames.push({ from, to, week });
  }
  return renames;
}

function isAlike(before: ArrayLike<number>, after: ArrayLike<number>, week: number): boolean {
  const weeksSince = after.length - week;
  const old = sum(before, week - LOOK_BACK, week);
  const since = sum(after, week, after.length);
  if ((old / LOOK_BACK) * weeksSince < FEWEST) return false;
  // Over a long time levels drift: what came right after tells whether it was the same.
  const compared = Math.min(weeksSince, LOOK_BACK);
  const now = compared === weeksSince ? since : sum(after, week, week + compared);
  const times = LOOK_BACK / compared;
  return cTestUpper(now, old, times) >= ALIKE && cTestLower(now, old, times) >= ALIKE;
}

function firstCall(counts: ArrayLike<number>): number {
  for (let week = 0; week < counts.length; week++) if ((counts[week] ?? 0) > 0) return week;
  return -1;
}

function lastCall(counts: ArrayLike<number>): number {
  for (let week = counts.length - 1; week >= 0; week--) if ((counts[week] ?? 0) > 0) return week;
  return -1;
}

function sum(counts: ArrayLike<number>, from: number, to: number): number {
  let total = 0;
  for (let week = from; week < to; week++) total += counts[week] ?? 0;
  return total;
}
