import { plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    rows: 'The strongest seasons first',
    series: 'Calls',
    strength: 'Strength',
    high: 'Highest, week of',
    low: 'Lowest, week of',
    swing: (week: string, calls: number) => `${week} (${calls < 0 ? '−' : '+'}${Math.abs(calls).toFixed(1)})`,
    sentence: (clear: number, judged: number) =>
      judged === 0
        ? 'More than two years of weeks are needed to see a season.'
        : `${plural(clear, 'series has', 'series have')} a clear season, of ${judged} judged.`,
    reasons: {
      'short-history': 'Not more than two whole years: take more weeks',
      'no-calls': 'No call at all',
      'no-variance': 'Every week holds the same count',
      'not-a-number': 'A week without a count',
      'months-only': 'The sources give months, not weeks',
      'no-full-week': 'No whole week lies in these dates',
    },
  },
});
