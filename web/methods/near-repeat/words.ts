import { windowInWords } from '#web/ask/date-words.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    step: 'Width of a band',
    bands: 'Times as many pairs as chance would give, and pairs counted',
    distance: 'Apart',
    samePlace: 'Same place',
    meters: (from: number, to: number) => `${from}–${to} m`,
    days: (from: number, to: number) => `${from}–${to} days`,
    cell: (ratio: number, pairs: number) => `${ratio.toFixed(2)} (${count(pairs)})`,
    noRatio: (pairs: number) => `(${count(pairs)})`,
    bold: 'Bold: hardly one shuffle in a hundred gives as many.',
    strings: 'Strings of linked calls, largest first',
    string: 'String',
    dates: (from: string, to: string) => windowInWords({ from, to }),
    calls: 'Calls',
    places: 'Places',
    pattern: 'Pattern',
    make: 'Make',
    patternTitle: (kinds: string, dates: string) => `${kinds}, string of ${dates}`,
    label: (calls: number, dates: string) => `${plural(calls, 'call', 'calls')}, ${dates}`,
    none: 'No pairs of calls could be counted.',
    noContrast: (strings: number) =>
      `The dates are too few to tell pairs soon after each other from others; ${plural(strings, 'string', 'strings')} of linked calls.`,
    quiet: (strings: number) =>
      `Calls do not follow each other more than chance would have it; ${plural(strings, 'string', 'strings')} of linked calls all the same.`,
    loud: (what: string, ratio: number, strings: number) =>
      `${what}: ${ratio.toFixed(1)} times as many pairs as chance would give; ${plural(strings, 'string', 'strings')} of linked calls.`,
    reasons: {
      'no-place': 'Without a place on the map',
      'no-time': 'Without a date',
      'too-few-calls': 'Fewer than two calls',
      'months-only': 'The source gives months only, and no days',
      'one-place': 'All calls lie on one point',
      'one-time': 'All calls fall on one day',
      'too-many-pairs': 'More pairs than can be held: narrow the filter',
      'no-pairs': 'Chance cannot put a pair here, so there is no ratio',
      'no-contrast': 'Holds all pairs, however the dates fall',
    },
  },
});
