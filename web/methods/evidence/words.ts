import { count, listed, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    states: {
      both: 'Both up',
      'calls-only': 'Calls only',
      'concerns-only': 'Concerns only',
      neither: 'Neither',
    },
    statesOf: 'Types in areas by what is up',
    state: 'Up',
    meaning:
      'Calls only: nobody complained more, but look. Concerns only: people tell and do not call, out of fear or because they gave up.',
    number: 'Series',
    days: 'Judged',
    daysUnit: 'days',
    sentence: (both: number, unheard: number, silent: number) =>
      `${listed([
        `${count(both)} up in both calls and concerns`,
        `${count(unheard)} rising without a concern`,
        `${plural(silent, 'concern', 'concerns')} without calls`,
      ])}.`,
    up: 'Up in both',
    rising: 'Rising without a concern',
    risingNone: 'Nothing rises unheard.',
    silent: 'Concerns without calls',
    silentNone: 'Around every concern of the last year somebody called.',
    around: 'Calls before and after each concern',
    series: 'Type and area',
    calls: 'Calls',
    usual: 'Usual',
    concerns: 'Concerns',
    range: (low: number, high: number) => `${count(low)} to ${count(high)}`,
    of: (now: number, before: number) => `${count(now)} (${count(before)} before)`,
    combined: 'Combined p',
    by: {
      fisher: 'Fisher',
      larger: 'the larger: not independent',
      'calls-alone': 'calls alone',
      'concerns-alone': 'concerns alone',
    },
    concern: 'Concern',
    heard: 'Heard',
    kind: 'Type and area',
    before: 'Before',
    after: 'After',
    verdict: 'Change',
    verdicts: { more: 'More', fewer: 'Fewer', 'no-clear-change': 'No clear change', 'too-early': 'Too early' },
    reasons: {
      'months-only': 'The source gives months only',
      'too-little-history': 'Too little history to judge by',
      'too-little-before': 'The calls begin too late before it',
      'no-date': 'No date',
      'nothing-here': 'Neither calls nor concerns',
      'reversed-span': 'The dates end before they begin',
    },
  },
});
