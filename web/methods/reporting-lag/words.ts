import { count, plural, wordsOf } from '#web/ui/words.ts';

const days = (n: number): string => plural(n, 'day', 'days');

export const words = wordsOf({
  en: {
    days,
    nearlyAll: (lag: number) => (lag === 0 ? '98% the same day' : `98% within ${days(lag)}`),
    daysAxis: (n: number) => `${days(n)} after it happened`,
    chart: (lag: number) => `Share of calls received, by days after they happened: 98% within ${days(lag)}`,
    sentence: (median: number, lag: number, missing: number) =>
      `Half of these calls are received ${median === 0 ? 'the day they happen' : `within ${days(median)}`}, 98% ${
        lag === 0 ? 'too' : `within ${days(lag)}`
      }; ${missing === 0 ? 'the last weeks can be counted as they stand' : `about ${plural(missing, 'call', 'calls')} of the last weeks ${missing === 1 ? 'is' : 'are'} still to come`}.`,
    nothing: 'These sources do not tell how late calls come in, so nothing is estimated.',
    rows: 'The last weeks, by the day a call happened',
    week: 'Week of',
    here: 'Here',
    share: 'Of all',
    expected: 'Once all are here, 95%',
    says: 'Counts',
    percent: (share: number) => (share >= 0.9995 ? '100%' : share >= 0.1 ? `${Math.floor(100 * share)}%` : '< 10%'),
    whole: (calls: number) => count(calls),
    range: (expected: number, low: number, high: number) => `${count(expected)} (${count(low)}–${count(high)})`,
    leftOutCell: 'left out',
    verdicts: { complete: 'Whole', nowcast: 'Nowcast', 'left-out': 'Left out' },
    learned: (calls: number, since: string) =>
      `Learned from ${plural(calls, 'call', 'calls')} that happened since ${since}, whatever dates are chosen. All other methods count a call on the day it was received.`,
    files: 'From the call to its file',
    reasons: {
      'no-start': 'Without a time it happened, beside that of the call',
      'no-report-date': 'The source does not tell when a call happened beside when it was received',
      'one-time-only': 'The source writes one time for both: when it happened and when it was received',
      'months-only': 'The sources give months, not days',
      'no-calls': 'No calls',
      'too-few-records': 'Too few to learn the delays from',
      'known-before-it-happened': 'Received before they happened: the two dates are the wrong way round',
      'not-a-date': 'A day that is missing or broken',
      'after-today': 'Received after the last whole day',
      'still-arriving': 'Too little of it is here to say',
    },
  },
});
