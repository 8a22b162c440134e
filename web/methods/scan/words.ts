import { longDate } from '#web/chart/week-axis.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

/** A call in ten is worth saying of a few calls, not of hundreds. */
const about = (calls: number): string => (calls < 100 ? calls.toFixed(1) : count(calls));

export const words = wordsOf({
  en: {
    cell: 'Size of a cell',
    share: 'A circle holds at most',
    against: 'Set against',
    choices: { past: 'Its own past', residents: 'Residents', addresses: 'Addresses' },
    byArea:
      'By area: where more calls came in lately than its residents or addresses and the weeks before would have it. Where many come who do not live there, it always stands out. A call in two areas counts in one.',
    pastOnly: (areas: number) =>
      areas === 0
        ? 'Without boundaries calls can only be set against their own past.'
        : 'Set against the past of each place: fewer than two areas here tell their residents or addresses.',
    areas: 'Areas',
    rows: 'Clusters up to the last full week, likeliest first',
    since: 'Since the week of',
    calls: 'Calls',
    expected: 'Expected',
    ratio: 'Times',
    p: 'p',
    weeks: (n: number) => plural(n, 'week', 'weeks'),
    label: (observed: number, expected: number) =>
      `${plural(observed, 'call', 'calls')} where ${about(expected)} were to be expected`,
    none: 'Nowhere did more calls come in lately than were to be expected.',
    notScanned: 'These calls could not be scanned.',
    sentence: (observed: number, expected: number, since: string, recurrence: string) =>
      `The likeliest cluster: ${plural(observed, 'call', 'calls')} since the week of ${longDate(since)}, where ${about(expected)} were to be expected. ${recurrence}`,
    reasons: {
      'no-place': 'Without a place on the map',
      'no-residents': 'The number of residents or addresses is not known, or 0',
      'part-of-areas': 'Nobody counted who lives in the drawn part or at the chosen places',
      'above-share': 'Alone hold more than a circle may',
      'too-few-places': 'Fewer than two places hold calls',
      'too-few-weeks': 'Fewer than two whole weeks',
      'no-calls': 'No calls',
      'one-place': 'All calls lie in one place',
      'one-week': 'All calls fall in one week',
      'too-wide': 'More circles than can be held: choose larger cells or a smaller share',
      'no-rise': 'No circle holds more calls than expected',
      'months-only': 'The source gives months only, and no weeks',
      'no-full-week': 'No whole week lies in the dates',
    },
  },
});
