import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    nothing: 'No call has a place.',
    middle: 'Mean center',
    spread: 'Standard deviational ellipse',
    sentence: (calls: number, meters: number | null) =>
      meters === null
        ? `The center of ${plural(calls, 'call', 'calls')} is on the map; they have no spread.`
        : `${plural(calls, 'call', 'calls')} spread ${count(meters)} m about their center.`,
    ellipse: ({ longMeters, shortMeters, bearing }: { longMeters: number; shortMeters: number; bearing: number }) =>
      `The ellipse reaches ${count(longMeters)} m toward ${Math.round(bearing)}° from north, ${count(shortMeters)} m across.`,
    reasons: {
      'no-points': 'No call has a place',
      'no-place': 'Without a place',
      'too-few-points': 'Fewer than three calls have no spread',
      'one-point': 'All calls lie on one point',
      'in-line': 'All calls lie on one line: the ellipse has no width',
    },
  },
});
