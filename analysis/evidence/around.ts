import { cTestLower, cTestRange, cTestUpper } from '#analysis/shared/c-test.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import { adjustForLooks } from '#analysis/shared/many-looks.ts';
import type { EvidenceOptions } from './options.ts';
import { countBetween, type SeriesDays } from './series-days.ts';

/** The calls of a concern's type in its area, before and after it was heard. The day itself is in neither. */
export type AroundConcern = {
  kind: 'concern';
  concernId: string;
  areaId: string;
  category: string;
  heardOn: string; // local date
  before: number;
  onTheDay: number;
  after: number;
  low: number; // usual range of `after`, given `before`
  high: number;
  p: number; // two-sided mid-p; 1 where it is not judged
  q: number; // after Benjamini-Hochberg over all that are judged
  verdict: 'more' | 'fewer' | 'no-clear-change' | 'too-early';
  isWithoutCalls: boolean; // no call of its type around it in any area it lies in
};

type Found = { around: AroundConcern[]; tooLittleBefore: string[] };

/** Before and after each concern heard in the span, newest first. */
export function lookAround(
  series: readonly SeriesDays[],
  span: { firstDay: number; lastDay: number },
  { aroundDays, upQ, level }: EvidenceOptions,
): Found {
  const rows: { row: AroundConcern; isWhole: boolean }[] = [];
  const tooLittleBefore: string[] = [];
  for (const { areaId, category, callDays, concerns } of series) {
    for (const { concernId, day } of concerns) {
      if (day > span.lastDay + 1) continue; // heard when no call was known yet
      if (day - aroundDays < span.firstDay) {
        tooLittleBefore.push(concernId);
        continue;
      }
      const before = countBetween(callDays, day - aroundDays, day - 1);
      const onTheDay = countBetween(callDays, day, day);
      const after = countBetween(callDays, day + 1, day + aroundDays);
      const row: AroundConcern = {
        ...{ kind: 'concern', concernId, areaId, category, heardOn: toLocalDate(day), before, onTheDay, after },
        ...cTestRange(before, 1, (1 - level) / 2),
        ...{ p: 1, q: 1, verdict: 'too-early', isWithoutCalls: before + onTheDay + after === 0 },
      };
      rows.push({ row, isWhole: day + aroundDays <= span.lastDay });
    }
  }
  const loud = new Set(rows.filter(({ row }) => !row.isWithoutCalls).map(({ row }) => row.concernId));
  const judged = rows.filter(({ row, isWhole }) => isWhole && row.before + row.after > 0);
  const p = judged.map(({ row }) => twoSided(row.after, row.before));
  const q = adjustForLooks(p);
  for (const { row, isWhole } of rows) {
    row.isWithoutCalls &&= !loud.has(row.concernId);
    if (isWhole) row.verdict = 'no-clear-change';
  }
  judged.forEach(({ row }, i) => {
    row.p = p[i] ?? 1;
    row.q = q[i] ?? 1;
    if (row.q < upQ) row.verdict = row.after > row.before ? 'more' : 'fewer';
  });
  const around = rows
    .map(({ row }) => row)
    .sort((a, b) => (a.heardOn === b.heardOn ? 0 : a.heardOn < b.heardOn ? 1 : -1));
  return { around, tooLittleBefore: [...new Set(tooLittleBefore)] };
}

const twoSided = (after: number, before: number): number =>
  Math.min(1, 2 * Math.min(cTestUpper(after, before, 1), cTestLower(after, before, 1)));
