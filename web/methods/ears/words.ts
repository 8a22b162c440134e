import type { EarsRule } from '#analysis/ears/ears.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    rule: 'Rule',
    rules: { C2: 'C2', C1: 'C1', C3: 'C3' } satisfies Record<EarsRule, string>,
    ruleSays: {
      C1: 'C1: against the days right before.',
      C2: 'C2: the last two days left out, so that a rise of some days does not hide itself.',
      C3: 'C3: what the last three days were above, added up.',
    } satisfies Record<EarsRule, string>,
    days: 'Days shown',
    baseline: 'Days that tell what is usual',
    least: 'Least scatter, in calls',
    daysUnit: 'days',
    callsUnit: 'calls',
    chart: 'Calls a day; dashed, the limit of each day',
    heads: { at: 'Day', value: 'Calls', limit: 'Limit' },
    rows: 'Kinds and areas above their limit on the last day',
    series: 'Calls',
    observed: 'That day',
    expected: 'Days before',
    upper: 'Limit',
    nothing: 'No whole day of these dates can be judged.',
    sentence: (day: string, calls: number, limit: number | null, alarms: number, days: number) =>
      `${day}: ${plural(calls, 'call', 'calls')}, ${
        limit === null
          ? 'not judged'
          : calls > limit
            ? `above the limit of ${limit.toFixed(1)}: look at it`
            : `within the limit of ${limit.toFixed(1)}`
      }. ${alarms === 0 ? 'None' : count(alarms)} of the last ${count(days)} days ${alarms === 1 ? 'is' : 'are'} above.`,
    ofSeries: (alarms: number, judged: number, byChance: number) =>
      `${alarms === 0 ? 'None' : count(alarms)} of ${plural(judged, 'series', 'series')} of one kind in one area ${
        alarms === 1 ? 'is' : 'are'
      } above the limit that day; about ${byChance < 1 ? byChance.toFixed(1) : count(byChance)} would be by chance alone.`,
    reasons: {
      'short-history': 'Fewer days than the rule looks back on',
      'no-calls': 'No call in these days',
      'no-scatter': 'The days before are all alike',
      'months-only': 'The sources give months, not days',
      'no-full-day': 'No whole day lies in these dates',
    },
  },
});
