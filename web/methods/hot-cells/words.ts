import { plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    hot: 'Hot',
    cold: 'Cold',
    sentence: (hot: number, cold: number, meters: number) =>
      hot + cold === 0
        ? `No cell of ${meters} m stands out from the city.`
        : `${plural(hot, 'hot cell', 'hot cells')} and ${plural(cold, 'cold cell', 'cold cells')} of ${meters} m.`,
    reasons: {
      'no-areas': 'No boundary says what the city is',
      'too-wide': 'More cells than the method takes: choose larger ones',
      'too-few-cells': 'Too few cells: the neighbors of one are the whole city',
      'no-variance': 'Every cell holds the same number of calls',
      'beyond-cells': 'In a cell whose middle lies in no area',
    },
  },
});
