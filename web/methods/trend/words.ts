import { plural, wordsOf } from '#web/ui/words.ts';

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;

export const words = wordsOf({
  en: {
    step: 'Length of a step',
    weeks: 'wk',
    rows: 'Rising and falling, the surest first',
    series: 'Calls',
    direction: 'Trend',
    slope: 'A step',
    q: 'q',
    directions: { rising: 'Rising', falling: 'Falling', 'no-clear-trend': 'No clear trend' },
    slopeInWords: (slope: number, low: number, high: number) => `${signed(slope)} (${signed(low)} to ${signed(high)})`,
    sentence: (rising: number, falling: number) =>
      rising + falling === 0
        ? 'Nothing clearly rises or falls over these dates.'
        : `${plural(rising, 'series rises', 'series rise')} and ${plural(falling, 'falls', 'fall')} over these dates.`,
    reasons: {
      'too-few-steps': 'Fewer than ten steps: take more weeks or shorter steps',
      'no-calls': 'No call at all',
      'no-variance': 'Every step holds the same count',
      'not-a-number': 'A step without a count',
      'months-only': 'The sources give months, not weeks',
      'no-full-week': 'No whole week lies in these dates',
    },
  },
});
