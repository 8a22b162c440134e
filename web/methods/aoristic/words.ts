import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    grid: 'Calls by the hour of the week they happened in, ranges shared out',
    quarters: 'Calls by part of the day and week, ranges shared out',
    when: 'When',
    calls: 'Calls',
    perHour: 'Calls an hour',
    parts: {
      weekNight: 'Monday to Friday, midnight to 6 am',
      weekMorning: 'Monday to Friday, 6 am to noon',
      weekAfternoon: 'Monday to Friday, noon to 6 pm',
      weekEvening: 'Monday to Friday, 6 pm to midnight',
      endNight: 'Weekend, midnight to 6 am',
      endMorning: 'Weekend, 6 am to noon',
      endAfternoon: 'Weekend, noon to 6 pm',
      endEvening: 'Weekend, 6 pm to midnight',
    },
    nothing: 'No call of this filter says when it happened.',
    sentence: (when: string, share: string, calls: number, ranges: number) =>
      `Busiest for its length: ${when}, with ${share} of ${plural(calls, 'call', 'calls')}. ${
        ranges === 0 ? 'Every call is a moment: no ranges were shared out' : `${count(ranges)} of them are ranges`
      }.`,
    median: (hours: string) => `Half of the calls are known to within ${hours}.`,
    wraps: (calls: number) => `${plural(calls, 'range is', 'ranges are')} longer than a week and said little.`,
    minutes: (n: number) => plural(n, 'minute', 'minutes'),
    hours: (n: number) => `${n} hours`,
    reasons: {
      'no-calls': 'No calls in this filter',
      'no-start': 'The source gives no hour',
      reversed: 'The range ends before it begins',
      'too-long': 'The range is longer than was asked for',
      'months-only': 'The source gives months only',
      'no-time-zone': 'The city’s time zone is not known',
    },
  },
});
