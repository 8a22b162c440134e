import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'SQL',
    about:
      'Over the calls in this browser, at your release level. It only reads, and nothing leaves this machine. Times are the city’s own clock.',
    question: 'Your question',
    run: 'Run',
    cancel: 'Cancel',
    examples: 'Examples',
    tables: 'Tables',
    result: 'Result',
    rows: (n: number, ms: number) => `${plural(n, 'row', 'rows')} in ${count(Math.max(1, Math.round(ms)))} ms`,
    truncated: (n: number) => `The first ${count(n)} rows. There are more: add a limit, or count them.`,
    csv: 'Download CSV',
    none: 'No rows.',
    running: 'Counting',
    refused: 'This question was not asked',
    failed: 'The question could not be answered',
    canceled: 'Canceled. Nothing was changed.',
    first: 'Write a question, or take an example. Ctrl+Enter runs it.',
    insert: (name: string) => `Insert ${name}`,
    exampleNames: {
      weeks: 'Calls a week by kind',
      areas: 'Calls by area, last 4 weeks',
      places: 'Places with most repeat calls',
      unplaced: 'What could not be mapped, and why',
      concerns: 'Calls near each open concern',
    },
  },
});
