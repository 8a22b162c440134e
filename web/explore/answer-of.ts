import type { Verdict } from '#data/schema/answer.ts';
import { answerSentence, verdictOf, weekInWords } from '#web/ask/verdicts.ts';
import type { Explored, WeekPoint } from '#web/compute/door.ts';
import { plural } from '#web/ui/words.ts';
import { words } from './words.ts';

export type PanelAnswer = { sentence: string; verdict: Verdict; point: WeekPoint | null };

/**
 * The answer a panel opens with: the last full week of the selection on its usual range. A source of months has no
 * weeks to judge: `dates` are then the answer's own.
 */
export function answerOf(explored: Explored, lastFullWeek: string, nowLocal: string, dates: string): PanelAnswer {
  if (explored.months.length > 0) {
    const sentence = `${plural(explored.calls, 'call', 'calls')}, ${dates}; ${words.monthsNotJudged}.`;
    return { sentence, verdict: 'not-judged', point: null };
  }
  const point = explored.weeks.find(({ week }) => week === lastFullWeek) ?? null;
  const observed = point?.count ?? 0;
  const verdict = point === null ? 'not-judged' : verdictOf(point);
  const sentence = answerSentence(
    { observed, low: point?.low ?? null, high: point?.high ?? null, verdict },
    weekInWords(lastFullWeek, nowLocal),
  );
  return { sentence, verdict, point };
}
