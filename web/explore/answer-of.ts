import type { Verdict } from '#data/schema/answer.ts';
import { answerSentence, verdictOf, weekInWords } from '#web/ask/verdicts.ts';
import type { Explored, SeriesVerdict, WeekPoint } from '#web/compute/door.ts';
import { plural } from '#web/ui/words.ts';
import { words } from './words.ts';

export type PanelAnswer = { sentence: string; verdict: Verdict; point: WeekPoint | null };

/**
 * The answer a panel opens with: the last full week of the selection on its usual range. A source of months has no
 * weeks to judge: `dates` are then the answer's own. Where the selection is one of the `judged` series, by its numbers,
 * it has that verdict, which allows for all the looks taken; a line alone does not.
 */
export function answerOf(
  explored: Explored,
  lastFullWeek: string,
  nowLocal: string,
  dates: string,
  judged: readonly SeriesVerdict[] = [],
): PanelAnswer {
  if (explored.months.length > 0) {
    const sentence = `${plural(explored.calls, 'call', 'calls')}, ${dates}; ${words.monthsNotJudged}.`;
    return { sentence, verdict: 'not-judged', point: null };
  }
  const point = explored.weeks.find(({ week }) => week === lastFullWeek) ?? null;
  const observed = point?.count ?? 0;
  const same = judged.find(({ week, observed: n, low, high }) => isSame(point, { week, n, low, high }));
  const verdict = same?.verdict ?? (point === null ? 'not-judged' : verdictOf(point));
  const sentence = answerSentence(
    { observed, low: point?.low ?? null, high: point?.high ?? null, verdict },
    weekInWords(lastFullWeek, nowLocal),
  );
  return { sentence, verdict, point };
}

const isSame = (point: WeekPoint | null, series: { week: string; n: number; low: number; high: number }): boolean =>
  point?.week === series.week && point.count === series.n && point.low === series.low && point.high === series.high;
