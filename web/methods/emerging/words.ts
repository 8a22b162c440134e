import { listed, wordsOf } from '#web/ui/words.ts';

const categories = {
  new: 'New',
  consecutive: 'Consecutive',
  intensifying: 'Intensifying',
  persistent: 'Persistent',
  diminishing: 'Diminishing',
  sporadic: 'Sporadic',
  oscillating: 'Oscillating',
  historical: 'Historical',
  'no-pattern': 'No pattern',
} as const;
type Category = keyof typeof categories;

export const words = wordsOf({
  en: {
    cell: 'Size of a cell',
    step: 'Length of a step',
    days: 'days',
    rows: 'Cells with a pattern, fresh ones first',
    category: 'Cell',
    calls: 'Calls',
    lastCalls: 'Last step',
    hotSteps: 'Steps hot',
    z: 'Gi* now',
    name: (category: Category, side: 'hot' | 'cold' | 'none') =>
      side === 'none' ? categories[category] : `${categories[category]}, ${side}`,
    unjudged: 'Hot spots over these dates could not be judged.',
    sentence: (counts: readonly (readonly [Category, number])[]) =>
      counts.length === 0
        ? 'No cell became or stayed a hot spot over these dates.'
        : `Hot spots: ${listed(
            counts.map(([category, n]) => `${n} ${categories[category].toLowerCase()}`),
            8,
          )}.`,
    reasons: {
      'no-areas': 'No boundary says what the city is',
      'too-wide': 'More cells than the method takes: choose larger ones',
      'too-few-cells': 'Too few cells: the neighbors of one are the whole city',
      'too-few-steps': 'Fewer than ten steps: take more weeks or shorter steps',
      'no-variance': 'A step in which every cell holds the same number',
      'no-incident': 'Hot by their neighbors alone, without a call of their own',
      'beyond-cells': 'In a cell whose middle lies in no area',
      'outside-steps': 'Before the first step or after the last whole week',
      'months-only': 'The sources give months, not weeks',
      'no-full-week': 'No whole week lies in these dates',
    },
  },
});
