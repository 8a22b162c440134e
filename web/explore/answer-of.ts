import type { Verdict } from '#data/schema/answer.ts';
import { answerSentence, verdictOf, weekInWords } from '#web/ask/verdicts.ts';
import type { Explored, WeekPoint } from '#web/compute/door.ts';

export type PanelAnswer = { sentence: string; verdict: Verdict; point: WeekPoint | null };

/** The answer a panel opens with: the last full week of the selection on its usual range. */
export function answerOf(explored: Explored, lastFullWeek: string, nowLocal: string): PanelAnswer {
  const point = explored.weeks.find(({ week }) => week === lastFullWeek) ?? null;
  const observed = point?.count ?? 0;
  const verdict = point === null ? 'not-judged' : verdictOf(point);
  const sentence = answerSentence(
    { observed, low: point?.low ?? null, high: point?.high ?? null, verdict },
    weekInWords(lastFullWeek, nowLocal),
  );
  return { sentence, verdict, point };
}
