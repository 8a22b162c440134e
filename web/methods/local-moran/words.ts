import { plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    verdicts: {
      'high-high': 'High among high',
      'low-low': 'Low among low',
      'high-low': 'High among low',
      'low-high': 'Low among high',
    },
    sentence: (clusters: number, outliers: number, meters: number) =>
      clusters + outliers === 0
        ? `No cell of ${meters} m stands high beside its neighbors, or with them.`
        : `${plural(clusters, 'cell', 'cells')} of ${meters} m high among high ones, ${outliers} high among low ones.`,
    reasons: {
      'no-areas': 'No boundary says what the city is',
      'too-wide': 'More cells than the method takes: choose larger ones',
      'too-few-cells': 'Too few cells',
      'no-variance': 'Every cell holds the same number of calls',
      'no-neighbors': 'Cells that touch no other cell of the city',
      'beyond-cells': 'In a cell whose middle lies in no area',
    },
  },
});
