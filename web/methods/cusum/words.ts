import { count, plural, wordsOf } from '#web/ui/words.ts';

/** A level as a reader takes it: quiet series are told by their second place. */
const level = (value: number): string => value.toFixed(value < 1 ? 2 : 1);
const one = (value: number): string => (value === 0 ? '0' : value.toFixed(1));

export const words = wordsOf({
  en: {
    level,
    runLength: 'A false signal of one series once in',
    watched: 'Weeks watched',
    usualWeeks: 'Weeks before them that tell what is usual',
    shift: 'Rise to be found soonest, in standard deviations',
    weeksUnit: 'wk',
    deviations: 'SD',
    calls: 'Calls a week; dashed, the level above which they add up',
    sums: 'What came above that level, added up; dashed, its limit',
    headsCalls: { at: 'Week of', value: 'Calls', limit: 'Adds up above' },
    headsSums: { at: 'Week of', value: 'Sum', limit: 'Limit' },
    rows: 'Kinds and areas whose level has risen',
    series: 'Calls',
    usual: 'Usual, a week',
    since: 'Since',
    sum: 'Sum (limit)',
    sumOf: (sum: number, h: number) => `${one(sum)} (${one(h)})`,
    nothing: 'These weeks could not be judged.',
    risen: (usual: number, since: string, sum: number, h: number) =>
      `The level has risen since the week of ${since}, small but lasting: ${level(usual)} calls a week were usual, and the sum stands at ${one(sum)}, over its limit of ${one(h)}.`,
    notRisen: (usual: number, sum: number, h: number) =>
      `No lasting rise above the usual ${level(usual)} calls a week: the sum stands at ${one(sum)}, its limit is ${one(h)}.`,
    was: (week: string) => `It was over its limit in the week of ${week}, and is not now.`,
    fits: (runLength: number, risen: number) =>
      `Without any change this chart signals once in about ${plural(Math.round(runLength), 'week', 'weeks')}; a rise of that size it finds in about ${Math.max(1, Math.round(risen))}.`,
    ofSeries: (alarms: number, judged: number, byChance: number) =>
      `In ${alarms === 0 ? 'none' : count(alarms)} of ${plural(judged, 'series', 'series')} of one kind in one area the level has risen; about ${byChance < 1 ? byChance.toFixed(1) : count(byChance)} would signal within the weeks watched by chance alone.`,
    reasons: {
      'short-history': 'Fewer weeks than are watched and tell what is usual',
      'no-past-calls': 'No call in the weeks that tell what is usual',
      'months-only': 'The sources give months, not weeks',
      'no-full-week': 'No whole week lies before the end of these dates',
    },
  },
});
