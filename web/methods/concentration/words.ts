import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    rows: 'The indexes of concentration',
    measure: 'Measure',
    value: 'Value',
    chart: (share: string) => `Share of calls by share of places, fullest first: 80% of calls at ${share} of places`,
    placesAxis: 'places, fullest first',
    callsAxis: 'calls',
    gini: 'Gini, adjusted (0 even, 1 at one place)',
    placesFor: (share: string) => `Places that hold ${share} of calls`,
    places: 'Places that ever had a call',
    topCalls: 'Calls of the second half at the top 5% of the first',
    pai: 'PAI: times their share of places',
    pei: 'PEI: of the best that as many could hold',
    nothing: 'No calls at known places in this filter.',
    sentence: (places: number, even: number, calls: number) =>
      `80% of ${plural(calls, 'call', 'calls')} came from ${plural(places, 'place', 'places')}; spread as evenly as can be, from ${count(even)}.`,
    reasons: {
      'no-place': 'At no known place',
      'no-calls': 'No calls in this filter, or none in its second half',
      'too-few-places': 'Too few places',
      'not-a-count': 'A count cannot be read',
      'no-earlier-calls': 'No calls in the first half of the dates to choose by',
    },
  },
});
