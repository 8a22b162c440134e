import { count, plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    radius: 'Reach of a call',
    least: 'Calls that make a cluster',
    calls: 'calls',
    rows: 'The clusters, largest first',
    cluster: 'Cluster',
    name: (n: number) => `No. ${n}`,
    size: 'Calls',
    places: 'Places',
    stack: 'On one point',
    radiusOf: 'Radius, m',
    label: (calls: number) => plural(calls, 'call', 'calls'),
    sentence: (clusters: number, calls: number, largest: number, meters: number, least: number) =>
      clusters === 0
        ? `Nowhere are there ${least} calls within ${meters} m of each other.`
        : `${plural(clusters, 'cluster', 'clusters')} with ${plural(calls, 'call', 'calls')}; the largest holds ${count(largest)}.`,
    reasons: {
      'no-place': 'Without a place on the map',
      'too-few-calls': 'Fewer calls than a cluster needs',
      'in-no-cluster': 'In no cluster',
      'one-place': 'All calls lie on one point, which has no extent',
    },
  },
});
